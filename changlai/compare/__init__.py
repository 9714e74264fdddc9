"""Two editions side by side, as values: which blocks say the same, what changed, and whether numbers and terms agree. Opens no file."""
