"""The front page and what is laid over it."""
