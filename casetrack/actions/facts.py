"""Facts that stand for themselves: recorded, corrected, and taken back.

A correction mends a mistake and is no event in the child's life; what was believed before stays in
the history with who mended it and why. Facts with consequences have actions of their own for
recording and changing them; putting a mistake right is the same for all.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction

from casetrack.actions.refusal import Refused
from casetrack.models import Origin
from casetrack.recording import recording

Rule = Callable[[Any], str]
DOES_NOT_FIT = "This does not fit with what is already recorded for that time."


class FactRefused(Refused):
    """The fact cannot be so."""


def no_rule(fact: Any) -> str:
    """For kinds of fact of which the database's own constraints say all there is to say."""
    return ""


def record(*, fact: Any, what: str, by: Any, rule: Rule = no_rule) -> Any:
    """Write a new fact, `what` being its kind. Raises FactRefused."""
    with recording(f"{what}.recorded", by=by, children=[fact.child_id]):
        check(fact, rule)
        _save(fact)
        return fact


def correct(
    *,
    fact: Any,
    values: Mapping[str, Any],
    what: str,
    why: str,
    seen: int,
    by: Any,
    rule: Rule = no_rule,
    chain: Sequence[str] | None = None,
) -> Any:
    """Put a mistake right. `seen` is the number of the version that the person had before them.

    `chain` is given for periods that follow one another, such as legal statuses (the fields, apart
    from the child, that one chain shares): a neighbour that touched the wrong day moves with it.
    Raises FactRefused where somebody changed the fact since, where nothing would change, and where
    the fact cannot be so.
    """
    if not why.strip():
        raise FactRefused(fields={"why": "Write why the record was wrong"})
    with recording(f"{what}.corrected", by=by, why=why.strip(), children=[fact.child_id]):
        fact = _unchanged(fact, seen)
        changed = [name for name, value in values.items() if getattr(fact, name) != value]
        if not changed:
            raise FactRefused("Nothing was changed.")
        if chain is not None:
            with fitting():
                _move_neighbours(fact, {name: values[name] for name in changed}, chain)
        for name in changed:
            setattr(fact, name, values[name])
        # From now on it is a person's word, which no return may overwrite.
        fact.origin = Origin.PERSON
        check(fact, rule)
        _save(fact)
        if chain is not None:
            _settle()
        return fact


def take_back(*, fact: Any, what: str, why: str, seen: int, by: Any, rule: Rule = no_rule) -> None:
    """It never happened, or not to this child. The history keeps that it was once believed.

    `rule(fact)` says what else rests on it, empty where nothing does. Raises FactRefused.
    """
    if not why.strip():
        raise FactRefused(fields={"why": "Write why this is taken back"})
    with recording(f"{what}.taken-back", by=by, why=why.strip(), children=[fact.child_id]):
        fact = _unchanged(fact, seen)
        if reason := rule(fact):
            raise FactRefused(reason)
        try:
            with transaction.atomic():
                fact.delete()
        except models.ProtectedError:
            raise FactRefused("Other entries rest on this one. Take those back first.") from None


def check(fact: Any, rule: Rule) -> None:
    """Raises FactRefused with every reason why the fact cannot be so, in words."""
    _refuse_backwards(fact)
    wrong: dict[str, list[str]] = {}
    for ask in (fact.clean_fields, fact.validate_unique, fact.validate_constraints):
        try:
            ask()
        except ValidationError as error:
            for name, messages in error.message_dict.items():
                wrong.setdefault(name, []).extend(messages)
    general = wrong.pop("__all__", [])
    if not wrong and not general and (reason := rule(fact)):
        general = [reason]
    if wrong or general:
        raise FactRefused(" ".join(general), {name: texts[0] for name, texts in wrong.items()})


def _refuse_backwards(fact: Any) -> None:
    """A period that ends before it starts is no range, of which no constraint can be asked."""
    starts_on, ends_on = getattr(fact, "starts_on", None), getattr(fact, "ends_on", None)
    if starts_on is not None and ends_on is not None and ends_on < starts_on:
        raise FactRefused(fields={"ends_on": "Enter a day after the day on which it started"})


def _move_neighbours(fact: Any, changed: Mapping[str, Any], chain: Sequence[str]) -> None:
    """Let the period before end, and the one after begin, where this one now begins or ends."""
    others = type(fact).objects.filter(child=fact.child_id).exclude(pk=fact.pk)
    others = others.filter(**{name: getattr(fact, name) for name in chain})
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    if before := "starts_on" in changed and others.filter(ends_on=fact.starts_on).first():
        if before.starts_on >= changed["starts_on"]:
            raise FactRefused(fields={"starts_on": "The one before it began on that day or later"})
        others.filter(pk=before.pk).update(ends_on=changed["starts_on"])
    after = fact.ends_on and "ends_on" in changed and others.filter(starts_on=fact.ends_on).first()
    if after:
        end = changed["ends_on"]
        if end is None or (after.ends_on is not None and end >= after.ends_on):
            raise FactRefused(fields={"ends_on": "The one after it has ended by then, or follows"})
        others.filter(pk=after.pk).update(starts_on=end)


def _settle() -> None:
    """Have the database check now what it was asked to check later."""
    with fitting(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _unchanged(fact: Any, seen: int) -> Any:
    """The fact as it stands, under the lock on its child."""
    model = type(fact)
    newest = model.pgh_event_model.objects.filter(pgh_obj_id=fact.pk).order_by("-pgh_id").first()
    if newest is None or newest.pgh_id != seen or newest.pgh_label == "delete":
        raise FactRefused(
            "Somebody changed this entry while you had it open. Look at it as it stands now, "
            "then enter your correction again."
        )
    return model.objects.get(pk=fact.pk)


def _save(fact: Any) -> None:
    """What a check before the lock of another table could not see, the database still refuses."""
    with fitting():
        fact.save()


@contextmanager
def fitting() -> Iterator[None]:
    """What the database refuses is refused in words."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        raise FactRefused(DOES_NOT_FIT) from None
