"""Runs Casetrack on a laptop that has Python, make and nothing else.

Nothing in here runs in production: there the environment names a real PostgreSQL, a real Redis and
a real supervisor. The modules that prepare the virtual environment use the standard library alone,
because they run before anything is installed.
"""
