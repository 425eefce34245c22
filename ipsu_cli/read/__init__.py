"""Files in: one module per layout."""
