"""One file a noun: what may be recorded of adoption and of special guardianship.

Who the adopters are is never told: a sentence names a family by the agency's reference.
"""

from collections.abc import Callable, Iterable
from typing import Any

from adoption.models import AdopterFamily
from casetrack.actions import facts
from casetrack.forms import question
from casetrack.models import Child
from casetrack.record.kind import Ask, Change
from casetrack.record.step import step as record_step

Choices = list[tuple[str, str]]


def step(
    kind: str,
    code: str,
    title: str,
    model: Any,
    *names: str,
    rest: tuple[str, ...] = (),
    unless: Callable[[Any], bool] = lambda fact: False,
    rule: facts.Rule = facts.no_rule,
) -> Change:
    """A change that fills the fields `names`, the first of which is its day.

    It is offered until that day is known, or one of the days `rest` after which nothing follows,
    and not where `unless(fact)` says that it is known from elsewhere.
    """
    open_days = (names[0], *rest)
    return record_step(
        kind,
        code,
        title,
        model,
        names,
        rule=rule,
        offered=lambda fact: (
            all(getattr(fact, day) is None for day in open_days) and not unless(fact)
        ),
    )


def may_be(model: Any, name: str) -> Ask:
    """The question of a field of another model, which may stay unanswered."""
    return Ask(name, lambda child: question(model._meta.get_field(name), required=False))


def linked(child: Child) -> Any:
    """The families that were ever linked with the child, by reference."""
    return AdopterFamily.objects.filter(links__child=child).distinct()


def or_none(words: str, choices: Iterable[tuple[str, str]]) -> Callable[[Child], Choices]:
    """In a correction also that it did not happen: `words` for no choice at all."""
    return lambda child: [("", words), *choices]


def the_family(family: AdopterFamily | None) -> str:
    return f"the adoptive family {family}" if family else "an adoptive family"


def sentence(words: str) -> str:
    """With one full stop, however somebody typed the words."""
    return words.rstrip(" .") + "."
