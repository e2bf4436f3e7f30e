"""A child's history in one line, for worked examples and tests.

Facts are separated by semicolons, dates are ISO, `..` closes a period (open without it), and `~`
before the first word after the kind marks a start known only as "on or before":

    born 2010-05-04; unaccompanied; known 2022-03-31; sex F; ethnicity WBRI
    care 2024-01-01 .. 2024-09-01 E11       care ~2024-04-01    (period, reason care ended)
    status E1 2024-03-01 .. 2024-06-01      status ~C2 2024-04-01
    home U4 2024-01-01 .. 2024-03-01 CREQB a    (type, period, reason it ended, carer's letter)
    decision 2024-02-01 reversed 2024-05-10     match 2024-05-01 withdrawn 2024-06-15
    review 2024-01-30                       worker A 2024-01-01 .. 2024-03-01
    plan adoption 2024-04-01                contingency adoption 2024-04-01
    recorded 2024-01-01                     (from which people record here what no return carries)
    siblings                                (one of brothers and sisters in care)
    siblings again                          (of the last child of whom that was said)
    switched pep-review 2024-01-01 option   (that clock with these options, by the authority)
    switched review-under-fives 2024-01-01 limit=2      (and with a limit of its own)
    switched review-under-fives 2024-01-01 off          (or off)
    rate K2 2024-01-01 provider=PR4 pounds=5600         (a week there costs, the authority, once)

Every other kind of fact is a word, then its days and codes as `field=value`, in which a field may
be shortened to what tells it from the others of that fact, and `_on` may be left out:

    visit 2024-02-01                        visit 2024-02-01 visitor=iro seen=not-seen
    plan adoption 2024-04-01 ratified=2024-04-20
    proceedings care 2024-01-05 concluded=2024-08-01; extension 2024-06-01 until=2024-08-20

The first value without a field is the code (where a fact has one), then the day or the period. A
fact of another (an extension of its proceedings) belongs to the last one before it, where it need
not belong to any only with `relative=last`; a fact of a
home (an approval, a plan for it) to the carer with the letter, else to the last home before it.

Homes without a letter have a carer of their own each, but `named=Elm` is one home for all children.
A child without `born` has an expected date alone, so that no birthday stops a clock.
"""

import itertools
from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import models

from adoption import models as adoption
from casetrack import models as casetrack
from casetrack.models import Allocation, Authority, Child, Worker
from casetrack.periods import Period
from oversight.models import ClockSetting, WeeklyRate
from permanence import models as permanence
from placements import models as placements
from placements.models import Home, Placement

DAY = date.fromisoformat
_references = itertools.count(1)


def child(history: str = "", *, authority: Authority | None = None, reference: str = "") -> Child:
    """A new child with this history, written straight to the tables (no clock is refreshed)."""
    authority = authority or an_authority()
    made = Child.objects.create(
        authority=authority,
        reference=reference or f"T{next(_references)}",
        expected_on=DAY("2012-01-01"),
    )
    record(made, history)
    return made


def an_authority() -> Authority:
    return Authority.objects.get_or_create(code="TEST", defaults={"name": "Testshire"})[0]


def record(child: Child, history: str) -> None:
    """Add the facts of `history` to the record of `child`; see the module for its language."""
    told = Told(child)
    for word, *rest in filter(None, (part.split() for part in history.split(";"))):
        if word in _WRITERS:
            _WRITERS[word](told, rest)
        else:
            told.fact(word, rest)


