"""The numbered steps that make the schema; a released step never changes."""

import os

# How many steps there are, which is the version of the schema.
VERSION = sum(name.startswith("m0") for name in os.listdir(os.path.dirname(__file__)))
