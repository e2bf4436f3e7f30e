"""Every field of every table has a privacy class, decided when the field is born.

A model lists its fields in `PRIVACY`; a test fails for a field that is in no class or in two.
"""

from enum import StrEnum


class Privacy(StrEnum):
    KEY = "key"  # row numbers, links between rows, technical marks
    IDENTITY = "identity"  # says who a child is: names, reference, UPN, date of birth
    WHERE = "where"  # says where a child lives or lived
    SENSITIVE = "sensitive"  # facts of a child's life, health, origin, family or case
    STAFF = "staff"  # names and work of people who work with children
    OPEN = "open"  # settings, code lists, counts: may be shown to anyone who can sign in
    SECRET = "secret"  # passwords and keys: never shown to anyone


def classes(**lists: str) -> dict[str, Privacy]:
    """`classes(key="id child", identity="name")`: field name → class. A field twice is refused."""
    found: dict[str, Privacy] = {}
    for kind, names in lists.items():
        for name in names.split():
            if name in found:
                raise ValueError(f"{name} is in two privacy classes")
            found[name] = Privacy[kind.upper()]
    return found
