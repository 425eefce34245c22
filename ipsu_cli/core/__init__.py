"""Words of the trade: values and records. Standard library only, nothing of ours above it."""
