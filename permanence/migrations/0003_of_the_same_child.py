"""A step is of a plan of its own child, and so are the words that bear on a plan."""

from django.db import migrations

from casetrack.same_child import same_child


class Migration(migrations.Migration):
    dependencies = [
        ("permanence", "0002_plans_reviews_visits_and_voice"),
    ]

    operations = [
        same_child("permanence", table, "plan_id", "permanenceplan", f"{table}_of_the_same_child")
        for table in ("milestone", "childswords")
    ]
