"""The command line: everything that the screen does, as plain text or JSON."""
