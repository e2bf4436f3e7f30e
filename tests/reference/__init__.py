"""The clocks a second time: plain Python, one child after another, from the words of the domain.

The set-based SQL of `oversight.clocks` is checked against this, and `make bench` measures how much
faster it is. Nothing here is shared with the engine but the facts, the calendar of bank holidays
and `casetrack.dates`; a clock's limit is written out again on purpose.
"""
