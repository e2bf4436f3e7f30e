"""A made-up council whose dated facts add up to a year of figures that a real one published.

`targets.py` holds what was printed, and where; `flows.py` what was chosen so that every figure
follows; `paths.py` who lives where from when to when; `lives.py` makes lives of it, and `making.py`
puts them into the database by way of their returns.

Some printed figures can be true of no history that has the others, and it is said which and why:
49.4% of 167 and 30% of 683 in `flows.py`, 689 children beside 683 in `targets.py`, and the
percentages printed beside the series in `oversight/indicators/changes.py`. There the series wins.
"""
