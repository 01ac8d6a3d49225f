"""`make import-orders DIR=...`: brings invoices of other books in, from a folder of CSV files."""
