"""The decision maker's decisions and matches: what is recorded and what is refused."""

from datetime import date

import pytest

from adoption.actions import decisions
from adoption.models import AdoptionDecision
from casetrack.actions import authorities, children
from casetrack.models import Child

DAY = date.fromisoformat


@pytest.fixture
def child(db: None) -> Child:
    authority = authorities.start(code="TEST", name="Testshire", by=None)
    return children.record(authority=authority, reference="A1", born_on=DAY("2022-03-02"), by=None)


@pytest.fixture
def decision(child: Child) -> AdoptionDecision:
    return decisions.record(child=child, on=DAY("2023-01-01"), by=None)


def test_one_decision_stands_at_a_time(child, decision):
    with pytest.raises(decisions.DecisionRefused, match="already stands"):
        decisions.record(child=child, on=DAY("2023-02-01"), by=None)
    decisions.reverse(decision=decision, on=DAY("2023-03-01"), reason="RD1", by=None)
    again = decisions.record(child=child, on=DAY("2023-06-01"), by=None)
    assert again.reversed_on is None


def test_a_decision_before_birth_is_refused(child):
    with pytest.raises(decisions.DecisionRefused, match="born"):
        decisions.record(child=child, on=DAY("2022-01-01"), by=None)


def test_a_decision_is_reversed_once_with_a_reason(decision):
    for on, reason, words in (
        ("2022-12-31", "RD1", "before it was made"),
        ("2023-03-01", "RD9", "Choose why"),
    ):
        with pytest.raises(decisions.DecisionRefused, match=words):
            decisions.reverse(decision=decision, on=DAY(on), reason=reason, by=None)
    decisions.reverse(decision=decision, on=DAY("2023-03-01"), reason="RD3", by=None)
    decision.refresh_from_db()
    assert decision.reversal_reason == "RD3"
    with pytest.raises(decisions.DecisionRefused, match="already been reversed"):
        decisions.reverse(decision=decision, on=DAY("2023-04-01"), reason="RD3", by=None)


def test_a_match_follows_the_decision_and_stands_alone(child):
    with pytest.raises(decisions.MatchRefused, match="only after the decision"):
        decisions.record_match(child=child, on=DAY("2023-05-01"), by=None)
    decisions.record(child=child, on=DAY("2023-01-01"), by=None)
    match = decisions.record_match(child=child, on=DAY("2023-05-01"), by=None)
    with pytest.raises(decisions.MatchRefused, match="already matched"):
        decisions.record_match(child=child, on=DAY("2023-06-01"), by=None)
    with pytest.raises(decisions.MatchRefused, match="before it was made"):
        decisions.withdraw_match(match=match, on=DAY("2023-04-01"), by=None)
    decisions.withdraw_match(match=match, on=DAY("2023-06-01"), by=None)
    with pytest.raises(decisions.MatchRefused, match="already been withdrawn"):
        decisions.withdraw_match(match=match, on=DAY("2023-06-01"), by=None)
    decisions.record_match(child=child, on=DAY("2023-07-01"), by=None)
