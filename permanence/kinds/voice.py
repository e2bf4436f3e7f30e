"""What the child says and shows, and life story work."""

from collections.abc import Iterator
from typing import Any

from casetrack.access.permissions import Permission
from casetrack.record.kind import Change, Group, Kind, Told
from permanence.actions import voice
from permanence.models import ChildsWords, LifeStory, LifeStoryKind, PermanencePlan, SharedWith

SHARED = {
    SharedWith.READERS: "everybody who may read this record",
    SharedWith.WORKERS: "the people who work with the child",
    SharedWith.MEETINGS: "the people at meetings",
    SharedWith.FAMILY: "family",
}
LIFE_STORY = {
    LifeStoryKind.STARTED: "Life story work started.",
    LifeStoryKind.PART: "A part of the life story was given to the child.",
    LifeStoryKind.BOOK: "The life story book was given to the child.",
    LifeStoryKind.LETTER: "The later life letter was given, to be read when the child is older.",
}


def _words(fact: Any) -> Iterator[Told]:
    said = "The child showed us something" if fact.is_observed else "The child said something"
    yield Told(fact.said_on, f"{said}, to share with {SHARED[fact.shared_with]}.")


def _life_story(fact: Any) -> Iterator[Told]:
    yield Told(fact.done_on, LIFE_STORY[fact.kind])


def _of_this_child(fact: Any) -> str:
    if fact.plan is not None and fact.plan.child_id != fact.child_id:
        return "That is the plan of another child."
    return ""


KINDS = (
    Kind(
        code="words",
        title="What the child said or showed",
        group=Group.VOICE,
        model=ChildsWords,
        permission=Permission.RECORD_VOICE,
        hint="Only what the child agreed to share. If the child tells of harm, record that in the "
        "safeguarding record, not here.",
        asks=(
            "said_on",
            "is_observed",
            "words",
            "gathered",
            "gathered_by",
            "shared_with",
            "about",
            "plan",
        ),
        choices={"plan": lambda child: PermanencePlan.objects.filter(child=child)},
        rule=_of_this_child,
        tell=_words,
        for_family=False,
        changes=(
            Change(
                code="shared",
                title="The child shares it with others than before",
                asks=("shared_with",),
                act=lambda fact, by, values: voice.share(
                    words=fact, with_whom=values["shared_with"], by=by
                ),
                offered=lambda fact: True,
            ),
        ),
    ),
    Kind(
        code="life-story",
        title="Life story work",
        group=Group.VOICE,
        model=LifeStory,
        permission=Permission.RECORD_PLANS,
        asks=("kind", "done_on", "done_by"),
        tell=_life_story,
    ),
)