class Told:
    """What has been told of a child so far: homes by their letter, and the last fact of a kind."""

    def __init__(self, child: Child) -> None:
        self.child = child
        self.homes: dict[str, Home] = {}
        self.last: dict[type[models.Model], models.Model] = {}

    def fact(self, word: str, words: list[str]) -> None:
        """Write one fact of the kinds in `KINDS`."""
        model, code, day = KINDS[word]
        plain = [part for part in words if "=" not in part]
        given: dict[str, Any] = {}
        letter = next((part for part in plain if len(part) == 1 and part.islower()), "")
        plain = [part for part in plain if part != letter or not letter]
        if code and plain and not _is_day(plain[0]):
            given[code] = plain.pop(0)
        if issubclass(model, Period):
            given |= _period(plain)[0]
        elif plain:
            given[day] = DAY(plain[0])
        for name, value in (part.split("=") for part in words if "=" in part):
            field = _field(model, name)
            if value == "last":
                given[field.name] = self.last[field.related_model]
            else:
                given[field.name] = DAY(value) if isinstance(field, models.DateField) else value
        for field in model._meta.concrete_fields:
            self._fill(field, given, day, letter)
        self.last[model] = model._default_manager.create(child=self.child, **given)

    def _fill(self, field: Any, given: dict[str, Any], day: str, letter: str) -> None:
        """What a fact must have and a history does not say: the usual, or what it belongs to."""
        if field.name in given or field.name == "child" or field.null or field.primary_key:
            return
        if field.is_relation:
            given[field.name] = self._belongs_to(field.related_model, letter)
        elif not (field.has_default() or field.blank):
            usual = field.flatchoices[0][0] if field.choices else "for the test"
            given[field.name] = given[day] if isinstance(field, models.DateField) else usual

    def _belongs_to(self, model: type[models.Model], letter: str) -> Any:
        if model is Home:
            return self.homes[letter or list(self.homes)[-1]]
        if model is Worker:
            return self.worker("A")
        if model is adoption.AdopterFamily:
            return adoption.AdopterFamily.objects.get_or_create(
                authority_id=self.child.authority_id, reference=letter or "a"
            )[0]
        return self.last[model]

    def worker(self, reference: str) -> Worker:
        return Worker.objects.get_or_create(
            authority_id=self.child.authority_id,
            reference=reference,
            defaults={"name": reference},
        )[0]


# A word, the fact that it tells, the field of its code ('' for none) and the field of its day.
KINDS: dict[str, tuple[type[models.Model], str, str]] = {
    "order": (casetrack.CourtOrder, "kind", "made_on"),
    "order-extension": (casetrack.OrderExtension, "", "ordered_on"),
    "discharge": (casetrack.DischargeApplication, "", "applied_on"),
    "liberty": (casetrack.DeprivationOfLiberty, "", "starts_on"),
    "liberty-review": (casetrack.DeprivationOfLibertyReview, "outcome", "reviewed_on"),
    "agreement": (casetrack.Section20Agreement, "", "agreed_on"),
    "agreement-review": (casetrack.Section20Review, "outcome", "reviewed_on"),
    "consent": (casetrack.AdoptionConsent, "given_by", "given_on"),
    "gateway": (casetrack.LegalGateway, "", "referred_on"),
    "pre-proceedings": (casetrack.PreProceedings, "", "letter_sent_on"),
    "pre-proceedings-meeting": (casetrack.PreProceedingsMeeting, "purpose", "held_on"),
    "proceedings": (casetrack.Proceedings, "kind", "issued_on"),
    "hearing": (casetrack.Hearing, "purpose", "listed_on"),
    "extension": (casetrack.ProceedingsExtension, "", "ordered_on"),
    "family-meeting": (casetrack.FamilyMeeting, "kind", "offered_on"),
    "no-family-meeting": (casetrack.FamilyMeetingNotOffered, "", "decided_on"),
    "relative": (casetrack.Relative, "kinship", "put_forward_on"),
    "sibling-decision": (casetrack.SiblingDecision, "decision", "decided_on"),
    "approval": (placements.CarerApproval, "kind", "starts_on"),
    "request": (placements.ApprovalRequest, "kind", "asked_on"),
    "request-decided": (placements.ApprovalDecision, "decision", "decided_on"),
    "home-assessment": (placements.HomeAssessment, "kind", "started_on"),
    "order-question": (placements.OrderQuestion, "answer", "asked_on"),
    "long-term-match": (placements.LongTermMatch, "", "decided_on"),
    "missing": (placements.MissingEpisode, "kind", "starts_on"),
    "return-interview": (placements.ReturnInterview, "", "came_back_on"),
    "placement-plan": (placements.PlacementPlan, "", "agreed_on"),
    "worry": (placements.HomeWorry, "", "starts_on"),
    "home-meeting": (placements.HomeMeeting, "kind", "held_on"),
    "unregistered": (placements.UnregisteredSetting, "kind", "starts_on"),
    "plan": (permanence.PermanencePlan, "route", "starts_on"),
    "contingency": (permanence.PermanencePlan, "route", "starts_on"),
    "step": (permanence.Milestone, "code", "planned_on"),
    "review": (permanence.Review, "", "held_on"),
    "planned-review": (permanence.PlannedReview, "", "planned_on"),
    "mid-point": (permanence.MidPoint, "judgement", "held_on"),
    "visit": (permanence.Visit, "", "visited_on"),
    "supervision": (permanence.Supervision, "", "held_on"),
    "words": (permanence.ChildsWords, "gathered", "said_on"),
    "life-story": (permanence.LifeStory, "kind", "done_on"),
    "check": (permanence.WellbeingCheck, "kind", "done_on"),
    "school": (permanence.SchoolPlace, "", "starts_on"),
    "action": (permanence.AgreedAction, "", "agreed_on"),
    "challenge": (permanence.Challenge, "theme", "raised_on"),
    "challenge-stage": (permanence.ChallengeStage, "stage", "began_on"),
    "notification": (adoption.AdoptionNotification, "", "notified_on"),
    "early-permanence": (adoption.EarlyPermanence, "outcome", "considered_on"),
    "report": (adoption.ChildPermanenceReport, "", "started_on"),
    "reexamination": (adoption.AdoptionReexamination, "outcome", "held_on"),
    "family-finding": (adoption.FamilyFinding, "", "starts_on"),
    "link": (adoption.AdoptionLink, "", "linked_on"),
    "panel": (adoption.AdoptionPanel, "question", "held_on"),
    "introductions": (adoption.Introductions, "", "agreed_on"),
    "support-plan": (adoption.AdoptionSupportPlan, "", "agreed_on"),
    "application": (adoption.AdoptionApplication, "", "applied_on"),
    "guardian": (adoption.ProspectiveGuardian, "relationship", "named_on"),
    "support-review": (adoption.GuardianshipSupportReview, "", "held_on"),
}


