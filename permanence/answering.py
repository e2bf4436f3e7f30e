"""Who answers a reviewing officer’s challenge at which stage: a manager of its level, or above it.

No role is that of a head of service alone: they hold that of a service manager, so stages 2 and 3
are answered by the same people here.
"""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from casetrack.access.permissions import Permission
from casetrack.access.roles import ROLES
from casetrack.access.visibility import carrying
from casetrack.models import Child
from permanence.models import ChallengeStage, Stage

NEEDED = {
    Stage.INFORMAL: Permission.ANSWER_CHALLENGES,
    Stage.ONE: Permission.ANSWER_CHALLENGES,
    Stage.TWO: Permission.ANSWER_FOR_SERVICE,
    Stage.THREE: Permission.ANSWER_FOR_SERVICE,
    Stage.FOUR: Permission.ANSWER_AS_DIRECTOR,
}
WHO = {
    Permission.ANSWER_CHALLENGES: "a team manager of the child’s worker, or a manager above them",
    Permission.ANSWER_FOR_SERVICE: "a service manager or head of service, or the director",
    Permission.ANSWER_AS_DIRECTOR: "the director of children’s services",
}


def needed(stage: str) -> Permission:
    """The permission to answer at that stage."""
    return NEEDED[Stage(stage)]


def who_answers(stage: str) -> str:
    return WHO[needed(stage)]


def waits_for(user: Any) -> QuerySet[ChallengeStage]:
    """The stages at which open challenges are, unanswered, and that are of the level of `user`.

    What waits at a level below they may answer as well, but it is another's to. The codes of the
    stages are in their order.
    """
    later = ChallengeStage.objects.filter(
        child=OuterRef("child"), challenge=OuterRef("challenge"), stage__gt=OuterRef("stage")
    )
    found = ChallengeStage.objects.none()
    for level in _levels(user):
        stages = [stage for stage, needs in NEEDED.items() if needs is level]
        reached = Child.objects.visible_to(user, level)
        found |= ChallengeStage.objects.filter(stage__in=stages, child__in=reached)
    return found.filter(~Exists(later), answered_on=None, challenge__closed_on=None)


def _levels(user: Any) -> set[Permission]:
    """The highest that each role of `user` carries."""
    carried = [
        [level for level in WHO if level in ROLES[held.role].permissions]
        for held in carrying(user, Permission.ANSWER_CHALLENGES)
    ]
    return {levels[-1] for levels in carried}
