"""One file a noun: what may be recorded of the child, care, the law and the people around her."""
