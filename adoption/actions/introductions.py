"""When a child and the family with whom they are matched may meet."""

from adoption.models import Introductions, Match


def why_not(meeting: Introductions) -> str:
    """Why introductions cannot have been agreed so; empty where they can."""
    matched = Match.objects.filter(child=meeting.child_id, decided_on__lte=meeting.agreed_on)
    if matched.exists():
        return ""
    return "Introductions follow the match. Record the match first."
