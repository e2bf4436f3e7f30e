"""Who the children are, in the words of those who know them: language, faith, what matters."""

from collections.abc import Iterator
from random import Random

from casetrack.actions.children import Description
from casetrack.models import YesNoNotKnown
from returns.demo import names
from returns.demo.lives.council import Council, Story
from returns.demo.timelines import pick

DISABLED = {YesNoNotKnown.NO: 84, YesNoNotKnown.YES: 12, YesNoNotKnown.NOT_KNOWN: 4}
DISABILITY = (
    "Hears with two hearing aids: face the child when you talk.",
    "Autistic: wants to know the day before what comes next.",
    "Uses a wheelchair outside, and walks with a frame indoors.",
    "Learning disability: short sentences and pictures help.",
    "Epilepsy: the plan for a seizure is on the inside of the kitchen door.",
    "Cerebral palsy: needs more time to speak, and says so.",
)
LANGUAGES: dict[str, dict[str, float]] = {
    "british": {"English": 1},
    "traveller": {"English": 1},
    "roma": {"Romani": 45, "Slovak": 30, "English": 25},
    "european": {"Polish": 35, "English": 35, "Romanian": 20, "Lithuanian": 10},
    "caribbean": {"English": 1},
    "african": {"English": 70, "Yoruba": 12, "Shona": 10, "Twi": 8},
    "horn": {"Tigrinya": 45, "Amharic": 20, "Arabic": 20, "Somali": 15},
    "pakistani": {"English": 60, "Urdu": 25, "Punjabi": 15},
    "indian": {"English": 70, "Punjabi": 15, "Gujarati": 15},
    "chinese": {"English": 60, "Cantonese": 40},
    "middle-eastern": {"Kurdish (Sorani)": 40, "Pashto": 30, "Dari": 20, "Arabic": 10},
    "vietnamese": {"Vietnamese": 1},
}
RELIGIONS: dict[str, dict[str, float]] = {
    "pakistani": {"Muslim": 80, "none": 10, "": 10},
    "middle-eastern": {"Muslim": 70, "": 20, "none": 10},
    "horn": {"Christian (Orthodox)": 45, "Muslim": 45, "": 10},
    "indian": {"Sikh": 40, "Hindu": 35, "": 25},
    "european": {"Catholic": 45, "none": 25, "": 30},
    "african": {"Christian": 60, "Muslim": 10, "": 30},
}
OTHERS = {"none": 40, "": 36, "Church of England": 14, "Catholic": 7, "other Christian": 3}
NEEDS = (
    "Likes to cook what the family cooked at home, on Sundays.",
    "Hair is cared for by a hairdresser in the next town, every five weeks.",
    "Wants the whole name said, and said right.",
    "Goes to the drum group, and would miss it more than anything.",
    "Wants to hear more about the grandfather who worked on the ships.",
    "Spends every feast day with the same cousins.",
    "A photograph of the family hangs where the child put it.",
    "Asks to be called by the name they chose, at home and at school.",
    "Supports the same football club as dad; the scarf moves along.",
)
SHORT = {
    "Oliver": "Ollie",
    "Joshua": "Josh",
    "Zachary": "Zac",
    "Samuel": "Sam",
    "Nathan": "Nate",
    "Matilda": "Tilly",
    "Abigail": "Abi",
    "Bethany": "Beth",
    "Katarzyna": "Kasia",
    "Aleksander": "Alek",
    "Muhammad": "Mo",
}


def describe(council: Council) -> Iterator[Description]:
    for story, random in council.each("identity"):
        yield _described(story, random)


def _described(story: Story, random: Random) -> Description:
    life = story.life
    first, _ = names.communities(life.ethnicity, life.unaccompanied)
    # Of the youngest nobody can say yet.
    known = story.age(story.today) >= 3
    disabled = pick(random, DISABLED) if known else YesNoNotKnown.NOT_KNOWN
    needs = random.random() < 0.4
    short = SHORT.get(story.name.split(" ", 1)[0], "")
    return Description(
        child=story.child,
        known_as=short if random.random() < 0.6 else "",
        unaccompanied=life.unaccompanied,
        disabled=disabled,
        disability=random.choice(DISABILITY) if disabled == YesNoNotKnown.YES else "",
        language=pick(random, LANGUAGES[first]) if story.age(story.today) > 0 else "",
        religion=pick(random, RELIGIONS.get(first, OTHERS)),
        needs=random.choice(NEEDS) if needs and story.age(story.today) >= 5 else "",
    )
