"""Mutation testing of the clocks: each rule is broken in every small way, and an example must tell.

A tool for Python would break the SQL of a rule as one string, which any example notices. This one
breaks the SQL itself, and the limits and flags beside it, and asks the rule's own worked examples,
in one database and one statement a mutant. `make mutants` prints what share they noticed.
"""
