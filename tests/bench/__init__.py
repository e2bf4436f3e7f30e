"""How fast it is, at the size of a large council's history. `make bench` prints the figures.

Ratios are what to trust: seconds depend on the machine and on what else it does.
"""
