"""Makes the council of the published year: its returns go through the importer, and what they lack
is added as it is to the demo authority.

Nobody records live there, so that its facts are known to 31 October 2020, the cut-off of its last
return: the tracker shows that day on every later one, and a measure as at a later day is unknown.
"""

from pathlib import Path
from random import Random

from casetrack.models import Authority
from returns.actions.imports import Report
from returns.demo import sign_ins
from returns.demo.authority import Addition, Making, Say, begun, bring_in
from returns.demo.generator import Population
from returns.demo.lives import adoption
from returns.demo.lives.chronicle import Chronicle
from returns.demo.lives.gathering import gather
from returns.demo.published.lives import SEED, generate
from returns.demo.published.targets import AS_AT, IN_CARE

CODE = "PUBLISHED"
NAME = "Saltmoor Council (made up after published figures)"
PUBLISHED = Making(IN_CARE, SEED, AS_AT)


def make(*, code: str, folder: Path, say: Say) -> Report:
    """Make it under a code that is not in use; its returns are left in `folder`."""
    say("making up the children and their returns")
    population = generate(folder)
    with begun(code=code, name=NAME, making=PUBLISHED, records_live=False) as authority:
        return _fill(authority, population, say)


def _fill(authority: Authority, population: Population, say: Say) -> Report:
    addition = Addition(authority, population, Random(SEED))
    addition.staff()
    say("importing the returns")
    report = bring_in(authority, population)
    say("adding names, plans, workers and the way to adoption")
    addition.identities()
    addition.allocations()
    addition.plans()
    addition.homes()
    sign_ins.make(authority, AS_AT)
    council = gather(authority, population, addition.called, addition.workers, SEED)
    Chronicle(council).write(adoption.tell(council))
    say("computing the clocks")
    return report
