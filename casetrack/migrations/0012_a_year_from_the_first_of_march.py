from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casetrack", "0011_recorded_from"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="courtorder",
            name="supervision_order_for_a_year",
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
                            template="greatest((%(expressions)s - 1 + interval '1 year')::date, (%(expressions)s + interval '1 year')::date - 1)",
                        ),
                    ),
                    _connector="OR",
                ),
                name="supervision_order_for_a_year",
                violation_error_message="A supervision order is made for a year at most: its last day is the one before the anniversary.",
            ),
        ),
    ]
