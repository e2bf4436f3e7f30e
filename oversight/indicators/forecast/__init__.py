"""How many children will live in which kind of home some months ahead, and how sure that is.

The arithmetic knows neither tables nor children: it works on months that were counted
(`monthly.py`). Nothing here is said of one child.
"""
