"""What every fact table remembers: who changed which row, when, why, and what it said before.

Statement-level triggers write an event row for every insert, update and delete, whichever way the
change came, and copy into it the context that `recording()` opened.
"""

from typing import TypeVar

import pghistory
from django.db import models

Model = TypeVar("Model", bound=type[models.Model])


def tracked(model: Model) -> Model:
    """Keep the history of `model`, deletes included (pghistory's default leaves them out).

    What the database works out from the rest of a row is not remembered beside it.
    """
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=[field.name for field in model._meta.local_fields if field.generated],
    )(model)
