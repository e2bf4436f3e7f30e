import datetime
import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casetrack', '0012_a_year_from_the_first_of_march'),
        ('oversight', '0007_cohorts'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='clockrow',
            name='clock_row_open',
        ),
        migrations.AddIndex(
            model_name='clockrow',
            index=models.Index(models.F('child'), django.db.models.functions.comparison.Coalesce('stopped_on', models.Value(datetime.date(9999, 12, 31)), output_field=models.DateField()), name='clock_row_running'),
        ),
    ]
