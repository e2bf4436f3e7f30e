import uuid

from django.db import models

from casetrack.privacy import classes


class SavedView(models.Model):
    """A list that somebody comes back to: the filters, order and columns of a queue.

    `page` is the code of the pathway whose list it is, empty for the tracker. `query` is the
    address of the list without what was looked for, day and place: that may be a child's name, and
    a view is for every day.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey("casetrack.User", models.CASCADE, related_name="saved_views")
    page = models.CharField(max_length=30, blank=True, default="", db_default="")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=1000, blank=True)

    PRIVACY = classes(key="id uuid user", open="page", staff="name query")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["user", "page", "name"], name="saved_view_name_unique")
        ]

    def __str__(self) -> str:
        return f"view {self.pk}"
