"""Products from files: read and checked to the end, then written in the background by a job that survives restarts."""
