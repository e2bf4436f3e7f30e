"""The way to court and through it, agreements of parents, and the family around the child."""

import casetrack.triggers
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

from casetrack.triggers import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("casetrack", "0007_audit_chain"),
    ]

    operations = [
        migrations.CreateModel(
            name="DeprivationOfLiberty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("start_known", models.BooleanField(default=True)),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                (
                    "expires_on",
                    models.DateField(
                        blank=True,
                        help_text="Leave it empty only where the order names no last day",
                        null=True,
                        verbose_name="last day of the order, as the court set it",
                    ),
                ),
                (
                    "court",
                    models.CharField(blank=True, max_length=120, verbose_name="which court?"),
                ),
                (
                    "allows",
                    models.CharField(
                        blank=True,
                        help_text="In a few plain words that the child may read one day",
                        max_length=300,
                        verbose_name="what does the order allow?",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_facts",
                        to="casetrack.child",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "deprivations of liberty",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gt", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="deprivation_of_liberty_is_not_empty",
                        violation_error_message="The order must end after its first day.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        deferrable=django.db.models.constraints.Deferrable["IMMEDIATE"],
                        expressions=[
                            ("child", "="),
                            (
                                models.Func(
                                    "starts_on",
                                    "ends_on",
                                    function="DATERANGE",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="deprivation_of_liberty_one_at_a_time",
                        violation_error_message="Another deprivation of liberty order holds in that time.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("expires_on__gte", models.F("starts_on"))),
                        name="deprivation_of_liberty_expires_ahead",
                        violation_error_message="The last day of the order is not before its first.",
                    ),
                    models.UniqueConstraint(
                        fields=("id", "child"), name="deprivation_of_liberty_of_a_child"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeprivationOfLibertyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("start_known", models.BooleanField(default=True)),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                (
                    "expires_on",
                    models.DateField(
                        blank=True,
                        help_text="Leave it empty only where the order names no last day",
                        null=True,
                        verbose_name="last day of the order, as the court set it",
                    ),
                ),
                (
                    "court",
                    models.CharField(blank=True, max_length=120, verbose_name="which court?"),
                ),
                (
                    "allows",
                    models.CharField(
                        blank=True,
                        help_text="In a few plain words that the child may read one day",
                        max_length=300,
                        verbose_name="what does the order allow?",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.child",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="casetrack.deprivationofliberty",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PreProceedings",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                (
                    "letter_sent_on",
                    models.DateField(verbose_name="day the letter before proceedings was sent"),
                ),
                (
                    "ended_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="day pre-proceedings ended"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("stepped-down", "things are better, and the court is not needed"),
                            ("issued", "the council went to court"),
                            ("with-family", "the child is safe with family"),
                            ("other", "something else"),
                        ],
                        max_length=12,
                        verbose_name="how did they end?",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_facts",
                        to="casetrack.child",
                    ),
                ),
            ],
            options={
                "verbose_name": "pre-proceedings",
                "verbose_name_plural": "pre-proceedings",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ended_on__gte", models.F("letter_sent_on"))),
                        name="pre_proceedings_end_after_the_letter",
                        violation_error_message="Pre-proceedings cannot end before the letter was sent.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_on__isnull", False),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            models.Q(("ended_on__isnull", True), ("outcome", "")),
                            _connector="OR",
                        ),
                        name="pre_proceedings_outcome_has_its_day",
                        violation_error_message="Enter both the day pre-proceedings ended and how, or neither.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("child",),
                        name="pre_proceedings_one_at_a_time",
                        violation_error_message="Pre-proceedings are going on already. Record their end first.",
                    ),
                    models.UniqueConstraint(
                        fields=("child", "letter_sent_on"),
                        name="pre_proceedings_one_letter_a_day",
                        violation_error_message="A letter of that day is already recorded.",
                    ),
                    models.UniqueConstraint(
                        fields=("id", "child"), name="pre_proceedings_of_a_child"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PreProceedingsEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                (
                    "letter_sent_on",
                    models.DateField(verbose_name="day the letter before proceedings was sent"),
                ),
                (
                    "ended_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="day pre-proceedings ended"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("stepped-down", "things are better, and the court is not needed"),
                            ("issued", "the council went to court"),
                            ("with-family", "the child is safe with family"),
                            ("other", "something else"),
                        ],
                        max_length=12,
                        verbose_name="how did they end?",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.child",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="casetrack.preproceedings",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Proceedings",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("care", "care or supervision order"),
                            ("placement", "placement order"),
                            ("discharge", "discharge of an order"),
                            ("deprivation-of-liberty", "deprivation of liberty"),
                            ("special-guardianship", "special guardianship"),
                            ("adoption", "adoption order"),
                            ("private", "private law: between members of the family"),
                            ("other", "something else"),
                        ],
                        max_length=22,
                        verbose_name="what was the court asked for?",
                    ),
                ),
                (
                    "issued_on",
                    models.DateField(verbose_name="day the court issued the application"),
                ),
                (
                    "reference",
                    models.CharField(blank=True, max_length=40, verbose_name="court’s case number"),
                ),
                (
                    "court",
                    models.CharField(blank=True, max_length=120, verbose_name="which court?"),
                ),
                (
                    "concluded_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="day the proceedings were concluded"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("order", "the court made an order"),
                            ("no-order", "the court made no order"),
                            ("refused", "the court refused the application"),
                            ("withdrawn", "the application was withdrawn"),
                            ("other", "something else"),
                        ],
                        max_length=9,
                        verbose_name="how were they concluded?",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_facts",
                        to="casetrack.child",
                    ),
                ),
            ],
            options={
                "verbose_name": "proceedings",
                "verbose_name_plural": "proceedings",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("concluded_on__gte", models.F("issued_on"))),
                        name="proceedings_concluded_after_issue",
                        violation_error_message="Proceedings cannot be concluded before the day they were issued.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("concluded_on__isnull", False),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            models.Q(("concluded_on__isnull", True), ("outcome", "")),
                            _connector="OR",
                        ),
                        name="proceedings_outcome_has_its_day",
                        violation_error_message="Enter both the day the proceedings were concluded and how, or neither.",
                    ),
                    models.UniqueConstraint(
                        fields=("child", "kind", "issued_on"),
                        name="proceedings_once_a_day",
                        violation_error_message="Proceedings of that kind and day are already recorded.",
                    ),
                    models.UniqueConstraint(fields=("id", "child"), name="proceedings_of_a_child"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProceedingsEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("care", "care or supervision order"),
                            ("placement", "placement order"),
                            ("discharge", "discharge of an order"),
                            ("deprivation-of-liberty", "deprivation of liberty"),
                            ("special-guardianship", "special guardianship"),
                            ("adoption", "adoption order"),
                            ("private", "private law: between members of the family"),
                            ("other", "something else"),
                        ],
                        max_length=22,
                        verbose_name="what was the court asked for?",
                    ),
                ),
                (
                    "issued_on",
                    models.DateField(verbose_name="day the court issued the application"),
                ),
                (
                    "reference",
                    models.CharField(blank=True, max_length=40, verbose_name="court’s case number"),
                ),
                (
                    "court",
                    models.CharField(blank=True, max_length=120, verbose_name="which court?"),
                ),
                (
                    "concluded_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="day the proceedings were concluded"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("order", "the court made an order"),
                            ("no-order", "the court made no order"),
                            ("refused", "the court refused the application"),
                            ("withdrawn", "the application was withdrawn"),
                            ("other", "something else"),
                        ],
                        max_length=9,
                        verbose_name="how were they concluded?",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.child",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="casetrack.proceedings",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Section20Agreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("agreed_on", models.DateField(verbose_name="day of the agreement")),
                (
                    "agreed_by",
                    models.CharField(
                        choices=[
                            ("mother", "the mother"),
                            ("father", "the father"),
                            ("parents", "both parents"),
                            ("other", "somebody else with parental responsibility"),
                            ("young-person", "the young person, aged 16 or 17"),
                        ],
                        max_length=12,
                        verbose_name="who agreed?",
                    ),
                ),
                (
                    "way_out",
                    models.CharField(
                        blank=True,
                        help_text="The plan for care by agreement: home by when, or what instead",
                        max_length=300,
                        verbose_name="how is it meant to end?",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="day it ended")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("withdrawn", "the agreement was withdrawn"),
                            ("home", "the child went back to the family"),
                            ("order", "a court order took its place"),
                            ("other", "it ended in another way"),
                        ],
                        max_length=9,
                        verbose_name="how did it end?",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_facts",
                        to="casetrack.child",
                    ),
                ),
            ],
            options={
                "verbose_name": "section 20 agreement",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ended_on__gte", models.F("agreed_on"))),
                        name="section_20_ends_after_it_is_agreed",
                        violation_error_message="An agreement cannot end before the day of the agreement.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_on__isnull", False),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            models.Q(("ended_on__isnull", True), ("outcome", "")),
                            _connector="OR",
                        ),
                        name="section_20_end_has_its_day",
                        violation_error_message="Enter both the day it ended and how, or neither.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("child", "agreed_by"),
                        name="section_20_one_at_a_time",
                        violation_error_message="They have agreed already. Record the end of that agreement first.",
                    ),
                    models.UniqueConstraint(
                        fields=("child", "agreed_by", "agreed_on"),
                        name="section_20_once_a_day",
                        violation_error_message="That agreement is already recorded.",
                    ),
                    models.UniqueConstraint(fields=("id", "child"), name="section_20_of_a_child"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Section20AgreementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("agreed_on", models.DateField(verbose_name="day of the agreement")),
                (
                    "agreed_by",
                    models.CharField(
                        choices=[
                            ("mother", "the mother"),
                            ("father", "the father"),
                            ("parents", "both parents"),
                            ("other", "somebody else with parental responsibility"),
                            ("young-person", "the young person, aged 16 or 17"),
                        ],
                        max_length=12,
                        verbose_name="who agreed?",
                    ),
                ),
                (
                    "way_out",
                    models.CharField(
                        blank=True,
                        help_text="The plan for care by agreement: home by when, or what instead",
                        max_length=300,
                        verbose_name="how is it meant to end?",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="day it ended")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("withdrawn", "the agreement was withdrawn"),
                            ("home", "the child went back to the family"),
                            ("order", "a court order took its place"),
                            ("other", "it ended in another way"),
                        ],
                        max_length=9,
                        verbose_name="how did it end?",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.child",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="casetrack.section20agreement",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AdoptionConsent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("given_on", models.DateField(verbose_name="day consent was given")),
                (
                    "given_by",
                    models.CharField(
                        choices=[
                            ("mother", "the mother"),
                            ("father", "the father"),
                            ("guardian", "a guardian"),
                        ],
                        max_length=8,
                        verbose_name="who gave it?",
                    ),
                ),
                (
                    "to_order",
                    models.BooleanField(
                        default=False, verbose_name="also to the adoption order, in advance"
                    ),
                ),
                (
                    "witnessed_by",
                    models.CharField(
                        blank=True,
                        help_text="The officer of the Children and Family Court Advisory and Support Service (Cafcass)",
                        max_length=120,
                        verbose_name="who witnessed it?",
                    ),
                ),
                (
                    "withdrawn_on",
                    models.DateField(blank=True, null=True, verbose_name="day it was withdrawn"),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_facts",
                        to="casetrack.child",
                    ),
                ),
            ],
            options={
                "verbose_name": "consent to adoption",
                "verbose_name_plural": "consents to adoption",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("withdrawn_on__gte", models.F("given_on"))),
                        name="adoption_consent_withdrawn_after_it_is_given",
                        violation_error_message="Consent cannot be withdrawn before the day it was given.",
                    ),
                    models.UniqueConstraint(
                        fields=("child", "given_by", "given_on"),
                        name="adoption_consent_once_a_day",
                        violation_error_message="That consent is already recorded.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdoptionConsentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("given_on", models.DateField(verbose_name="day consent was given")),
                (
                    "given_by",
                    models.CharField(
                        choices=[
                            ("mother", "the mother"),
                            ("father", "the father"),
                            ("guardian", "a guardian"),
                        ],
                        max_length=8,
                        verbose_name="who gave it?",
                    ),
                ),
                (
                    "to_order",
                    models.BooleanField(
                        default=False, verbose_name="also to the adoption order, in advance"
                    ),
                ),
                (
                    "witnessed_by",
                    models.CharField(
                        blank=True,
                        help_text="The officer of the Children and Family Court Advisory and Support Service (Cafcass)",
                        max_length=120,
                        verbose_name="who witnessed it?",
                    ),
                ),
                (
                    "withdrawn_on",
                    models.DateField(blank=True, null=True, verbose_name="day it was withdrawn"),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.child",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="casetrack.adoptionconsent",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DeprivationOfLibertyReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("reviewed_on", models.DateField(verbose_name="day it was looked at")),
                (
                    "reviewed_by",
                    models.CharField(blank=True, max_length=120, verbose_name="who looked at it?"),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("same", "it is still needed as it is"),
                            ("less", "less is needed, and the limits are eased"),
                            ("end", "it is no longer needed"),
                            ("court", "the court is to be asked again"),
                        ],
                        max_length=5,
                        verbose_name="what came of it?",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_facts",
                        to="casetrack.child",
                    ),
                ),
                (
                    "deprivation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="casetrack.deprivationofliberty",
                        verbose_name="order",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("deprivation", "reviewed_on"),
                        name="deprivation_of_liberty_review_once_a_day",
                        violation_error_message="A look at this order on that day is already recorded.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DeprivationOfLibertyReviewEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("reviewed_on", models.DateField(verbose_name="day it was looked at")),
                (
                    "reviewed_by",
                    models.CharField(blank=True, max_length=120, verbose_name="who looked at it?"),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("same", "it is still needed as it is"),
                            ("less", "less is needed, and the limits are eased"),
                            ("end", "it is no longer needed"),
                            ("court", "the court is to be asked again"),
                        ],
                        max_length=5,
                        verbose_name="what came of it?",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.child",
                    ),
                ),
                (
                    "deprivation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.deprivationofliberty",
                        verbose_name="order",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="casetrack.deprivationoflibertyreview",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DischargeApplication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("applied_on", models.DateField(verbose_name="day of the application")),
                (
                    "applied_by",
                    models.CharField(
                        choices=[
                            ("authority", "the council"),
                            ("mother", "the mother"),
                            ("father", "the father"),
                            ("parents", "both parents"),
                            ("child", "the child"),
                            ("other", "somebody else with parental responsibility"),
                        ],
                        max_length=9,
                        verbose_name="who applied?",
                    ),
                ),
                (
                    "decided_on",
                    models.DateField(blank=True, null=True, verbose_name="day the court decided"),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("discharged", "the order was ended"),
                            ("replaced", "another order took its place"),
                            ("refused", "the order stays"),
                            ("withdrawn", "the application was withdrawn"),
                        ],
                        max_length=10,
                        verbose_name="what came of it?",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_facts",
                        to="casetrack.child",
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="discharge_applications",
                        to="casetrack.courtorder",
                        verbose_name="order",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("decided_on__gte", models.F("applied_on"))),
                        name="discharge_decided_after_application",
                        violation_error_message="The court cannot decide before the day of the application.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_on__isnull", False),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            models.Q(("decided_on__isnull", True), ("outcome", "")),
                            _connector="OR",
                        ),
                        name="discharge_outcome_has_its_day",
                        violation_error_message="Enter both the day the court decided and what came of it, or neither.",
                    ),
                    models.UniqueConstraint(
                        fields=("order", "applied_on", "applied_by"),
                        name="discharge_application_once_a_day",
                        violation_error_message="That application is already recorded.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DischargeApplicationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("applied_on", models.DateField(verbose_name="day of the application")),
                (
                    "applied_by",
                    models.CharField(
                        choices=[
                            ("authority", "the council"),
                            ("mother", "the mother"),
                            ("father", "the father"),
                            ("parents", "both parents"),
                            ("child", "the child"),
                            ("other", "somebody else with parental responsibility"),
                        ],
                        max_length=9,
                        verbose_name="who applied?",
                    ),
                ),
                (
                    "decided_on",
                    models.DateField(blank=True, null=True, verbose_name="day the court decided"),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("discharged", "the order was ended"),
                            ("replaced", "another order took its place"),
                            ("refused", "the order stays"),
                            ("withdrawn", "the application was withdrawn"),
                        ],
                        max_length=10,
                        verbose_name="what came of it?",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.child",
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.courtorder",
                        verbose_name="order",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="casetrack.dischargeapplication",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FamilyMeeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("conference", "family group conference"),
                            ("decision-making", "family group decision-making meeting"),
                        ],
                        max_length=15,
                        verbose_name="what was offered?",
                    ),
                ),
                ("offered_on", models.DateField(verbose_name="day it was offered")),
                (
                    "declined_on",
                    models.DateField(blank=True, null=True, verbose_name="day the family declined"),
                ),
                (
                    "held_on",
                    models.DateField(blank=True, null=True, verbose_name="day of the meeting"),
                ),
                (
                    "came_of_it",
                    models.CharField(blank=True, max_length=300, verbose_name="what came of it?"),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_facts",
                        to="casetrack.child",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("declined_on__gte", models.F("offered_on"))),
                        name="family_meeting_declined_after_offer",
                        violation_error_message="The family cannot decline before the day of the offer.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("held_on__gte", models.F("offered_on"))),
                        name="family_meeting_held_after_offer",
                        violation_error_message="The meeting cannot be held before the day of the offer.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("declined_on__isnull", True),
                            ("held_on__isnull", True),
                            _connector="OR",
                        ),
                        name="family_meeting_held_or_declined",
                        violation_error_message="The meeting was held or declined, not both. A later offer is a new entry.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("held_on__isnull", False), ("came_of_it", ""), _connector="OR"
                        ),
                        name="family_meeting_has_come_to_something",
                        violation_error_message="Enter the day of the meeting.",
                    ),
                    models.UniqueConstraint(
                        fields=("child", "kind", "offered_on"),
                        name="family_meeting_offered_once_a_day",
                        violation_error_message="That offer is already recorded.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FamilyMeetingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("conference", "family group conference"),
                            ("decision-making", "family group decision-making meeting"),
                        ],
                        max_length=15,
                        verbose_name="what was offered?",
                    ),
                ),
                ("offered_on", models.DateField(verbose_name="day it was offered")),
                (
                    "declined_on",
                    models.DateField(blank=True, null=True, verbose_name="day the family declined"),
                ),
                (
                    "held_on",
                    models.DateField(blank=True, null=True, verbose_name="day of the meeting"),
                ),
                (
                    "came_of_it",
                    models.CharField(blank=True, max_length=300, verbose_name="what came of it?"),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.child",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="casetrack.familymeeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FamilyMeetingNotOffered",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("decided_on", models.DateField(verbose_name="day of the decision")),
                ("decided_by", models.CharField(max_length=120, verbose_name="who decided?")),
                (
                    "reason",
                    models.CharField(
                        max_length=300, verbose_name="why would it not be good for the child?"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_facts",
                        to="casetrack.child",
                    ),
                ),
            ],
            options={
                "verbose_name": "family meeting not offered",
                "verbose_name_plural": "family meetings not offered",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("child", "decided_on"),
                        name="family_meeting_not_offered_once_a_day",
                        violation_error_message="A decision of that day is already recorded.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason__regex", "\\S")),
                        name="family_meeting_not_offered_for_a_reason",
                        violation_error_message="Write why it would not be good for the child.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FamilyMeetingNotOfferedEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("decided_on", models.DateField(verbose_name="day of the decision")),
                ("decided_by", models.CharField(max_length=120, verbose_name="who decided?")),
                (
                    "reason",
                    models.CharField(
                        max_length=300, verbose_name="why would it not be good for the child?"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.child",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="casetrack.familymeetingnotoffered",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Hearing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("first", "first hearing"),
                            ("case-management", "case management hearing"),
                            ("issues-resolution", "issues resolution hearing"),
                            ("final", "final hearing"),
                            ("other", "other hearing"),
                        ],
                        max_length=17,
                        verbose_name="which hearing is it?",
                    ),
                ),
                ("listed_on", models.DateField(verbose_name="day the hearing is listed for")),
                (
                    "held_on",
                    models.DateField(
                        blank=True,
                        help_text="Its last day, where it took several. Leave it empty for a hearing to come.",
                        null=True,
                        verbose_name="day it was held",
                    ),
                ),
                (
                    "vacated_on",
                    models.DateField(
                        blank=True,
                        help_text="A hearing that is moved is called off, and the new one recorded",
                        null=True,
                        verbose_name="day it was called off",
                    ),
                ),
                (
                    "decided",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="what did the court decide?"
                    ),
                ),
                (
                    "vacated_because",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why was it called off?"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_facts",
                        to="casetrack.child",
                    ),
                ),
                (
                    "proceedings",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hearings",
                        to="casetrack.proceedings",
                        verbose_name="proceedings",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("held_on__gte", models.F("listed_on"))),
                        name="hearing_held_when_listed",
                        violation_error_message="A hearing is held on the day it is listed for, or ends later. If it was moved, call it off and record the new one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("held_on__isnull", True), ("vacated_on__isnull", True), _connector="OR"
                        ),
                        name="hearing_held_or_vacated",
                        violation_error_message="A hearing is held or called off, not both.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("vacated_on__lte", models.F("listed_on"))),
                        name="hearing_vacated_by_its_day",
                        violation_error_message="A hearing is called off by the day it is listed for.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("held_on__isnull", False), ("decided", ""), _connector="OR"
                        ),
                        name="hearing_decides_when_held",
                        violation_error_message="Enter the day the hearing was held.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("vacated_on__isnull", False), ("vacated_because", ""), _connector="OR"
                        ),
                        name="hearing_vacated_because",
                        violation_error_message="Enter the day the hearing was called off.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("vacated_on", None)),
                        fields=("proceedings", "purpose", "listed_on"),
                        name="hearing_listed_once_a_day",
                        violation_error_message="That hearing is already recorded.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HearingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("first", "first hearing"),
                            ("case-management", "case management hearing"),
                            ("issues-resolution", "issues resolution hearing"),
                            ("final", "final hearing"),
                            ("other", "other hearing"),
                        ],
                        max_length=17,
                        verbose_name="which hearing is it?",
                    ),
                ),
                ("listed_on", models.DateField(verbose_name="day the hearing is listed for")),
                (
                    "held_on",
                    models.DateField(
                        blank=True,
                        help_text="Its last day, where it took several. Leave it empty for a hearing to come.",
                        null=True,
                        verbose_name="day it was held",
                    ),
                ),
                (
                    "vacated_on",
                    models.DateField(
                        blank=True,
                        help_text="A hearing that is moved is called off, and the new one recorded",
                        null=True,
                        verbose_name="day it was called off",
                    ),
                ),
                (
                    "decided",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="what did the court decide?"
                    ),
                ),
                (
                    "vacated_because",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why was it called off?"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.child",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="casetrack.hearing",
                    ),
                ),
                (
                    "proceedings",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.proceedings",
                        verbose_name="proceedings",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LegalGateway",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                (
                    "referred_on",
                    models.DateField(blank=True, null=True, verbose_name="day the panel was asked"),
                ),
                (
                    "decided_on",
                    models.DateField(blank=True, null=True, verbose_name="day the panel decided"),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("issue", "go to court now"),
                            ("pre-proceedings", "send a letter before proceedings"),
                            ("section-20", "care by agreement with the parents (section 20)"),
                            ("support", "work with the family without the court"),
                            ("discharge", "ask the court to end an order"),
                            ("more", "more has to be known first"),
                            ("other", "something else"),
                        ],
                        max_length=15,
                        verbose_name="what did the panel decide?",
                    ),
                ),
                (
                    "words",
                    models.CharField(blank=True, max_length=300, verbose_name="in its own words"),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_facts",
                        to="casetrack.child",
                    ),
                ),
            ],
            options={
                "verbose_name": "legal gateway",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("referred_on__isnull", False),
                            ("decided_on__isnull", False),
                            _connector="OR",
                        ),
                        name="legal_gateway_has_a_day",
                        violation_error_message="Enter the day the panel was asked or the day it decided.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decided_on__gte", models.F("referred_on"))),
                        name="legal_gateway_decides_after_it_is_asked",
                        violation_error_message="The panel cannot decide before the day it was asked.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_on__isnull", False),
                                models.Q(("decision", ""), _negated=True),
                            ),
                            models.Q(("decided_on__isnull", True), ("decision", "")),
                            _connector="OR",
                        ),
                        name="legal_gateway_decision_has_its_day",
                        violation_error_message="Enter both the day of the decision and what was decided, or neither.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_on__isnull", False), ("words", ""), _connector="OR"
                        ),
                        name="legal_gateway_words_of_a_decision",
                        violation_error_message="Enter the day of the decision.",
                    ),
                    models.UniqueConstraint(
                        fields=("child", "decided_on", "decision"),
                        name="legal_gateway_decision_once_a_day",
                        violation_error_message="That decision is already recorded.",
                    ),
                    models.UniqueConstraint(
                        fields=("child", "referred_on"),
                        name="legal_gateway_asked_once_a_day",
                        violation_error_message="The panel is already recorded as asked on that day.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalGatewayEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                (
                    "referred_on",
                    models.DateField(blank=True, null=True, verbose_name="day the panel was asked"),
                ),
                (
                    "decided_on",
                    models.DateField(blank=True, null=True, verbose_name="day the panel decided"),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("issue", "go to court now"),
                            ("pre-proceedings", "send a letter before proceedings"),
                            ("section-20", "care by agreement with the parents (section 20)"),
                            ("support", "work with the family without the court"),
                            ("discharge", "ask the court to end an order"),
                            ("more", "more has to be known first"),
                            ("other", "something else"),
                        ],
                        max_length=15,
                        verbose_name="what did the panel decide?",
                    ),
                ),
                (
                    "words",
                    models.CharField(blank=True, max_length=300, verbose_name="in its own words"),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.child",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="casetrack.legalgateway",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OrderExtension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("ordered_on", models.DateField(verbose_name="day the court decided")),
                ("until_on", models.DateField(verbose_name="new last day of the order")),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_facts",
                        to="casetrack.child",
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="casetrack.courtorder",
                        verbose_name="order",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until_on__gte", models.F("ordered_on"))),
                        name="order_extension_reaches_ahead",
                        violation_error_message="The new last day is not before the day the court decided.",
                    ),
                    models.UniqueConstraint(
                        fields=("order", "ordered_on"),
                        name="order_extension_once_a_day",
                        violation_error_message="An extension of that day is already recorded.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OrderExtensionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("ordered_on", models.DateField(verbose_name="day the court decided")),
                ("until_on", models.DateField(verbose_name="new last day of the order")),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.child",
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.courtorder",
                        verbose_name="order",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="casetrack.orderextension",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PreProceedingsMeeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("first", "first meeting"),
                            ("review", "review meeting"),
                            ("final", "last meeting"),
                        ],
                        max_length=6,
                        verbose_name="which meeting was it?",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="day of the meeting")),
                (
                    "agreed",
                    models.CharField(blank=True, max_length=300, verbose_name="what was agreed?"),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_facts",
                        to="casetrack.child",
                    ),
                ),
                (
                    "pre_proceedings",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="casetrack.preproceedings",
                        verbose_name="pre-proceedings",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pre_proceedings", "held_on"),
                        name="pre_proceedings_meeting_once_a_day",
                        violation_error_message="A meeting of that day is already recorded.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PreProceedingsMeetingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("first", "first meeting"),
                            ("review", "review meeting"),
                            ("final", "last meeting"),
                        ],
                        max_length=6,
                        verbose_name="which meeting was it?",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="day of the meeting")),
                (
                    "agreed",
                    models.CharField(blank=True, max_length=300, verbose_name="what was agreed?"),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.child",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="casetrack.preproceedingsmeeting",
                    ),
                ),
                (
                    "pre_proceedings",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.preproceedings",
                        verbose_name="pre-proceedings",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProceedingsExtension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("ordered_on", models.DateField(verbose_name="day the court gave more time")),
                ("until_on", models.DateField(verbose_name="new last day of the proceedings")),
                ("reason", models.CharField(max_length=300, verbose_name="why?")),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_facts",
                        to="casetrack.child",
                    ),
                ),
                (
                    "proceedings",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="casetrack.proceedings",
                        verbose_name="proceedings",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until_on__gte", models.F("ordered_on"))),
                        name="proceedings_extension_reaches_ahead",
                        violation_error_message="The new last day is not before the day the court gave more time.",
                    ),
                    models.UniqueConstraint(
                        fields=("proceedings", "ordered_on"),
                        name="proceedings_extension_once_a_day",
                        violation_error_message="An extension of that day is already recorded.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason__regex", "\\S")),
                        name="proceedings_extension_has_a_reason",
                        violation_error_message="Write why the court gave more time.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProceedingsExtensionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("ordered_on", models.DateField(verbose_name="day the court gave more time")),
                ("until_on", models.DateField(verbose_name="new last day of the proceedings")),
                ("reason", models.CharField(max_length=300, verbose_name="why?")),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.child",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="casetrack.proceedingsextension",
                    ),
                ),
                (
                    "proceedings",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.proceedings",
                        verbose_name="proceedings",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Relative",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "kinship",
                    models.CharField(
                        choices=[
                            ("parent", "parent the child did not live with"),
                            ("grandparent", "grandparent"),
                            ("sibling", "grown-up brother or sister"),
                            ("aunt-or-uncle", "aunt or uncle"),
                            ("relative", "other relative"),
                            ("friend", "friend of the family"),
                            ("former-carer", "former carer"),
                        ],
                        max_length=13,
                        verbose_name="who is this to the child?",
                    ),
                ),
                ("put_forward_on", models.DateField(verbose_name="day they were put forward")),
                (
                    "put_forward_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("themselves", "they came forward themselves"),
                            ("child", "the child"),
                            ("mother", "the mother"),
                            ("father", "the father"),
                            ("family", "another member of the family, or a family meeting"),
                            ("worker", "a worker"),
                            ("court", "the court or the child’s guardian in court"),
                        ],
                        max_length=10,
                        verbose_name="who put them forward?",
                    ),
                ),
                (
                    "contacted_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="day they were first spoken to"
                    ),
                ),
                (
                    "viability_started_on",
                    models.DateField(
                        blank=True,
                        help_text="The short first look whether they could care for the child",
                        null=True,
                        verbose_name="day the viability assessment started",
                    ),
                ),
                (
                    "viability_done_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="day the viability assessment was completed",
                    ),
                ),
                (
                    "viability",
                    models.CharField(
                        blank=True,
                        choices=[("positive", "positive"), ("negative", "negative")],
                        max_length=8,
                        verbose_name="what did the viability assessment say?",
                    ),
                ),
                (
                    "assessment_started_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="day the full assessment started"
                    ),
                ),
                (
                    "assessment_done_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="day the full assessment was completed"
                    ),
                ),
                (
                    "assessment",
                    models.CharField(
                        blank=True,
                        choices=[("positive", "positive"), ("negative", "negative")],
                        max_length=8,
                        verbose_name="what did the full assessment say?",
                    ),
                ),
                (
                    "stood_back_on",
                    models.DateField(blank=True, null=True, verbose_name="day they stood back"),
                ),
                (
                    "ruled_out_on",
                    models.DateField(blank=True, null=True, verbose_name="day they were ruled out"),
                ),
                (
                    "ruled_out_because",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why were they ruled out?"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_facts",
                        to="casetrack.child",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name__regex", "\\S")),
                        name="relative_has_a_name",
                        violation_error_message="Enter their name.",
                    ),
                    models.UniqueConstraint(
                        fields=("child", "name", "put_forward_on"),
                        name="relative_put_forward_once_a_day",
                        violation_error_message="They are already recorded as put forward that day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("contacted_on__gte", models.F("put_forward_on"))),
                        name="relative_contacted_after_put_forward",
                        violation_error_message="That cannot be before the day they were put forward.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("viability_started_on__gte", models.F("put_forward_on"))
                        ),
                        name="relative_viability_started_after_put_forward",
                        violation_error_message="That cannot be before the day they were put forward.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("viability_done_on__gte", models.F("put_forward_on"))),
                        name="relative_viability_done_after_put_forward",
                        violation_error_message="That cannot be before the day they were put forward.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("assessment_started_on__gte", models.F("put_forward_on"))
                        ),
                        name="relative_assessment_started_after_put_forward",
                        violation_error_message="That cannot be before the day they were put forward.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("stood_back_on__gte", models.F("put_forward_on"))),
                        name="relative_stood_back_after_put_forward",
                        violation_error_message="That cannot be before the day they were put forward.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ruled_out_on__gte", models.F("put_forward_on"))),
                        name="relative_ruled_out_after_put_forward",
                        violation_error_message="That cannot be before the day they were put forward.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("viability_done_on__gte", models.F("viability_started_on"))
                        ),
                        name="relative_viability_done_after_start",
                        violation_error_message="The viability assessment cannot be completed before it started.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("viability_done_on__isnull", False),
                                models.Q(("viability", ""), _negated=True),
                            ),
                            models.Q(("viability_done_on__isnull", True), ("viability", "")),
                            _connector="OR",
                        ),
                        name="relative_viability_has_its_day",
                        violation_error_message="Enter both the day the viability assessment was completed and what it said.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("assessment_done_on", None),
                            models.Q(
                                ("assessment_done_on__gte", models.F("assessment_started_on")),
                                ("assessment_started_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="relative_assessment_is_started_first",
                        violation_error_message="The full assessment cannot be completed before its start.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("assessment_done_on__isnull", False),
                                models.Q(("assessment", ""), _negated=True),
                            ),
                            models.Q(("assessment_done_on__isnull", True), ("assessment", "")),
                            _connector="OR",
                        ),
                        name="relative_assessment_has_its_day",
                        violation_error_message="Enter both the day the full assessment was completed and what it said.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ruled_out_on__isnull", False),
                            ("ruled_out_because", ""),
                            _connector="OR",
                        ),
                        name="relative_ruled_out_because",
                        violation_error_message="Enter the day they were ruled out.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RelativeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "kinship",
                    models.CharField(
                        choices=[
                            ("parent", "parent the child did not live with"),
                            ("grandparent", "grandparent"),
                            ("sibling", "grown-up brother or sister"),
                            ("aunt-or-uncle", "aunt or uncle"),
                            ("relative", "other relative"),
                            ("friend", "friend of the family"),
                            ("former-carer", "former carer"),
                        ],
                        max_length=13,
                        verbose_name="who is this to the child?",
                    ),
                ),
                ("put_forward_on", models.DateField(verbose_name="day they were put forward")),
                (
                    "put_forward_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("themselves", "they came forward themselves"),
                            ("child", "the child"),
                            ("mother", "the mother"),
                            ("father", "the father"),
                            ("family", "another member of the family, or a family meeting"),
                            ("worker", "a worker"),
                            ("court", "the court or the child’s guardian in court"),
                        ],
                        max_length=10,
                        verbose_name="who put them forward?",
                    ),
                ),
                (
                    "contacted_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="day they were first spoken to"
                    ),
                ),
                (
                    "viability_started_on",
                    models.DateField(
                        blank=True,
                        help_text="The short first look whether they could care for the child",
                        null=True,
                        verbose_name="day the viability assessment started",
                    ),
                ),
                (
                    "viability_done_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="day the viability assessment was completed",
                    ),
                ),
                (
                    "viability",
                    models.CharField(
                        blank=True,
                        choices=[("positive", "positive"), ("negative", "negative")],
                        max_length=8,
                        verbose_name="what did the viability assessment say?",
                    ),
                ),
                (
                    "assessment_started_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="day the full assessment started"
                    ),
                ),
                (
                    "assessment_done_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="day the full assessment was completed"
                    ),
                ),
                (
                    "assessment",
                    models.CharField(
                        blank=True,
                        choices=[("positive", "positive"), ("negative", "negative")],
                        max_length=8,
                        verbose_name="what did the full assessment say?",
                    ),
                ),
                (
                    "stood_back_on",
                    models.DateField(blank=True, null=True, verbose_name="day they stood back"),
                ),
                (
                    "ruled_out_on",
                    models.DateField(blank=True, null=True, verbose_name="day they were ruled out"),
                ),
                (
                    "ruled_out_because",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why were they ruled out?"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.child",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="casetrack.relative",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Section20Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("reviewed_on", models.DateField(verbose_name="day it was looked at")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("right", "it is still right"),
                            ("end", "it is to end"),
                            ("advice", "lawyers are to be asked"),
                        ],
                        max_length=6,
                        verbose_name="what came of it?",
                    ),
                ),
                (
                    "words",
                    models.CharField(blank=True, max_length=300, verbose_name="in a few words"),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="casetrack.section20agreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)s_facts",
                        to="casetrack.child",
                    ),
                ),
            ],
            options={
                "verbose_name": "section 20 review",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreement", "reviewed_on"),
                        name="section_20_review_once_a_day",
                        violation_error_message="A look at the agreement on that day is already recorded.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Section20ReviewEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "origin",
                    models.CharField(
                        choices=[("return", "from a return"), ("person", "recorded by a person")],
                        default="person",
                        max_length=6,
                    ),
                ),
                ("reviewed_on", models.DateField(verbose_name="day it was looked at")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("right", "it is still right"),
                            ("end", "it is to end"),
                            ("advice", "lawyers are to be asked"),
                        ],
                        max_length=6,
                        verbose_name="what came of it?",
                    ),
                ),
                (
                    "words",
                    models.CharField(blank=True, max_length=300, verbose_name="in a few words"),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.section20agreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casetrack.child",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="casetrack.section20review",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        casetrack.triggers.RemoveTrigger(
            model_name="courtorder",
            name="insert_insert",
        ),
        casetrack.triggers.RemoveTrigger(
            model_name="courtorder",
            name="update_update",
        ),
        casetrack.triggers.RemoveTrigger(
            model_name="courtorder",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="courtorder",
            name="expires_on",
            field=models.DateField(
                blank=True,
                help_text="Leave it empty where the court set none. A supervision order lasts a year at most, an emergency protection order eight days.",
                null=True,
                verbose_name="last day of the order, as the court set it",
            ),
        ),
        migrations.AddField(
            model_name="courtorderevent",
            name="expires_on",
            field=models.DateField(
                blank=True,
                help_text="Leave it empty where the court set none. A supervision order lasts a year at most, an emergency protection order eight days.",
                null=True,
                verbose_name="last day of the order, as the court set it",
            ),
        ),
        migrations.AlterField(
            model_name="courtorder",
            name="ended_on",
            field=models.DateField(blank=True, null=True, verbose_name="day the order ended"),
        ),
        migrations.AlterField(
            model_name="courtorder",
            name="kind",
            field=models.CharField(
                choices=[
                    ("interim-care", "interim care order"),
                    ("care", "care order"),
                    ("placement", "placement order"),
                    ("supervision", "supervision order"),
                    ("special-guardianship", "special guardianship order"),
                    ("child-arrangements", "child arrangements order"),
                    ("adoption", "adoption order"),
                    ("emergency-protection", "emergency protection order"),
                    ("interim-supervision", "interim supervision order"),
                    ("child-assessment", "child assessment order"),
                    ("secure-accommodation", "secure accommodation order"),
                ],
                max_length=20,
                verbose_name="which order the court made",
            ),
        ),
        migrations.AlterField(
            model_name="courtorder",
            name="made_known",
            field=models.BooleanField(
                default=True, verbose_name="that day is known, not only that it was on or before it"
            ),
        ),
        migrations.AlterField(
            model_name="courtorder",
            name="made_on",
            field=models.DateField(verbose_name="day the order was made"),
        ),
        migrations.AlterField(
            model_name="courtorderevent",
            name="ended_on",
            field=models.DateField(blank=True, null=True, verbose_name="day the order ended"),
        ),
        migrations.AlterField(
            model_name="courtorderevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("interim-care", "interim care order"),
                    ("care", "care order"),
                    ("placement", "placement order"),
                    ("supervision", "supervision order"),
                    ("special-guardianship", "special guardianship order"),
                    ("child-arrangements", "child arrangements order"),
                    ("adoption", "adoption order"),
                    ("emergency-protection", "emergency protection order"),
                    ("interim-supervision", "interim supervision order"),
                    ("child-assessment", "child assessment order"),
                    ("secure-accommodation", "secure accommodation order"),
                ],
                max_length=20,
                verbose_name="which order the court made",
            ),
        ),
        migrations.AlterField(
            model_name="courtorderevent",
            name="made_known",
            field=models.BooleanField(
                default=True, verbose_name="that day is known, not only that it was on or before it"
            ),
        ),
        migrations.AlterField(
            model_name="courtorderevent",
            name="made_on",
            field=models.DateField(verbose_name="day the order was made"),
        ),
        migrations.AlterField(
            model_name="previouspermanence",
            name="kind",
            field=models.CharField(
                choices=[
                    ("P1", "adoption"),
                    ("P2", "special guardianship"),
                    ("P3", "residence or child arrangements order"),
                    ("P4", "not known which"),
                    ("Z1", "none"),
                ],
                max_length=2,
                verbose_name="what was there before?",
            ),
        ),
        migrations.AlterField(
            model_name="previouspermanence",
            name="ordered_on",
            field=models.CharField(
                blank=True,
                help_text="For example 27/03/2018. Write zz for what nobody knows any more: zz/zz/2018",
                max_length=10,
                verbose_name="day of that order",
            ),
        ),
        migrations.AlterField(
            model_name="previouspermanence",
            name="ordering_authority",
            field=models.CharField(
                blank=True,
                help_text="Three characters, as in the statutory return",
                max_length=3,
                verbose_name="code of the council where it was ordered",
            ),
        ),
        migrations.AlterField(
            model_name="previouspermanenceevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("P1", "adoption"),
                    ("P2", "special guardianship"),
                    ("P3", "residence or child arrangements order"),
                    ("P4", "not known which"),
                    ("Z1", "none"),
                ],
                max_length=2,
                verbose_name="what was there before?",
            ),
        ),
        migrations.AlterField(
            model_name="previouspermanenceevent",
            name="ordered_on",
            field=models.CharField(
                blank=True,
                help_text="For example 27/03/2018. Write zz for what nobody knows any more: zz/zz/2018",
                max_length=10,
                verbose_name="day of that order",
            ),
        ),
        migrations.AlterField(
            model_name="previouspermanenceevent",
            name="ordering_authority",
            field=models.CharField(
                blank=True,
                help_text="Three characters, as in the statutory return",
                max_length=3,
                verbose_name="code of the council where it was ordered",
            ),
        ),
        AddTrigger(
            model_name="courtorder",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_courtorderevent" ("child_id", "ended_on", "expires_on", "id", "kind", "made_known", "made_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."ended_on", new_values."expires_on", new_values."id", new_values."kind", new_values."made_known", new_values."made_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1a0798226c9e8821390e21cd0cf54666bc9baf50",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c8e13",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="casetrack_courtorder",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="courtorder",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_courtorderevent" ("child_id", "ended_on", "expires_on", "id", "kind", "made_known", "made_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."ended_on", new_values."expires_on", new_values."id", new_values."kind", new_values."made_known", new_values."made_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e0a5994ef4a0b44317726783abba3cb50ec041d5",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_09f15",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="casetrack_courtorder",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="courtorder",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_courtorderevent" ("child_id", "ended_on", "expires_on", "id", "kind", "made_known", "made_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."child_id", old_values."ended_on", old_values."expires_on", old_values."id", old_values."kind", old_values."made_known", old_values."made_on", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="1645cf0daadc9ab3eb329541f686352a33dcb4a7",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_de074",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="casetrack_courtorder",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="courtorder",
            constraint=models.CheckConstraint(
                condition=models.Q(("expires_on__gte", models.F("made_on"))),
                name="court_order_expires_after_it_is_made",
                violation_error_message="The last day of an order is not before the day it was made.",
            ),
        ),
        migrations.AddConstraint(
            model_name="courtorder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "supervision"), _negated=True),
                    (
                        "expires_on__lte",
                        models.Func(
                            models.F("made_on"),
                            output_field=models.DateField(),
                            template="((%(expressions)s - 1 + interval '1 year')::date)",
                        ),
                    ),
                    _connector="OR",
                ),
                name="supervision_order_for_a_year",
                violation_error_message="A supervision order is made for a year at most: its last day is the one before the anniversary.",
            ),
        ),
        migrations.AddConstraint(
            model_name="courtorder",
            constraint=models.UniqueConstraint(
                fields=("id", "child"), name="court_order_of_a_child"
            ),
        ),
        migrations.AlterConstraint(
            model_name="courtorder",
            name="court_order_ends_after_it_is_made",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on", None), ("ended_on__gt", models.F("made_on")), _connector="OR"
                ),
                name="court_order_ends_after_it_is_made",
                violation_error_message="An order must end after the day it was made.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="courtorder",
            name="court_order_once_a_day",
            constraint=models.UniqueConstraint(
                fields=("child", "kind", "made_on"),
                name="court_order_once_a_day",
                violation_error_message="That order is already recorded.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="previouspermanence",
            name="previous_permanence_date_is_whole_or_zz",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ordered_on", ""),
                    ("ordered_on__regex", "^(\\d\\d|zz)/(\\d\\d|zz)/(\\d{4}|zz|zzzz)$"),
                    _connector="OR",
                ),
                name="previous_permanence_date_is_whole_or_zz",
                violation_error_message="Write the day of the order like 27/03/2018, with zz for what is not known.",
            ),
        ),
        AddTrigger(
            model_name="adoptionconsent",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_adoptionconsentevent" ("child_id", "given_by", "given_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_order", "withdrawn_on", "witnessed_by") SELECT new_values."child_id", new_values."given_by", new_values."given_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."to_order", new_values."withdrawn_on", new_values."witnessed_by" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="79104cc2ee6ff52f2cfe1f77150a9b7e958e8c8d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_acf7f",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="casetrack_adoptionconsent",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="adoptionconsent",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_adoptionconsentevent" ("child_id", "given_by", "given_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_order", "withdrawn_on", "witnessed_by") SELECT new_values."child_id", new_values."given_by", new_values."given_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."to_order", new_values."withdrawn_on", new_values."witnessed_by" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5d9a18c3fbfc95f8744deeeaea07d32a80f529fe",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_392b6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="casetrack_adoptionconsent",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="adoptionconsent",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_adoptionconsentevent" ("child_id", "given_by", "given_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_order", "withdrawn_on", "witnessed_by") SELECT old_values."child_id", old_values."given_by", old_values."given_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."to_order", old_values."withdrawn_on", old_values."witnessed_by" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="77f78efa9683e2a0e904ce82ae3ad4cbf9e58e94",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6a7b4",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="casetrack_adoptionconsent",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="adoptionconsentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4d82d226e4864d4cee0408f574ffd1a71b149c7d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_50b0c",
                    table="casetrack_adoptionconsentevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="deprivationofliberty",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_deprivationoflibertyevent" ("allows", "child_id", "court", "ends_on", "expires_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT new_values."allows", new_values."child_id", new_values."court", new_values."ends_on", new_values."expires_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f1439776943f2edf9f4c4ffa7473c4e1c0f4e92d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d1057",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="casetrack_deprivationofliberty",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="deprivationofliberty",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_deprivationoflibertyevent" ("allows", "child_id", "court", "ends_on", "expires_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT new_values."allows", new_values."child_id", new_values."court", new_values."ends_on", new_values."expires_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="18f60315ac2f5e191837738210a6d4e5fe27018c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5f84a",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="casetrack_deprivationofliberty",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="deprivationofliberty",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_deprivationoflibertyevent" ("allows", "child_id", "court", "ends_on", "expires_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT old_values."allows", old_values."child_id", old_values."court", old_values."ends_on", old_values."expires_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."start_known", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d20ecef3d75d61e927386a2ed62dce964169451a",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_422bd",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="casetrack_deprivationofliberty",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="deprivationoflibertyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ee7c6d92ce8f320569f10f2695df97031602cf31",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4423a",
                    table="casetrack_deprivationoflibertyevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="deprivationoflibertyreview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_deprivationoflibertyreviewevent" ("child_id", "deprivation_id", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_by", "reviewed_on") SELECT new_values."child_id", new_values."deprivation_id", new_values."id", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reviewed_by", new_values."reviewed_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="39c177adb9bc36fa38044dfdc0889885670b887f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0fc6d",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="casetrack_deprivationoflibertyreview",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="deprivationoflibertyreview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_deprivationoflibertyreviewevent" ("child_id", "deprivation_id", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_by", "reviewed_on") SELECT new_values."child_id", new_values."deprivation_id", new_values."id", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reviewed_by", new_values."reviewed_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f779ac8fe42481a42323f79d1e5550453d397239",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f7076",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="casetrack_deprivationoflibertyreview",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="deprivationoflibertyreview",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_deprivationoflibertyreviewevent" ("child_id", "deprivation_id", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_by", "reviewed_on") SELECT old_values."child_id", old_values."deprivation_id", old_values."id", old_values."origin", old_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reviewed_by", old_values."reviewed_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="9c36c6d51ed13b00e109f8b5e8202512d001a653",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_254bc",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="casetrack_deprivationoflibertyreview",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="deprivationoflibertyreviewevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d9f2b835a0d3030673323fd359d187290fc42e01",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_19dd3",
                    table="casetrack_deprivationoflibertyreviewevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="dischargeapplication",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_dischargeapplicationevent" ("applied_by", "applied_on", "child_id", "decided_on", "id", "order_id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."applied_by", new_values."applied_on", new_values."child_id", new_values."decided_on", new_values."id", new_values."order_id", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a01544d593626f1e0eae9189b82ac57747874edb",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_23799",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="casetrack_dischargeapplication",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="dischargeapplication",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_dischargeapplicationevent" ("applied_by", "applied_on", "child_id", "decided_on", "id", "order_id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."applied_by", new_values."applied_on", new_values."child_id", new_values."decided_on", new_values."id", new_values."order_id", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="877554f44ac2f06669da74f20ce76a53546bf24b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_68435",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="casetrack_dischargeapplication",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="dischargeapplication",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_dischargeapplicationevent" ("applied_by", "applied_on", "child_id", "decided_on", "id", "order_id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."applied_by", old_values."applied_on", old_values."child_id", old_values."decided_on", old_values."id", old_values."order_id", old_values."origin", old_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="0c763ab39e68774e0548a222b0e6af4b57663573",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9eb5e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="casetrack_dischargeapplication",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="dischargeapplicationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ed7502ff53970bda859a498e5cd7cfe4eb371392",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a7ff9",
                    table="casetrack_dischargeapplicationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="familymeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_familymeetingevent" ("came_of_it", "child_id", "declined_on", "held_on", "id", "kind", "offered_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."came_of_it", new_values."child_id", new_values."declined_on", new_values."held_on", new_values."id", new_values."kind", new_values."offered_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="97c992a718e945d3b7e68cae05c24c0a885229f9",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_12f05",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="casetrack_familymeeting",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="familymeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_familymeetingevent" ("came_of_it", "child_id", "declined_on", "held_on", "id", "kind", "offered_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."came_of_it", new_values."child_id", new_values."declined_on", new_values."held_on", new_values."id", new_values."kind", new_values."offered_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c4750a378379ef806c69bc5a44bbe35624aafa0f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8b976",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="casetrack_familymeeting",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="familymeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_familymeetingevent" ("came_of_it", "child_id", "declined_on", "held_on", "id", "kind", "offered_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."came_of_it", old_values."child_id", old_values."declined_on", old_values."held_on", old_values."id", old_values."kind", old_values."offered_on", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="15281551950212d345dec343bf8cd0cf16862977",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7638a",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="casetrack_familymeeting",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="familymeetingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6a28513c678e46d689edb65c786c88e358949663",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_435a4",
                    table="casetrack_familymeetingevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="familymeetingnotoffered",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_familymeetingnotofferedevent" ("child_id", "decided_by", "decided_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."child_id", new_values."decided_by", new_values."decided_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1d6421000e0450d149fe86e18b0dcb44cfd7e84c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a39bb",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="casetrack_familymeetingnotoffered",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="familymeetingnotoffered",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_familymeetingnotofferedevent" ("child_id", "decided_by", "decided_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."child_id", new_values."decided_by", new_values."decided_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="26958d31f638368644d607c0a78097361d65082c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0bdda",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="casetrack_familymeetingnotoffered",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="familymeetingnotoffered",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_familymeetingnotofferedevent" ("child_id", "decided_by", "decided_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT old_values."child_id", old_values."decided_by", old_values."decided_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="2d771a83a003597dc32ef8cc928f4cac77d2c33a",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c1a74",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="casetrack_familymeetingnotoffered",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="familymeetingnotofferedevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="71aea0a143526827d819a33ba0c4643d5f8aa1bd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9fe7c",
                    table="casetrack_familymeetingnotofferedevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="legalgateway",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_legalgatewayevent" ("child_id", "decided_on", "decision", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referred_on", "words") SELECT new_values."child_id", new_values."decided_on", new_values."decision", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."referred_on", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d644e39aba5e4015068cc2d2fa34d4a0300f357f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9b415",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="casetrack_legalgateway",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="legalgateway",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_legalgatewayevent" ("child_id", "decided_on", "decision", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referred_on", "words") SELECT new_values."child_id", new_values."decided_on", new_values."decision", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."referred_on", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0f6b6b2804729773646d0212056e1346820b9da4",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_03213",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="casetrack_legalgateway",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="legalgateway",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_legalgatewayevent" ("child_id", "decided_on", "decision", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referred_on", "words") SELECT old_values."child_id", old_values."decided_on", old_values."decision", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."referred_on", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="e889e4c5a5b2e7d35292ecaff283b69bf447c2cf",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_caee9",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="casetrack_legalgateway",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="legalgatewayevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0499f7f6c6ea493323e3743cfd532783e80f4247",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_45f78",
                    table="casetrack_legalgatewayevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="orderextension",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_orderextensionevent" ("child_id", "id", "order_id", "ordered_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_on") SELECT new_values."child_id", new_values."id", new_values."order_id", new_values."ordered_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."until_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3e68a6fe42bc3b847b2342e07d665b5a7bfc8e1d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d2647",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="casetrack_orderextension",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="orderextension",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_orderextensionevent" ("child_id", "id", "order_id", "ordered_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_on") SELECT new_values."child_id", new_values."id", new_values."order_id", new_values."ordered_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."until_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="104bb3d144da4663cbd386d52cc614e4a64d22a7",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b5bc1",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="casetrack_orderextension",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="orderextension",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_orderextensionevent" ("child_id", "id", "order_id", "ordered_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_on") SELECT old_values."child_id", old_values."id", old_values."order_id", old_values."ordered_on", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."until_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f5622dab842325e4643ffe2d496b0da98aab7d81",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0b540",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="casetrack_orderextension",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="orderextensionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9888fb1f14485de1a86fad716958a8d2b740004d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7d4ae",
                    table="casetrack_orderextensionevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="preproceedings",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_preproceedingsevent" ("child_id", "ended_on", "id", "letter_sent_on", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."ended_on", new_values."id", new_values."letter_sent_on", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="845e978e63c30a1357d18d791ef79f9019fa6b32",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e88b4",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="casetrack_preproceedings",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="preproceedings",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_preproceedingsevent" ("child_id", "ended_on", "id", "letter_sent_on", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."ended_on", new_values."id", new_values."letter_sent_on", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1aafe0078659a8164986293cb76c12545f07a143",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1d9a6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="casetrack_preproceedings",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="preproceedings",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_preproceedingsevent" ("child_id", "ended_on", "id", "letter_sent_on", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."child_id", old_values."ended_on", old_values."id", old_values."letter_sent_on", old_values."origin", old_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d67dd5da2a9615463db63a831c6af46a04a9df40",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_791f7",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="casetrack_preproceedings",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="preproceedingsevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8127adea37cd012376fe9028dc164e10227a0558",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ae16e",
                    table="casetrack_preproceedingsevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="preproceedingsmeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_preproceedingsmeetingevent" ("agreed", "child_id", "held_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pre_proceedings_id", "purpose") SELECT new_values."agreed", new_values."child_id", new_values."held_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."pre_proceedings_id", new_values."purpose" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="fdccb8e86635b307ff0661214d160e4cef22fefb",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8a3fc",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="casetrack_preproceedingsmeeting",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="preproceedingsmeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_preproceedingsmeetingevent" ("agreed", "child_id", "held_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pre_proceedings_id", "purpose") SELECT new_values."agreed", new_values."child_id", new_values."held_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."pre_proceedings_id", new_values."purpose" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="afc54d6ee5fe349b00b51360e8f21a83579d7a12",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_53855",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="casetrack_preproceedingsmeeting",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="preproceedingsmeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_preproceedingsmeetingevent" ("agreed", "child_id", "held_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pre_proceedings_id", "purpose") SELECT old_values."agreed", old_values."child_id", old_values."held_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."pre_proceedings_id", old_values."purpose" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="960dbc09d3af654ac717304488a8ef791f777674",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_74be4",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="casetrack_preproceedingsmeeting",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="preproceedingsmeetingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a9472d26b242db7385b9bf4c82f68b16460e5160",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_60439",
                    table="casetrack_preproceedingsmeetingevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="proceedings",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_proceedingsevent" ("child_id", "concluded_on", "court", "id", "issued_on", "kind", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") SELECT new_values."child_id", new_values."concluded_on", new_values."court", new_values."id", new_values."issued_on", new_values."kind", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reference" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c232e3d3cc5d1afe39ad975247acc4699cf18a23",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f97d0",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="casetrack_proceedings",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="proceedings",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_proceedingsevent" ("child_id", "concluded_on", "court", "id", "issued_on", "kind", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") SELECT new_values."child_id", new_values."concluded_on", new_values."court", new_values."id", new_values."issued_on", new_values."kind", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reference" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="49734956cf7f4b6e46d118dca1402d86f3b36d30",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_13e7c",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="casetrack_proceedings",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="proceedings",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_proceedingsevent" ("child_id", "concluded_on", "court", "id", "issued_on", "kind", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") SELECT old_values."child_id", old_values."concluded_on", old_values."court", old_values."id", old_values."issued_on", old_values."kind", old_values."origin", old_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reference" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="c2bdb73142f5a42f6b5ee62a8b02ee1fe33e309f",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a748e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="casetrack_proceedings",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="hearingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="29351bd1c51ca80ebb40bb975fcd97dd4de332ab",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5c656",
                    table="casetrack_hearingevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="hearing",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_hearingevent" ("child_id", "decided", "held_on", "id", "listed_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proceedings_id", "purpose", "vacated_because", "vacated_on") SELECT new_values."child_id", new_values."decided", new_values."held_on", new_values."id", new_values."listed_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."proceedings_id", new_values."purpose", new_values."vacated_because", new_values."vacated_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6850c3d3a5fa2b510e11f3a570a0b78f410823e6",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e356c",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="casetrack_hearing",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="hearing",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_hearingevent" ("child_id", "decided", "held_on", "id", "listed_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proceedings_id", "purpose", "vacated_because", "vacated_on") SELECT new_values."child_id", new_values."decided", new_values."held_on", new_values."id", new_values."listed_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."proceedings_id", new_values."purpose", new_values."vacated_because", new_values."vacated_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c331510aec6c9ec857869427ca6bdfa9d42abd40",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2349e",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="casetrack_hearing",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="hearing",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_hearingevent" ("child_id", "decided", "held_on", "id", "listed_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proceedings_id", "purpose", "vacated_because", "vacated_on") SELECT old_values."child_id", old_values."decided", old_values."held_on", old_values."id", old_values."listed_on", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."proceedings_id", old_values."purpose", old_values."vacated_because", old_values."vacated_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="c2b9f6a8a897ada9e88921991245a182d327ec9f",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_85fd8",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="casetrack_hearing",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="proceedingsevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5b2b48189a972ded52b1643d189e655d145d7f0f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7dc33",
                    table="casetrack_proceedingsevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="proceedingsextension",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_proceedingsextensionevent" ("child_id", "id", "ordered_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proceedings_id", "reason", "until_on") SELECT new_values."child_id", new_values."id", new_values."ordered_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."proceedings_id", new_values."reason", new_values."until_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c3c694b650ac46f37cc5ef7fdd2780fc2720defc",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_71c18",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="casetrack_proceedingsextension",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="proceedingsextension",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_proceedingsextensionevent" ("child_id", "id", "ordered_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proceedings_id", "reason", "until_on") SELECT new_values."child_id", new_values."id", new_values."ordered_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."proceedings_id", new_values."reason", new_values."until_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="7cef3c9cec01d2b3f2fd4b31f19fef5a4934ea80",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_965f6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="casetrack_proceedingsextension",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="proceedingsextension",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_proceedingsextensionevent" ("child_id", "id", "ordered_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proceedings_id", "reason", "until_on") SELECT old_values."child_id", old_values."id", old_values."ordered_on", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."proceedings_id", old_values."reason", old_values."until_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="ad4164065323eeac8d0de181cf03a235ba256383",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2dba6",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="casetrack_proceedingsextension",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="proceedingsextensionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4f530a3b6f2efa6c4222fdca7f63d1568d3fe40c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3db5a",
                    table="casetrack_proceedingsextensionevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="relative",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_relativeevent" ("assessment", "assessment_done_on", "assessment_started_on", "child_id", "contacted_on", "id", "kinship", "name", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_forward_by", "put_forward_on", "ruled_out_because", "ruled_out_on", "stood_back_on", "viability", "viability_done_on", "viability_started_on") SELECT new_values."assessment", new_values."assessment_done_on", new_values."assessment_started_on", new_values."child_id", new_values."contacted_on", new_values."id", new_values."kinship", new_values."name", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."put_forward_by", new_values."put_forward_on", new_values."ruled_out_because", new_values."ruled_out_on", new_values."stood_back_on", new_values."viability", new_values."viability_done_on", new_values."viability_started_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9ae9326ae4e8362ebf4cf042ffea86b48ef35db6",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8d657",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="casetrack_relative",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="relative",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_relativeevent" ("assessment", "assessment_done_on", "assessment_started_on", "child_id", "contacted_on", "id", "kinship", "name", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_forward_by", "put_forward_on", "ruled_out_because", "ruled_out_on", "stood_back_on", "viability", "viability_done_on", "viability_started_on") SELECT new_values."assessment", new_values."assessment_done_on", new_values."assessment_started_on", new_values."child_id", new_values."contacted_on", new_values."id", new_values."kinship", new_values."name", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."put_forward_by", new_values."put_forward_on", new_values."ruled_out_because", new_values."ruled_out_on", new_values."stood_back_on", new_values."viability", new_values."viability_done_on", new_values."viability_started_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="05ad0f1358aa810c8a784226c9b692151f1d5084",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_68add",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="casetrack_relative",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="relative",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_relativeevent" ("assessment", "assessment_done_on", "assessment_started_on", "child_id", "contacted_on", "id", "kinship", "name", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_forward_by", "put_forward_on", "ruled_out_because", "ruled_out_on", "stood_back_on", "viability", "viability_done_on", "viability_started_on") SELECT old_values."assessment", old_values."assessment_done_on", old_values."assessment_started_on", old_values."child_id", old_values."contacted_on", old_values."id", old_values."kinship", old_values."name", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."put_forward_by", old_values."put_forward_on", old_values."ruled_out_because", old_values."ruled_out_on", old_values."stood_back_on", old_values."viability", old_values."viability_done_on", old_values."viability_started_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="2ce382546816bcf44816f022f8d77f9b01071667",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_afbb2",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="casetrack_relative",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="relativeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="15a152256419386156c86515b8885912277c5c1b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c0914",
                    table="casetrack_relativeevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="section20agreement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_section20agreementevent" ("agreed_by", "agreed_on", "child_id", "ended_on", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "way_out") SELECT new_values."agreed_by", new_values."agreed_on", new_values."child_id", new_values."ended_on", new_values."id", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."way_out" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6307330f563a7fd19e1b5c47efde30def521a12e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d9538",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="casetrack_section20agreement",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="section20agreement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_section20agreementevent" ("agreed_by", "agreed_on", "child_id", "ended_on", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "way_out") SELECT new_values."agreed_by", new_values."agreed_on", new_values."child_id", new_values."ended_on", new_values."id", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."way_out" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3f7b4d4af5289bba1a57ac3699e7e8a96d2c098f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_44a36",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="casetrack_section20agreement",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="section20agreement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_section20agreementevent" ("agreed_by", "agreed_on", "child_id", "ended_on", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "way_out") SELECT old_values."agreed_by", old_values."agreed_on", old_values."child_id", old_values."ended_on", old_values."id", old_values."origin", old_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."way_out" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="8e263da8d6918d6dadb536122cd5204bf2cf9fb5",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2113a",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="casetrack_section20agreement",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="section20agreementevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="519e7f1df2137cf6d564a30d7824a92c71c19e3c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_62d66",
                    table="casetrack_section20agreementevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="section20review",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_section20reviewevent" ("agreement_id", "child_id", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_on", "words") SELECT new_values."agreement_id", new_values."child_id", new_values."id", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reviewed_on", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8e77c58b96fe7afddd07be60d5abe826d5a527ec",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d83f3",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="casetrack_section20review",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="section20review",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_section20reviewevent" ("agreement_id", "child_id", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_on", "words") SELECT new_values."agreement_id", new_values."child_id", new_values."id", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reviewed_on", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5d37ce39be3e911fed816b2a55682ff04de2252d",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_942aa",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="casetrack_section20review",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="section20review",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_section20reviewevent" ("agreement_id", "child_id", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewed_on", "words") SELECT old_values."agreement_id", old_values."child_id", old_values."id", old_values."origin", old_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reviewed_on", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="9d09c97b615c94486061ef15c54c5ee00d2c4a4d",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2eadb",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="casetrack_section20review",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="section20reviewevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a57ee637096a4f5e17311e48ba193d1753fb74de",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_32b7f",
                    table="casetrack_section20reviewevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
