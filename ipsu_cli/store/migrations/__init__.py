"""The numbered steps that make the schema; a released step never changes."""
