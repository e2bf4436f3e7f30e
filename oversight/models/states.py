"""The state of a wait on a day, in the one place that decides it.

Green, then amber from `warn_on`, red after `due_on`; justified turns red to amber while an answer
holds; "cannot tell" where a needed date is missing or known only as "on or before", until the
limit has passed whatever that date is. After the last day that an authority's facts are known to,
the state is that of that day.
"""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Case, Exists, F, Func, OuterRef, Q, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Least
from django.db.models.lookups import GreaterThan

from oversight.models.answers import Answer


class WholeDays(Func):
    """The days from one date to another, as a whole number."""

    template = "(%(expressions)s)"
    arg_joiner = " - "
    output_field = models.IntegerField()

    def __init__(self, first: str, last: str) -> None:
        super().__init__(F(last), F(first))


class State(models.TextChoices):
    """Most serious first; "justified" is a red wait whose delay somebody answered for."""

    RED = "red", "past its limit"
    CANNOT_TELL = "cannot-tell", "cannot tell"
    JUSTIFIED = "justified", "delay justified"
    AMBER = "amber", "limit is near"
    GREEN = "green", "in time"


PAST = (State.RED, State.JUSTIFIED)
"""Past its limit, whether or not somebody answered for it: so every count has it."""


def known_day(day: date, authority: str) -> Combinable:
    """`day`, or the last day that the authority (a path of fields) knows of if that is earlier."""
    today = Value(day, output_field=models.DateField())
    known_to = f"{authority}__known_to"
    return Case(
        When(Q(**{f"{authority}__records_live": True}) | Q(**{known_to: None}), then=today),
        default=Least(F(known_to), today),
        output_field=models.DateField(),
    )


STOPS_ON = Coalesce("stopped_on", Value(date.max), output_field=models.DateField())
"""The day on which a wait stops; the end of time while it runs on."""


class ClockQuerySet(models.QuerySet):
    def as_at(self, day: date | None = None, *, on_day: Combinable | None = None) -> Self:
        """The waits that run on `day`, each with `on_day`, `state` and `days` (since it started).

        `on_day` is `day`, or the last day the authority's facts are known to if that is earlier. A
        query that has worked it out already gives the expression instead of the day.
        """
        if on_day is None:
            if day is None:
                raise ValueError("a day or an expression of one is needed")
            on_day = known_day(day, "child__authority")
        answered = Answer.objects.standing(OuterRef("on_day")).filter(
            child_id=OuterRef("child_id"),
            clock=OuterRef("clock"),
            subject=OuterRef("subject"),
            started_on=OuterRef("started_on"),
        )
        return (
            self.annotate(on_day=on_day)
            .filter(
                GreaterThan(STOPS_ON, F("on_day")),
                runs_from__lte=F("on_day"),
            )
            .annotate(
                state=Case(
                    When(
                        Q(due_on__lt=F("on_day")) & Exists(answered),
                        then=Value(State.JUSTIFIED),
                    ),
                    When(due_on__lt=F("on_day"), then=Value(State.RED)),
                    When(Q(start_known=False) | ~Q(missing=""), then=Value(State.CANNOT_TELL)),
                    When(warn_on__lte=F("on_day"), then=Value(State.AMBER)),
                    default=Value(State.GREEN),
                    output_field=models.CharField(),
                ),
                days=WholeDays("started_on", "on_day"),
            )
        )
