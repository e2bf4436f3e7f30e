"""The people around a child: parents and others who matter, and brothers and sisters.

Brothers and sisters in care share their family, so the people are made up once a family.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from casetrack.models import ImportantPerson, Relationship, SiblingDecision, Together, YesNoNotKnown
from permanence.models import Route
from returns.demo import names
from returns.demo.lives.council import Council, Story
from returns.demo.lives.entries import Entry
from returns.demo.timelines import days, pick

YES, NO, NOT_KNOWN = YesNoNotKnown.YES, YesNoNotKnown.NO, YesNoNotKnown.NOT_KNOWN
OTHERS = {
    Relationship.GRANDPARENT: 46,
    Relationship.AUNT_OR_UNCLE: 22,
    Relationship.SIBLING: 10,
    Relationship.STEP_PARENT: 9,
    Relationship.FRIEND: 8,
    Relationship.RELATIVE: 5,
}
NOTES: dict[str, tuple[str, ...]] = {
    Relationship.MOTHER: (
        "Family time every Saturday morning.",
        "Best rung after five o’clock.",
        "Likes to be told about school reports.",
        "Comes to reviews when the day is agreed early.",
        "",
        "",
    ),
    Relationship.FATHER: (
        "Works nights; ring in the afternoon.",
        "Writes a letter every month.",
        "Family time at the centre every second week.",
        "",
        "",
    ),
    Relationship.GRANDPARENT: (
        "Sunday dinner once a month.",
        "Sends a parcel for every birthday.",
        "Has the photographs from when the children were small.",
        "",
    ),
    Relationship.SIBLING: ("They ring each other on Wednesdays.", "Lives with an aunt.", ""),
    Relationship.FRIEND: ("Best friend since primary school.", "They play football together."),
    Relationship.FORMER_CARER: ("Still comes to birthdays.", "They write to each other."),
    Relationship.ADVOCATE: ("Found through the children’s rights service.", ""),
    Relationship.INDEPENDENT_VISITOR: ("They go out on the first Saturday of the month.",),
}
TOGETHER = {
    Together.TOGETHER: (
        "They have always lived together and look for each other when anything is new.",
        "Each does better with the others near, and one family can care for them all.",
        "They are close in age, share a bedroom by choice and ask not to be parted.",
    ),
    Together.APART: (
        "Each needs a grown-up to themselves for now. They see each other every fortnight.",
        "Their ages and needs are very different. Family time keeps them close.",
        "No home could be found for all of them. The search goes on, and they meet each week.",
    ),
    Together.SOME_TOGETHER: (
        "The younger ones stay together; the eldest asked for a home of their own and visits.",
        "Two of them are very close and stay together. All meet once a week.",
    ),
}


@dataclass(frozen=True)
class Relation:
    """Somebody of a family."""

    name: str
    relationship: str
    responsible: str
    not_to_know: bool = False
    telephone: str = ""


def relations(council: Council, family: list[Story]) -> list[Relation]:
    """Mother and mostly father, and one or two more; the same for every child of the family."""
    life = family[0].life
    random = council.random("family", life.family)
    mother = _named(random, family[0], Relationship.MOTHER, YES)
    found = [mother]
    if random.random() < 0.78:
        responsible = pick(random, {YES: 58, NO: 30, NOT_KNOWN: 12})
        hidden = random.random() < 0.14
        found.append(_named(random, family[0], Relationship.FATHER, responsible, hidden))
    for _ in range(random.choice((0, 1, 1, 2))):
        kind = pick(random, OTHERS)
        hidden = kind == Relationship.STEP_PARENT and random.random() < 0.4
        one = _named(random, family[0], kind, NO, hidden)
        if one.name not in {other.name for other in found}:
            found.append(one)
    return found


def _named(
    random: Random, story: Story, kind: str, responsible: str, hidden: bool = False
) -> Relation:
    women = kind == Relationship.MOTHER or (kind != Relationship.FATHER and random.random() < 0.6)
    name = names.grown_up(random, story.life.ethnicity, women, story.life.unaccompanied)
    if random.random() < 0.55:
        name = f"{name.split(' ')[0]} {story.name.split(' ', 1)[-1]}"
    # Numbers that the regulator keeps for stories and films.
    telephone = f"01632 960{random.randrange(1000):03d}" if random.random() < 0.4 else ""
    return Relation(name, kind, responsible, hidden, telephone)


def tell(council: Council) -> Iterator[Entry]:
    for number, family in council.families.items():
        around = [] if family[0].life.unaccompanied else relations(council, family)
        random = council.random("important", number)
        for story in family:
            for relation in around:
                yield _person(story, relation, random)
            yield from _own(council, story, random)
        yield from _siblings(council, family, random)


def _person(story: Story, relation: Relation, random: Random) -> Entry:
    """Known from the day of coming into care; it may have begun with the child's birth."""
    on = story.care.starts_on
    ended = None
    if relation.relationship == Relationship.STEP_PARENT and random.random() < 0.4:
        ended = on + days(random.randint(90, 500))
    return story.entry(
        ImportantPerson,
        on,
        name=relation.name,
        relationship=relation.relationship,
        starts_on=on,
        start_known=False,
        ends_on=ended,
        parental_responsibility=relation.responsible,
        not_to_know=relation.not_to_know,
        telephone=relation.telephone,
        notes=random.choice(NOTES.get(relation.relationship, ("",))),
    )


