"""A hearing is in proceedings of its own child, an extension of an order of its own child."""

from django.db import migrations

from casetrack.same_child import same_child

BELONGS = (
    ("orderextension", "order_id", "courtorder"),
    ("dischargeapplication", "order_id", "courtorder"),
    ("deprivationoflibertyreview", "deprivation_id", "deprivationofliberty"),
    ("preproceedingsmeeting", "pre_proceedings_id", "preproceedings"),
    ("hearing", "proceedings_id", "proceedings"),
    ("proceedingsextension", "proceedings_id", "proceedings"),
    ("section20review", "agreement_id", "section20agreement"),
)


class Migration(migrations.Migration):
    dependencies = [
        ("casetrack", "0008_court_and_family"),
    ]

    operations = [
        same_child("casetrack", table, column, parent, f"{table}_of_the_same_child")
        for table, column, parent in BELONGS
    ]
