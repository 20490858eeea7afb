"""Papers that leave the house as Chinese official documents: words handed in, a file handed back."""
