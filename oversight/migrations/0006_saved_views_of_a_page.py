from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('oversight', '0005_justified_delays_and_causes'),
    ]

    operations = [
        migrations.AddField(
            model_name='savedview',
            name='page',
            field=models.CharField(blank=True, db_default='', default='', max_length=30),
        ),
        migrations.RemoveConstraint(
            model_name='savedview',
            name='saved_view_name_unique',
        ),
        migrations.AddConstraint(
            model_name='savedview',
            constraint=models.UniqueConstraint(fields=('user', 'page', 'name'), name='saved_view_name_unique'),
        ),
    ]
