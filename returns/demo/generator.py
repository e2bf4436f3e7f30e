"""Makes up an authority: lives from a seed, and the returns that tell of them.

The same number of children, seed and day make the same files, byte for byte.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from returns.demo.events import Events
from returns.demo.files import ReturnFiles, Window, windows
from returns.demo.history import Life
from returns.demo.places import Places
from returns.demo.stories import Stories
from returns.demo.workforce import Workforce

YEARS = 5


@dataclass
class Population:
    """Who was made up, who works with them, and the folders of returns, oldest first."""

    today: date
    windows: list[Window]
    lives: list[Life]
    workforce: Workforce
    folders: list[Path]

    def in_care_on(self, day: date) -> list[Life]:
        """Short breaks are not counted."""
        return [life for life in self.lives if life.in_care_on(day)]


def make_up(*, children: int, seed: int, today: date, years: int = YEARS) -> Population:
    """Lives such that `children` are in care on `today`; nothing is written."""
    random = Random(f"{seed} {children} {years} {today.isoformat()}")
    told = windows(today, years)
    first_day = told[0].start
    stories = Stories(random, Places(random, children), today, first_day)
    lives = [
        *stories.in_care(children),
        *stories.left(children),
        *stories.short_breaks(children),
    ]
    random.shuffle(lives)
    events = Events(random, today, first_day)
    workforce = Workforce(random, children, today, first_day)
    for life in lives:
        events.add(life)
        workforce.add(life)
    return Population(today, told, lives, workforce, [])


def generate(
    *, children: int, seed: int, today: date, folder: Path, years: int = YEARS
) -> Population:
    """Make up an authority and write its returns into `folder`, one sub-folder a year."""
    population = make_up(children=children, seed=seed, today=today, years=years)
    writer = ReturnFiles(Random(seed), folder)
    population.folders = [writer.write(window, population.lives) for window in population.windows]
    return population
