import uuid

from django.db import models
from django.db.models.functions import Now

from casetrack.privacy import classes


class Submission(models.Model):
    """A form that was sent: the number it carried, so that a second press records nothing twice."""

    number = models.UUIDField(primary_key=True, default=uuid.uuid4)
    at = models.DateTimeField(db_default=Now())

    PRIVACY = classes(key="number at")

    def __str__(self) -> str:
        return str(self.number)
