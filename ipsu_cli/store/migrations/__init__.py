"""The numbered steps that make the schema; a released step never changes."""

# How many steps there are, which is the version of the schema.
VERSION = 7
