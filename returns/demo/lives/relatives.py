"""The family's own meeting, and all who were put forward to care for the child, side by side."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from casetrack.models import (
    FamilyMeeting,
    FamilyMeetingNotOffered,
    Relationship,
    Relative,
)
from casetrack.models.family import AssessmentOutcome, FamilyMeetingKind, Kinship, PutForwardBy
from returns.demo.lives.council import Council, Story
from returns.demo.lives.entries import Entry
from returns.demo.lives.family import Relation, relations
from returns.demo.timelines import days, pick

CONNECTED = ("U1", "U2", "U3")
KINSHIP = {
    Relationship.FATHER: Kinship.PARENT,
    Relationship.GRANDPARENT: Kinship.GRANDPARENT,
    Relationship.SIBLING: Kinship.SIBLING,
    Relationship.AUNT_OR_UNCLE: Kinship.AUNT_OR_UNCLE,
    Relationship.RELATIVE: Kinship.RELATIVE,
    Relationship.FRIEND: Kinship.FRIEND,
}
CARERS = {Kinship.GRANDPARENT: 62, Kinship.AUNT_OR_UNCLE: 28, Kinship.FRIEND: 10}
FORWARD = {
    PutForwardBy.FAMILY: 34,
    PutForwardBy.MOTHER: 26,
    PutForwardBy.THEMSELVES: 20,
    PutForwardBy.FATHER: 12,
    PutForwardBy.WORKER: 8,
}
BECAME = {"no": 40, "stood-back": 26, "negative": 20, "ruled-out": 14}
WHY_NOT = (
    "Their home is too small and they do not want to move.",
    "Their own health does not allow it at the moment. They stay in touch every week.",
    "They live too far away for school and family time.",
    "They could not keep apart from a person whom the court has said the child may not see.",
    "Their work takes them away for weeks at a time. They want to be told how the child is.",
)
CAME_OF_IT = (
    "The family wrote a plan of who helps on which day, and who comes forward to care.",
    "Two relatives came forward. Family time at the grandparents’ home was agreed.",
    "An aunt takes the children to school twice a week, and the family meets again in June.",
    "The family asked that everybody who came forward is looked at at the same time.",
    "The family agreed who tells the children what, and that nobody argues in front of them.",
)
NOT_OFFERED = (
    "The family lives abroad and cannot be reached safely. To be asked again each half year.",
    "The court has forbidden the parents to be in one room. Each was spoken to alone.",
    "The young person, who is 17, asked that the family is not brought together.",
)


def tell(council: Council) -> Iterator[Entry]:
    for number, family in council.families.items():
        first = min(family, key=lambda story: story.care.starts_on)
        if first.life.unaccompanied or first.legal == "J1":
            continue
        random = council.random("relatives", number)
        for story in family:
            yield from _meeting(story, council.random("meeting", number))
        forward = _put_forward(council, family, random)
        for story in family:
            yield from _carers(story, random)
            for relation, plan in forward:
                yield _relative(story, relation, plan)
    yield from _not_offered(council)


def _meeting(story: Story, random: Random) -> Iterator[Entry]:
    """Brothers and sisters share a chance, and so a meeting."""
    if random.random() > 0.62:
        return
    kind = pick(random, {FamilyMeetingKind.CONFERENCE: 70, FamilyMeetingKind.DECISION_MAKING: 30})
    offered = story.care.starts_on + days(random.randint(-24, 25))
    declined = random.random() < 0.18
    answer = offered + days(random.randint(4, 14) if declined else random.randint(14, 45))
    values: dict[str, Any] = {"declined_on": answer} if declined else {"held_on": answer}
    if not declined:
        values["came_of_it"] = random.choice(CAME_OF_IT)
    if offered <= story.yesterday:
        yield story.entry(FamilyMeeting, offered, kind=kind, offered_on=offered, **values)


def _put_forward(
    council: Council, family: list[Story], random: Random
) -> list[tuple[Relation, dict[str, Any]]]:
    """One or two of the family, each with how many days later which step came."""
    found: list[tuple[Relation, dict[str, Any]]] = []
    for relation in relations(council, family):
        kinship = KINSHIP.get(Relationship(relation.relationship))
        wanted = kinship is not None and not relation.not_to_know and random.random() < 0.6
        if wanted and len(found) < 2:
            late = random.random() < 0.12
            done = random.randint(16, 40) if late else random.randint(7, 13)
            plan = {
                "kinship": kinship,
                "put_forward_by": pick(random, FORWARD),
                "offset": random.randint(-20, 45),
                "became": pick(random, BECAME),
                "steps": [random.randint(1, 3), random.randint(3, 6), done],
                "why": random.choice(WHY_NOT),
            }
            found.append((relation, plan))
    return found


def _relative(story: Story, relation: Relation, plan: dict[str, Any]) -> Entry:
    on = min(story.care.starts_on + days(plan["offset"]), story.last)
    contacted, started, done = (on + days(step) for step in plan["steps"])
    values: dict[str, Any] = {"contacted_on": contacted}
    became = plan["became"]
    if became == "stood-back":
        values["stood_back_on"] = started
    elif became == "ruled-out":
        values |= {"ruled_out_on": started, "ruled_out_because": plan["why"]}
    else:
        values |= {"viability_started_on": started}
    if became == "no":
        values |= {"viability_done_on": done, "viability": AssessmentOutcome.NEGATIVE}
        values |= {"ruled_out_on": done + days(5), "ruled_out_because": plan["why"]}
    elif became == "negative":
        values |= {"viability_done_on": done, "viability": AssessmentOutcome.POSITIVE}
        values |= _assessed(done + days(7), done + days(80), AssessmentOutcome.NEGATIVE)
    return story.entry(
        Relative,
        on,
        name=relation.name,
        kinship=plan["kinship"],
        put_forward_on=on,
        put_forward_by=plan["put_forward_by"],
        **_in_order(values, story.yesterday),
    )


def _carers(story: Story, random: Random) -> Iterator[Entry]:
    """Relatives with whom the child lives: they were put forward too, and the answer was yes."""
    home = next((home for home in story.homes if home.type in CONNECTED), None)
    if home is None or not home.home.name:
        return
    on = home.starts_on - days(random.randint(8, 16))
    entry = story.entry(
        Relative,
        on,
        name=one_of(home.home.name),
        kinship=pick(random, CARERS),
        put_forward_on=on,
        put_forward_by=pick(random, FORWARD),
        contacted_on=on + days(1),
        viability_started_on=on + days(2),
        viability_done_on=home.starts_on - days(1),
        viability=AssessmentOutcome.POSITIVE,
    )
    story.carers = entry.fact
    yield entry


def one_of(carers: str) -> str:
    """The first of two: Pauline Harrison of Pauline and Alan Harrison."""
    first, _, second = carers.partition(" and ")
    return f"{first} {second.rsplit(' ', 1)[-1]}" if second else first


def _assessed(began: date, done: date, outcome: str) -> dict[str, Any]:
    return {"assessment_started_on": began, "assessment_done_on": done, "assessment": outcome}


def _in_order(values: dict[str, Any], last: date) -> dict[str, Any]:
    """Nothing that would follow a step that is still to come."""
    if (done := values.get("viability_done_on")) is not None and done > last:
        return {name: on for name, on in values.items() if not name.startswith("assess")}
    return values


def _not_offered(council: Council) -> Iterator[Entry]:
    random = council.random("not-offered", len(council.stories))
    alone = [story for story in council.stories if story.life.unaccompanied]
    older = [story for story in council.stories if story.present and story.age(story.last) > 15]
    some = random.sample(alone, len(alone) // 3) + random.sample(older, min(2, len(older)))
    for story in {story.child: story for story in some}.values():
        on = min(story.care.starts_on + days(random.randint(10, 30)), story.last)
        yield story.entry(
            FamilyMeetingNotOffered,
            on,
            decided_on=on,
            decided_by=council.social_worker(story, on),
            reason=NOT_OFFERED[0] if story.life.unaccompanied else random.choice(NOT_OFFERED[1:]),
        )
