"""The steps of the routes across floors: what another fact shows is found, and has its page."""

from casetrack.record import registry
from permanence import routes
from permanence.routes import done

# Decided for brothers and sisters together, on a page of its own.
WITHOUT_KIND = {"sibling-decision"}
STEPS = {step.code: step for route in routes.ROUTES for step in routes.whole(route)}


def test_a_step_is_found_done_just_where_it_is_a_fact_elsewhere() -> None:
    assert {code for code, step in STEPS.items() if step.fact} == done.codes()


def test_the_fact_that_is_a_step_is_a_kind() -> None:
    kinds = {kind.code for kind in registry.every()} | WITHOUT_KIND
    assert {step.fact for step in STEPS.values()} - {""} <= kinds
