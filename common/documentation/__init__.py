"""/docs of every service, out of files of our own: it works offline, and runs no script of anybody else's."""