def _own(council: Council, story: Story, random: Random) -> Iterator[Entry]:
    """Those whom one child alone has: an advocate, a visitor, a friend, carers from before."""
    room = (story.last - story.care.starts_on).days
    older = story.age(story.last) >= 8
    chances = {
        Relationship.ADVOCATE: 0.2 if older else 0.02,
        Relationship.INDEPENDENT_VISITOR: 0.05 if older else 0,
        Relationship.FRIEND: 0.5 if story.life.unaccompanied else 0.06 * older,
        Relationship.FORMER_CARER: 0.12 if len(story.homes) > 2 else 0,
    }
    for kind, chance in chances.items():
        if room > 60 and random.random() < chance:
            on = story.care.starts_on + days(random.randint(20, room - 10))
            name = names.adult(random)
            if kind == Relationship.FRIEND:
                name = names.first_name(random, story.life.ethnicity, random.choice("FM"))
            ended = None
            if kind == Relationship.ADVOCATE and random.random() < 0.3:
                ended = on + days(random.randint(60, 400))
            yield story.entry(
                ImportantPerson,
                on,
                name=name,
                relationship=kind,
                starts_on=on,
                ends_on=ended,
                parental_responsibility=NO,
                not_to_know=False,
                notes=random.choice(NOTES[kind]),
            )


def _siblings(council: Council, family: list[Story], random: Random) -> Iterator[Entry]:
    """Whether brothers and sisters who were in care together are to live together."""
    together = [story for story in family if (story.last - story.care.starts_on).days > 70]
    if len(together) < 2:
        return
    since = max(story.care.starts_on for story in together)
    adoption = [
        plan.starts_on for s in together for plan in s.plans if plan.route == Route.ADOPTION
    ]
    if adoption and min(adoption) > since:
        since = min(adoption) - days(14)
    on = since + days(random.randint(45, 75) if random.random() < 0.1 else random.randint(18, 38))
    carers = {story.care.homes[-1].stay.carer for story in together}
    if len(carers) == 1:
        decision = Together.TOGETHER
    elif len(carers) == len(together):
        decision = Together.APART
    else:
        decision = Together.SOME_TOGETHER
    if random.random() < 0.03:
        return
    reason = random.choice(TOGETHER[decision])
    for story in together:
        if on <= story.last:
            yield story.entry(
                SiblingDecision,
                on,
                decision=decision,
                decided_on=on,
                decided_by=random.choice(("Permanence planning meeting", "Joanne Ackroyd")),
                reason=reason,
            )
