"""How things get out: JSON records, plain text, notes as Markdown and CSV."""
