"""What a command, or a row of a file, did to the thing that it says."""

ADDED, KNOWN, CHANGED = "added", "known", "changed"
