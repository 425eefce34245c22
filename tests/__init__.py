"""The project's tests; `python -m tests` runs all of its checks."""
