"""The legal tracker: what is before a court, on the way there or still at work, one part a file.

It lists children whether or not they are in care: the way to court begins before it, and a
supervision order outlasts it.
"""
