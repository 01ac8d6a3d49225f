"""Load and comparison runs; each prints a table. `make bench`, or `python -m bench --help`."""