def _is_day(text: str) -> bool:
    return text.lstrip("~")[:4].isdigit()


def _field(model: type[models.Model], name: str) -> Any:
    """The field called so, or so with `_on`, or the only one that begins so."""
    names = {field.name: field for field in model._meta.concrete_fields}
    found = [names[each] for each in (name, f"{name}_on") if each in names]
    found = found or [field for each, field in names.items() if each.startswith(name)]
    if len(found) != 1:
        raise ValueError(f"{name} may be any of {[field.name for field in found]}")
    return found[0]


def _period(words: list[str]) -> tuple[dict[str, object], list[str]]:
    """`2024-01-01 .. 2024-03-01 rest` → the period's fields and the words after it."""
    known = not words[0].startswith("~")
    starts_on = DAY(words[0].lstrip("~"))
    if len(words) > 2 and words[1] == "..":
        return {"starts_on": starts_on, "ends_on": DAY(words[2]), "start_known": known}, words[3:]
    return {"starts_on": starts_on, "ends_on": None, "start_known": known}, words[1:]


def _coded(words: list[str]) -> tuple[str, dict[str, object], list[str]]:
    """`~E1 2024-03-01 ..`: a code that may carry the mark of an unknown start, then a period."""
    period, rest = _period(words[1:])
    if words[0].startswith("~"):
        period["start_known"] = False
    return words[0].lstrip("~"), period, rest


def _born(told: Told, words: list[str]) -> None:
    told.child.born_on = DAY(words[0])
    told.child.save()


def _unaccompanied(told: Told, words: list[str]) -> None:
    told.child.unaccompanied = True
    told.child.save()


def _siblings(told: Told, words: list[str]) -> None:
    groups = casetrack.SiblingGroup.objects.filter(authority_id=told.child.authority_id)
    last = groups.order_by("pk").last() if words == ["again"] else None
    told.child.siblings = last or groups.create(authority_id=told.child.authority_id)
    told.child.save()


def _known(told: Told, words: list[str]) -> None:
    Authority.objects.filter(pk=told.child.authority_id).update(known_to=DAY(words[0]))


