"""What the children say, and what babies and others who do not speak show us.

The words are made up. They hold nothing that a child would tell of harm, and nothing that everybody
of an age would say.
"""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from permanence.models import ChildsWords, Gathered, PermanencePlan, Route, SharedWith
from returns.demo.lives.council import Council, Story
from returns.demo.lives.entries import Entry
from returns.demo.lives.relatives import CONNECTED
from returns.demo.timelines import days, pick

SILENT = 0.2
"""Children of whom no words are recorded."""

SHOWN = {
    2: (
        "She turns her head as soon as she hears the front door, and laughs before anybody is in.",
        "He holds on to the ear of his rabbit to fall asleep, and to no other toy.",
        "She goes quiet when there are many voices, and settles by the window.",
        "He follows the dog with his eyes and kicks both legs when it comes near.",
        "She sleeps longer since her cot stands where she can see the light in the hall.",
        "He reaches for his grandmother’s glasses every time, and then for her.",
        "She eats best sitting on a lap, with a spoon of her own to hold.",
        "He stops crying when somebody hums. It does not matter which song.",
        "She points at the photograph of her brother on the fridge and pats it.",
        "He has begun to crawl to the same person when he bumps himself.",
        "She looks for her blanket in the bag before she lets go of a hand.",
        "He likes the bath warm and slow, and splashes when it is nearly over.",
    ),
    4: (
        "He carries the toy bus to bed and parks it next to the pillow.",
        "She says “again” at the end of the book about the bear, and turns it to the front.",
        "He hides behind a leg when somebody new comes, and after a while brings them a brick.",
        "She feeds the doll before she eats, and says its name.",
        "He waves at every train, and waits by the gate for the next one.",
        "She takes her sister’s hand at the nursery door and does not need another.",
        "He puts his wellingtons on by himself on the days when grandad comes.",
        "She shows visitors where she sleeps, first thing.",
        "He says “my chair”, and it is the one by the radiator.",
        "She draws circles and tells who each of them is. There are seven.",
    ),
}
SAID = {
    7: (
        "I like it when we have pancakes and nobody has to hurry.",
        "My bed is by the wall and that is the best place for a bed.",
        "I want to see my brother on the day after his birthday too.",
        "I can swim with one armband now. Tell the judge.",
        "I drew our house. The small one is the guinea pig.",
        "Can the lady come when it is not story time?",
        "I like my teacher because she does the voices.",
        "I miss the cat from before. I would like a picture of it.",
        "When I am six I want to still live here.",
        "I don’t want to miss football for the meeting.",
        "I like it when mum brings the blue bag with the games.",
    ),
    11: (
        "I would like to know where I’m going to live before I start the new school.",
        "It is good here. I have a shelf that is only mine.",
        "Please ask me before you change the day I see my sister.",
        "I want my review to be in the garden and to be the one who says when it starts.",
        "I’m learning the drums, and nobody minds the noise until six.",
        "I’d like a photo of my mum and dad in one frame.",
        "I was worried about the move and then it was all right.",
        "I would like to go on the school trip like everybody, without a special form.",
        "Nan makes the soup I like. I want to sleep there at half-term.",
        "I want somebody to explain the court thing again, with the drawing.",
        "My best friend lives two streets away and I want to stay near him.",
        "I like that we all eat together on Sundays.",
        "I wrote a letter to the judge and I would like an answer.",
        "I don’t like it when grown-ups talk quietly in the kitchen.",
    ),
    16: (
        "I want to stay here until I’m eighteen, and then maybe a bit longer.",
        "Don’t take me out of maths for meetings. It’s the lesson I’m good at.",
        "I’ve had three social workers. I’d like this one to stay.",
        "I feel more like myself since I moved. The room has a lock and I chose the paint.",
        "I’d like to see my dad, but somewhere normal, like a café.",
        "My carers came to the awards evening. Nobody had done that before.",
        "I want my little brother told that I asked about him.",
        "Can we stop calling it contact? It’s just seeing my family.",
        "I’d rather write things down than say them in a room full of people.",
        "I want to try for the county team, so I need to stay at the same club.",
        "I know why I can’t live at home. I still want Christmas there.",
        "It helps when somebody says what will happen next, even when it’s boring.",
        "I chaired part of my review. I’d do all of it next time.",
        "I want to know what was written about me when I was small.",
        "I would like my advocate to come, not to speak for me, just to sit there.",
        "Living with my aunt feels like a family and not like a placement.",
    ),
    99: (
        "I want to learn to cook four proper dinners before I get my own place.",
        "College is going well. I’d like to keep my Saturday job too.",
        "I would like to stay with my carers after I’m eighteen. They said yes.",
        "I’m ready to talk about where I live next, and I want to see the flat first.",
        "I’d like my personal adviser to be somebody who answers texts.",
        "I have found my cousin. I want help to ring him for the first time.",
        "I want to do the driving theory this year. Please write it into the plan.",
        "I don’t need reminding about the dentist any more.",
        "The mosque on Fridays matters to me. It should be in the plan.",
        "I want to be a paramedic and I’d like work experience that fits.",
        "I’d like a say in who reads my file.",
        "It’s my eighteenth in spring, and I want the meeting before it and not on it.",
        "I’m proud of my English. A year ago I needed somebody to translate.",
        "I’d like to train with the under-18s again now that the knee is better.",
    ),
}
OBSERVED_FROM = {Gathered.OBSERVED: 70, Gathered.PLAY: 30}
GATHERED = {
    7: {Gathered.TALKING: 46, Gathered.DRAWING: 24, Gathered.PLAY: 30},
    11: {Gathered.TALKING: 62, Gathered.DRAWING: 24, Gathered.PLAY: 6, Gathered.ADVOCATE: 8},
    16: {Gathered.TALKING: 60, Gathered.DRAWING: 8, Gathered.APP: 18, Gathered.ADVOCATE: 14},
    99: {Gathered.TALKING: 62, Gathered.APP: 24, Gathered.ADVOCATE: 14},
}
SHARED = {
    SharedWith.READERS: 66,
    SharedWith.WORKERS: 14,
    SharedWith.MEETINGS: 14,
    SharedWith.FAMILY: 6,
}
ABOUT = {
    Route.HOME: "Whether I go home",
    Route.ADOPTION: "A family for good",
    Route.SPECIAL_GUARDIANSHIP: "Staying with my family",
    Route.LONG_TERM_FOSTERING: "Staying where I live",
    Route.CONNECTED: "Staying where I live",
    Route.RESIDENTIAL: "Where I live",
    Route.INDEPENDENCE: "My own home",
    Route.CHILD_ARRANGEMENTS: "Staying with my family",
}
OF_SIBLINGS = ("brother", "sister")
OF_CARERS = ("my carers",)
OF_RELATIVES = ("my aunt",)
OF_ARRIVING = ("mosque", "my English")
OF_LIVING_AWAY = (
    "mum brings",
    "mum and dad in one",
    "where I’m going to live",
    "see my dad",
    "contact",
    "live at home",
    "still live here",
    "stay here until",
    "the cat from before",
)
"""What only some would say: with brothers or sisters, living with carers, or not at home."""


