"""What the agreements say: pure judgements of facts. No SQL, no clock, no printing."""
