"""Documents on paper: what is written where, in which letters, and the PDF of it."""
