"""What a file of SQLite is known by: how it begins, and what lies next to it."""

SQLITE = b"SQLite format 3\0"
JOURNAL = "-journal"
FILES_NEXT_TO = (JOURNAL, "-wal", "-shm")