def _recorded(told: Told, words: list[str]) -> None:
    Authority.objects.filter(pk=told.child.authority_id).update(recorded_from=DAY(words[0]))


def _switched(told: Told, words: list[str]) -> None:
    period, options = _period(words[1:])
    limit = next((int(word.removeprefix("limit=")) for word in options if "=" in word), None)
    chosen = [word for word in options if "=" not in word and word != "off"]
    ClockSetting.objects.create(
        authority_id=told.child.authority_id,
        clock=words[0],
        limit=limit,
        enabled="off" not in options,
        options=dict.fromkeys(chosen, True),
        **period,
    )


def _rate(told: Told, words: list[str]) -> None:
    period, rest = _period(words[1:])
    given = dict(word.split("=") for word in rest)
    WeeklyRate.objects.get_or_create(
        authority_id=told.child.authority_id, type=words[0], **period, **given
    )


def _care(told: Told, words: list[str]) -> None:
    period, rest = _period(words)
    casetrack.CarePeriod.objects.create(child=told.child, end_reason="".join(rest), **period)


def _sex(told: Told, words: list[str]) -> None:
    Child.objects.filter(pk=told.child.pk).update(sex=words[0])


def _ethnicity(told: Told, words: list[str]) -> None:
    Child.objects.filter(pk=told.child.pk).update(ethnicity=words[0])


def _status(told: Told, words: list[str]) -> None:
    code, period, _ = _coded(words)
    casetrack.LegalStatus.objects.create(child=told.child, code=code, **period)


def _home(told: Told, words: list[str]) -> None:
    kind, period, rest = _coded(words)
    plain = [word for word in rest if "=" not in word]
    letter = next((word for word in plain if word.islower()), "")
    more = dict(word.split("=") for word in rest if "=" in word)
    homes = Home.objects.filter(authority_id=told.child.authority_id)
    if name := more.pop("named", ""):
        home = homes.get_or_create(authority_id=told.child.authority_id, name=name)[0]
    else:
        home = told.homes.get(letter) or homes.create(authority_id=told.child.authority_id)
    told.homes.pop(letter, None)
    told.homes[letter or f"home {home.pk}"] = home
    reason = next((word for word in plain if word.isupper()), "")
    Placement.objects.create(
        child=told.child, type=kind, home=home, end_reason=reason, **period, **more
    )


def _decision(told: Told, words: list[str]) -> None:
    reversed_on = DAY(words[2]) if words[1:2] == ["reversed"] else None
    adoption.AdoptionDecision.objects.create(
        child=told.child, decided_on=DAY(words[0]), reversed_on=reversed_on
    )


def _match(told: Told, words: list[str]) -> None:
    withdrawn_on = DAY(words[2]) if words[1:2] == ["withdrawn"] else None
    adoption.Match.objects.create(
        child=told.child, decided_on=DAY(words[0]), withdrawn_on=withdrawn_on
    )


def _contingency(told: Told, words: list[str]) -> None:
    told.fact("contingency", [*words, "rank=contingency"])


def _officer(told: Told, words: list[str]) -> None:
    _allocated(told, words, "iro")


def _worker(told: Told, words: list[str]) -> None:
    _allocated(told, words, "social-worker")


def _allocated(told: Told, words: list[str], role: str) -> None:
    Allocation.objects.create(
        child=told.child, worker=told.worker(words[0]), role=role, **_period(words[1:])[0]
    )


def _moved(told: Told, words: list[str]) -> None:
    """`moved 2024-05-01`: the last step told is planned for another day now."""
    step = told.last[permanence.Milestone]
    step.revised_on, step.revised_because = DAY(words[0]), "for the test"
    step.save()


_WRITERS: dict[str, Callable[[Told, list[str]], None]] = {
    "born": _born,
    "unaccompanied": _unaccompanied,
    "siblings": _siblings,
    "sex": _sex,
    "ethnicity": _ethnicity,
    "known": _known,
    "recorded": _recorded,
    "switched": _switched,
    "rate": _rate,
    "care": _care,
    "status": _status,
    "home": _home,
    "decision": _decision,
    "match": _match,
    "contingency": _contingency,
    "worker": _worker,
    "officer": _officer,
    "moved": _moved,
}
