"""Who answers a reviewing officer’s challenge at which stage: a manager of its level, or above it.

No role is that of a head of service alone: they hold that of a service manager, so stages 2 and 3
are answered by the same people here.
"""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from casetrack.access.permissions import Permission
from casetrack.access.visibility import may
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
    """The stages at which open challenges are, unanswered, that `user` may answer.

    Their codes are in the order of the stages.
    """
    later = ChallengeStage.objects.filter(
        child=OuterRef("child"), challenge=OuterRef("challenge"), stage__gt=OuterRef("stage")
    )
    found = ChallengeStage.objects.none()
    for permission in WHO:
        if may(user, permission):
            stages = [stage for stage, needs in NEEDED.items() if needs is permission]
            reached = Child.objects.visible_to(user, permission)
            found |= ChallengeStage.objects.filter(stage__in=stages, child__in=reached)
    return found.filter(~Exists(later), answered_on=None, challenge__closed_on=None)
