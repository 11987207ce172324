"""The four tabs of the panel: what each says about an article, as rows that lead into the text."""
