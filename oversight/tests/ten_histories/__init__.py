"""Ten histories, one a module, with every wait that must run on some of their days.

The rows are worked out by hand from the rules as they are worded, not by asking the engine.
"""
