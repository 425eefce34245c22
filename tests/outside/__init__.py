"""Judges from outside: what others have written says whether ours is right."""
