"""The front end's files, or the plain start page while there is none."""
