import uuid

from django.db import models

from casetrack.history import tracked
from casetrack.models.facts import Origin
from casetrack.privacy import classes


@tracked
class Home(models.Model):
    """A household or setting where children live, with an identity of its own.

    The return has no carer, only "changed" or "same": each unbroken stretch with one carer becomes
    a home of its own, which a person may later give its name. `uuid` of such a home is made from
    the child and the day the stretch began, so that loading the return again finds it.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    authority = models.ForeignKey("casetrack.Authority", models.PROTECT)
    name = models.CharField(max_length=120, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    urn = models.CharField("Ofsted number", max_length=8, blank=True)
    origin = models.CharField(max_length=6, choices=Origin, default=Origin.PERSON)

    PRIVACY = classes(key="id uuid authority origin", where="name postcode urn")

    def __str__(self) -> str:
        return f"home {self.pk}"


@tracked
class Carer(models.Model):
    """An adult who cares for children in a household."""

    home = models.ForeignKey(Home, models.CASCADE, related_name="carers")
    name = models.CharField(max_length=120)

    PRIVACY = classes(key="id home", where="name")

    def __str__(self) -> str:
        return f"carer {self.pk}"
