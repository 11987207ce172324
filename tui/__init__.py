"""Broadsheet: read-it-later in the terminal, with gist, quotations, figures and notes."""

__version__ = "0.1.0"
