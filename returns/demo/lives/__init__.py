"""What people recorded about the made-up children, beside what returns tell of them.

One module a subject; each yields entries for the whole council, from the seed alone. `chronicle`
writes them with the history that they would have, had they been recorded as they happened.
"""