def tell(council: Council) -> Iterator[Entry]:
    for story, random in council.each("voice"):
        if story.last < council.today - days(548) or random.random() < SILENT:
            continue
        since = story.recent()
        on = since + days(random.randint(5, 80))
        told: set[str] = set()
        while on <= story.last:
            yield _words(council, story, on, told, random)
            on += days(random.randint(70, 260))


def _words(council: Council, story: Story, on: date, told: set[str], random: Random) -> Entry:
    """No child says the same twice."""
    observed, band = _band(story.age(on))
    texts = [text for text in (SHOWN if observed else SAID)[band] if text not in told]
    kin = story.life.family in council.several
    words = random.choice([text for text in texts if _fits(text, story, on, kin)] or texts)
    told.add(words)
    plan = story.plan(on)
    bears = plan if plan is not None and random.random() < 0.3 else None
    return story.entry(
        ChildsWords,
        on,
        said_on=on,
        is_observed=observed,
        words=words,
        gathered=pick(random, OBSERVED_FROM if observed else GATHERED[band]),
        gathered_by=council.social_worker(story, on),
        shared_with=pick(random, SHARED),
        **_about(bears),
    )


def _band(age: int) -> tuple[bool, int]:
    """Whether the child is too young to be asked in words, and the texts for the age."""
    if age < 4:
        return True, next(below for below in SHOWN if age < below)
    return False, next(below for below in SAID if age < below)


def _fits(text: str, story: Story, on: date, kin: bool) -> bool:
    """Whether a child in this home, with brothers and sisters or without, could have said it."""
    pronoun = text.split(" ", 1)[0]
    if pronoun in ("He", "She") and (pronoun == "He") != (story.life.sex == "M"):
        return False
    lives = next((home.type for home in reversed(story.homes) if home.starts_on <= on), "")
    able = (
        (OF_SIBLINGS, kin),
        (OF_CARERS, lives.startswith("U")),
        (OF_RELATIVES, lives in CONNECTED),
        (OF_ARRIVING, story.life.unaccompanied),
        (OF_LIVING_AWAY, lives != "P1"),
    )
    return all(true for parts, true in able if any(part in text for part in parts))


def _about(plan: PermanencePlan | None) -> dict[str, Any]:
    return {} if plan is None else {"plan": plan, "about": ABOUT[Route(plan.route)]}
