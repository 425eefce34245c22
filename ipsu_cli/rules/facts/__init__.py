"""What the rules judge: the facts of each act, gathered before."""
