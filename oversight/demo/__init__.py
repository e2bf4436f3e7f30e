"""A Permanence Monitoring Group for a demo authority: who sits on it, and half a year of meetings.

The demo authority is made below, where groups and waits are not known. All of it goes through the
actions that pages call, each on its day, in one recording a meeting: so the clocks of its children
are computed once, and the next agenda is made as they stood then.
"""
