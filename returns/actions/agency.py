"""What an agency's list says otherwise: kept until decided, accepted into the record or refused."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.actions import facts
from casetrack.actions.refusal import Refused
from casetrack.record.kind import Kind
from casetrack.record.reading import newest
from casetrack.recording import recording
from returns.agency.compare import Compared, field_held
from returns.agency.fields import FIELDS
from returns.models import AgencyDecision, AgencyDifference

ACCEPTED = "accepted from the agency’s list"


class AgencyRefused(Refused):
    """The difference cannot be decided so."""


def keep(*, compared: Compared, on: date, by: Any) -> None:
    """The days by which the list differs wait for a decision; what an earlier list said goes.

    Only of the children who were compared, whom the reader reaches. What was refused stays so;
    what was accepted and differs again is asked about again.
    """
    children = [child.pk for child in compared.children]
    if not children:
        return
    with recording("agency-list.compared", by=by, children=children):
        undecided = AgencyDifference.objects.filter(child__in=children, decision="")
        undecided.filter(field__in=compared.found.columns).delete()
        held = {
            (each.child_id, each.field, each.stated_on): each
            for each in AgencyDifference.objects.filter(child__in=children)
        }
        new = []
        for differs in compared.differs:
            before = held.get((differs.child.pk, differs.code, differs.stated_on))
            if before is None:
                new.append(
                    AgencyDifference(
                        child=differs.child,
                        field=differs.code,
                        stated_on=differs.stated_on,
                        found_on=on,
                        found_by=by,
                    )
                )
            elif before.decision == AgencyDecision.ACCEPTED:
                _open_again([before.pk], on, by)
        AgencyDifference.objects.bulk_create(new)


def _open_again(differences: Iterable[int], on: date, by: Any) -> None:
    AgencyDifference.objects.filter(pk__in=differences).update(
        decision="", decided_on=None, decided_by=None, found_on=on, found_by=by
    )


def needed(difference: AgencyDifference, fact: Any) -> set[Permission]:
    """What somebody must be allowed to accept it: to record such a fact, or to correct it."""
    kind = FIELDS[difference.field].kind
    return {kind.permission} | ({Permission.CORRECT_FACTS} if fact is not None else set())


def why_not_accept(difference: AgencyDifference, fact: Any) -> str:
    """Why the list's day cannot be taken into the record; empty where it can."""
    field = FIELDS[difference.field]
    if difference.decision:
        return "Somebody has decided this already."
    if field.on(fact) == difference.stated_on:
        return "The record says the same by now."
    if elsewhere := field.why_elsewhere(fact):
        return elsewhere
    born_on = difference.child.born_on
    if born_on is not None and difference.stated_on < born_on and not field.kind.before_birth:
        return "The child was not born on that day."
    return ""


def accept(*, difference: AgencyDifference, on: date, by: Any) -> None:
    """The record takes over the day of the list, as the kind of fact itself would record it."""
    field = FIELDS[difference.field]
    children = [difference.child_id]
    with recording("agency-list.accepted", by=by, why=ACCEPTED, children=children):
        difference = AgencyDifference.objects.select_related("child").get(pk=difference.pk)
        fact = field_held(difference.field, [difference]).get(difference.child_id)
        if reason := why_not_accept(difference, fact):
            raise AgencyRefused(reason)
        if fact is not None:
            facts.correct(
                fact=fact,
                values={field.day: difference.stated_on},
                what=field.kind.code,
                why=ACCEPTED,
                seen=newest(field.kind, fact.pk),
                by=by,
                rule=field.kind.rule or facts.no_rule,
                chain=field.kind.chain,
            )
        elif field.values is not None:
            _record(field.kind, difference.child, field.values(difference.stated_on), by)
        _decide(difference, AgencyDecision.ACCEPTED, "", on, by)


def _record(kind: Kind, child: Any, values: Mapping[str, Any], by: Any) -> None:
    if kind.act is not None:
        kind.act(child, by, values)
        return
    fact = kind.model(child=child, **values)
    facts.record(fact=fact, what=kind.code, by=by, rule=kind.rule or facts.no_rule)


def refuse(*, difference: AgencyDifference, reason: str, on: date, by: Any) -> None:
    """The record stands; the same day is not asked about again."""
    if not reason.strip():
        raise AgencyRefused("Write why the record stands.")
    if len(reason.strip()) > 300:
        raise AgencyRefused("The reason may have up to 300 characters.")
    with recording("agency-list.refused", by=by, children=[difference.child_id]):
        difference.refresh_from_db()
        if difference.decision:
            raise AgencyRefused("Somebody has decided this already.")
        _decide(difference, AgencyDecision.REFUSED, reason.strip(), on, by)


def _decide(difference: AgencyDifference, decision: str, reason: str, on: date, by: Any) -> None:
    AgencyDifference.objects.filter(pk=difference.pk).update(
        decision=decision, reason=reason, decided_on=on, decided_by=by
    )
