"""A foreign key of two columns, in migrations: what belongs to a row is of the same child as it.

Django has none; the rows pointed to are unique by both.
"""

from django.db.migrations import RunSQL


def same_child(app: str, table: str, column: str, to: str, name: str = "") -> RunSQL:
    """The constraint by which `column` of the app's `table` points to a row of `to`; its `name`
    where it is not that of table and column.
    """
    name = name or f"{table}_{column.removesuffix('_id')}_of_the_same_child"
    return RunSQL(
        f"ALTER TABLE {app}_{table} ADD CONSTRAINT {name} FOREIGN KEY ({column}, child_id)"
        f" REFERENCES {app}_{to} (id, child_id) DEFERRABLE INITIALLY IMMEDIATE",
        f"ALTER TABLE {app}_{table} DROP CONSTRAINT {name}",
    )
