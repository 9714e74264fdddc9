"""What goes to translators, and what comes back. Pure: a library in, packets out; answers and files in, files out."""
