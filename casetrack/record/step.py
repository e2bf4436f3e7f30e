"""What kinds share: the steps that follow a fact, and facts within proceedings or an order."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.actions import changes, joint
from casetrack.actions.facts import Rule, no_rule
from casetrack.forms import question
from casetrack.record.kind import Ask, Change


def wanted(model: Any, name: str, **given: Any) -> Ask:
    """The question of a field that must be answered here, though it may stand empty."""
    field = model._meta.get_field(name)
    return Ask(name, lambda child: question(field, **{"required": True, **given}))


def answered(model: Any, *names: str) -> tuple[Ask, ...]:
    return tuple(wanted(model, name) for name in names)


def step(
    of: str,
    code: str,
    title: str,
    model: Any,
    wants: Sequence[str],
    *,
    also: Sequence[str] = (),
    labels: Mapping[str, str] | None = None,
    offered: Callable[[Any], bool],
    rule: Rule = no_rule,
    permission: Permission | None = None,
    owned: Callable[[Any], Permission] | None = None,
) -> Change:
    """A hearing is held, an offer declined: a change that fills in what the fact stood without.

    `of` is the code of the kind; the fields in `wants` must be answered, those in `also` may be.
    """
    return Change(
        code=code,
        title=title,
        asks=(*(wanted(model, name, **_words(labels, name)) for name in wants), *also),
        act=lambda fact, by, values: changes.record(
            fact=fact, what=f"{of}.{code}", by=by, rule=rule, **values
        ),
        offered=offered,
        permission=permission,
        owned=owned,
    )


def within(of: str, model: Any, field: str, rule: Rule) -> Callable[[Any, Any, Any], Any]:
    """The `act` of a kind whose facts belong to what `field` names, and brothers' to their own."""
    return lambda child, by, values: joint.record(
        fact=model(child=child, **values), within=field, what=of, by=by, rule=rule
    )


def _words(labels: Mapping[str, str] | None, name: str) -> dict[str, str]:
    return {"label": labels[name]} if labels and name in labels else {}
