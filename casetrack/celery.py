"""The jobs' application: run with `celery -A casetrack worker` and `celery -A casetrack beat`."""

import os

from celery import Celery
from celery.signals import setup_logging

from casetrack.schedule import TIMETABLE

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casetrack.settings")

app = Celery("casetrack")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.beat_schedule = TIMETABLE
app.autodiscover_tasks()


@setup_logging.connect
def _keep_the_projects_logging(**_: object) -> None:
    """Being connected is enough: Celery then leaves alone what Django's LOGGING has set up."""
