"""The groups that children may be told apart by, in the words of the screen."""

from casetrack.models import Authority, Team
from casetrack.models.children import Sex
from oversight.indicators.indicator import By
from permanence.models.plans import Route

TITLES = {
    By.TEAM: "Team",
    By.AGE: "Age",
    By.SEX: "Sex",
    By.ETHNICITY: "Ethnicity",
    By.ROUTE: "Plan",
}
AGES = {
    "0": "Under 1",
    "1-4": "1 to 4",
    "5-9": "5 to 9",
    "10-15": "10 to 15",
    "16+": "16 and over",
}
ETHNICITIES = {
    "white": "White",
    "mixed": "Mixed or several groups",
    "asian": "Asian or Asian British",
    "black": "Black or Black British",
    "other": "Other ethnic group",
}
"""The five groups of the census of England and Wales, in its order but for the first."""


def words(by: By, authority: Authority) -> dict[str, str]:
    """Every group there is, in the order in which groups are listed."""
    if by == By.TEAM:
        teams = Team.objects.filter(authority=authority).order_by("name")
        return {**{str(team.pk): team.name for team in teams}, "": "No team"}
    return {
        By.AGE: AGES,
        By.SEX: {value: str(label).capitalize() for value, label in Sex.choices},
        By.ETHNICITY: ETHNICITIES,
        By.ROUTE: {value: str(label) for value, label in Route.choices},
    }[by]
