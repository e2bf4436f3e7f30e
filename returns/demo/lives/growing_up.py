"""What young people are owed from 16 on: an adviser, their needs assessed, the pathway plan."""

from datetime import date
from random import Random

from casetrack.dates import birthday
from returns.demo.lives.council import Story
from returns.demo.timelines import days

STEPS = ("personal-adviser", "needs-assessed", "pathway-plan", "pathway-review")
LATE = 0.08
ELIGIBLE_AFTER = 90
"""Days in care after which a young person of 16 is owed all this, the first one counted."""
HALF_A_YEAR, TOO_LONG = (150, 180), (188, 215)


def pathway(story: Story, random: Random) -> dict[str, date]:
    """The day of each step that has been taken; of the reviews of the plan, that of the last."""
    eligible = max(birthday(story.born_on, 16), story.care.starts_on + days(ELIGIBLE_AFTER))
    late = random.random() < LATE
    named = eligible + days(random.randint(8, 70) if late else random.randint(-45, 0))
    assessed = eligible + days(random.randint(95, 150) if late else random.randint(30, 84))
    slow = random.random() < LATE
    planned = assessed + days(random.randint(16, 40) if slow else random.choice((0, 0, 7, 11)))
    asked = eligible + days(random.randint(160, 250) if late else random.randint(0, 25))
    found = {
        "personal-adviser": max(named, story.care.starts_on),
        "needs-assessed": assessed,
        "pathway-plan": planned,
        "staying-put-asked": asked,
    }
    on = planned + days(random.randint(*HALF_A_YEAR))
    while on <= story.yesterday:
        found["pathway-review"] = on
        on += days(random.randint(*(TOO_LONG if random.random() < LATE else HALF_A_YEAR)))
    return {code: day for code, day in found.items() if day <= story.yesterday}
