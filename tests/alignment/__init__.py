"""How often the alignment of two editions is right: labelled documents, and the command that measures."""
