import casetrack.triggers
import pgtrigger.compiler
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('permanence', '0007_decisions_and_minutes'),
    ]

    operations = [
        casetrack.triggers.AddTrigger(
            model_name='minutepage',
            trigger=pgtrigger.compiler.Trigger(name='never_added', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT FROM permanence_meeting AS meeting\n            WHERE meeting.locked_at IS NOT NULL AND meeting.id = (SELECT meeting_id FROM permanence_minutes WHERE id = NEW.minutes_id))\n            THEN RAISE EXCEPTION 'The minutes of that meeting are locked.' USING ERRCODE = 'integrity_constraint_violation';\n            END IF; RETURN NEW;", hash='3434ef490c5ce62d23862dfb97305baa755c83b8', operation='INSERT', pgid='pgtrigger_never_added_ce602', table='permanence_minutepage', when='BEFORE')),
        ),
    ]
