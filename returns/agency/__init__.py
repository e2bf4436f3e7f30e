"""The regional adoption agency's own list of children, compared with the record field by field.

It stands on this floor because it is a file carried in: like a return it is read with every row
accounted for, and what it says otherwise than people recorded waits for a decision. What is
accepted is written by the actions of the kinds of fact themselves. Of the list nothing is kept but
the days by which it differs, and those only of children whom its reader reaches.
"""
