"""A step is of a plan of its own child, and so are the words that bear on a plan."""

from django.db import migrations


def same_child(table: str) -> migrations.RunSQL:
    """Django has no foreign key of two columns; the rows pointed to are unique by both."""
    name = f"{table}_of_the_same_child"
    return migrations.RunSQL(
        f"ALTER TABLE permanence_{table} ADD CONSTRAINT {name} FOREIGN KEY (plan_id, child_id)"
        " REFERENCES permanence_permanenceplan (id, child_id) DEFERRABLE INITIALLY IMMEDIATE",
        f"ALTER TABLE permanence_{table} DROP CONSTRAINT {name}",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("permanence", "0002_plans_reviews_visits_and_voice"),
    ]

    operations = [same_child("milestone"), same_child("childswords")]
