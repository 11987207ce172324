"""What the reader can do: one table, and the functions behind it by subject."""
