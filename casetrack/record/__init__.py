"""The child's record: which kinds of fact there are, how each is read, entered, mended and told."""
