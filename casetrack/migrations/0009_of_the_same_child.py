"""A hearing is in proceedings of its own child, an extension of an order of its own child."""

from django.db import migrations

BELONGS = (
    ("orderextension", "order_id", "courtorder"),
    ("dischargeapplication", "order_id", "courtorder"),
    ("deprivationoflibertyreview", "deprivation_id", "deprivationofliberty"),
    ("preproceedingsmeeting", "pre_proceedings_id", "preproceedings"),
    ("hearing", "proceedings_id", "proceedings"),
    ("proceedingsextension", "proceedings_id", "proceedings"),
    ("section20review", "agreement_id", "section20agreement"),
)


def same_child(table: str, column: str, parent: str) -> migrations.RunSQL:
    """Django has no foreign key of two columns; the rows pointed to are unique by both."""
    name = f"{table}_of_the_same_child"
    return migrations.RunSQL(
        f"ALTER TABLE casetrack_{table} ADD CONSTRAINT {name} FOREIGN KEY ({column}, child_id)"
        f" REFERENCES casetrack_{parent} (id, child_id) DEFERRABLE INITIALLY IMMEDIATE",
        f"ALTER TABLE casetrack_{table} DROP CONSTRAINT {name}",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("casetrack", "0008_court_and_family"),
    ]

    operations = [same_child(*belongs) for belongs in BELONGS]
