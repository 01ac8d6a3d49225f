"""Gift cards at the staff's desk: issuing, looking up, correcting, closing."""
