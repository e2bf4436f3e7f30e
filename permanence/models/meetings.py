"""The Permanence Monitoring Group: its series of meetings, who sits on it, and each agenda.

Which children stand on an agenda, and why, is what the group knew when it was made; whatever is
shown of a child beside it is computed from the record.
"""

import uuid
from collections.abc import Collection
from datetime import date, time
from typing import Any

from django.db import models
from django.db.models import Deferrable, F, Q

from casetrack import dates
from casetrack.history import tracked
from casetrack.periods import Period, PeriodQuerySet, one_at_a_time, positive_length
from casetrack.privacy import classes
from permanence.models import locks

PAPERS_WORKING_DAYS = 5
"""Papers are due so many working days before a meeting: our default, as such groups commonly do."""


@tracked
class MeetingSeries(Period):
    """A group that meets again and again: when, where, how long, and who leads it.

    `minutes` is how long a meeting lasts, `minutes_a_child` what a child is given unless somebody
    gives her more; `quorum` is how many members have to be there for the group to decide.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    authority = models.ForeignKey("casetrack.Authority", models.PROTECT)
    name = models.CharField("what is the group called?", max_length=80)
    place = models.CharField(
        "where does it meet?",
        max_length=200,
        help_text="A room, or the address of the video meeting.",
    )
    starts_at = models.TimeField("at what time does it begin?")
    minutes = models.PositiveSmallIntegerField("how many minutes does it last?", default=120)
    minutes_a_child = models.PositiveSmallIntegerField(
        "how many minutes are there for a child?", default=5
    )
    quorum = models.PositiveSmallIntegerField(
        "how many members must be there for it to decide?", default=4
    )
    chair = models.ForeignKey(
        "casetrack.User", models.PROTECT, related_name="+", verbose_name="who chairs it?"
    )
    deputy = models.ForeignKey(
        "casetrack.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="who chairs it when the chair cannot?",
    )
    secretary = models.ForeignKey(
        "casetrack.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="who prepares it and takes the minutes?",
    )
    team_after = models.PositiveSmallIntegerField("to the team manager after", default=3)
    service_after = models.PositiveSmallIntegerField("to the service manager after", default=5)
    chair_after = models.PositiveSmallIntegerField("to the chair after", default=10)
    director_after = models.PositiveSmallIntegerField("to the director after", default=20)

    objects = PeriodQuerySet.as_manager()

    PRIVACY = classes(
        key="id uuid authority",
        open="name place starts_at minutes minutes_a_child quorum starts_on ends_on start_known"
        " team_after service_after chair_after director_after",
        staff="chair deputy secretary",
    )

    class Meta:
        ordering = ["authority", "name"]
        constraints = [
            positive_length("meeting_series_is_not_empty"),
            models.UniqueConstraint(fields=["authority", "name"], name="meeting_series_name_once"),
            models.CheckConstraint(
                name="meeting_series_has_time_for_a_child",
                condition=Q(
                    minutes_a_child__gte=1, minutes__gte=F("minutes_a_child"), quorum__gte=1
                ),
                violation_error_message="A meeting lasts at least as long as one child is given.",
            ),
            models.CheckConstraint(
                name="meeting_series_deputy_is_another",
                condition=Q(deputy=None) | ~Q(deputy=F("chair")),
                violation_error_message="The deputy is somebody else than the chair.",
            ),
            models.CheckConstraint(
                name="meeting_series_ladder_rises",
                condition=Q(
                    service_after__gt=F("team_after"),
                    chair_after__gt=F("service_after"),
                    director_after__gt=F("chair_after"),
                ),
                violation_error_message="Each level is told later than the one below it.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Seat(models.TextChoices):
    """For which service a member sits on the group; a group of our sources has these."""

    CARE = "care", "services for children in care"
    SAFEGUARDING = "safeguarding", "safeguarding and care planning"
    FOSTERING = "fostering", "fostering"
    ADOPTION = "adoption", "the regional adoption agency"
    REVIEWING = "reviewing", "the reviewing officers"
    COURT = "court", "court progression"
    LEGAL = "legal", "legal services"
    RESIDENTIAL = "residential", "children’s homes"
    COMMISSIONING = "commissioning", "commissioning"
    SCHOOL = "school", "the Virtual School"
    HEALTH = "health", "health"
    LEAVING = "leaving", "leaving care"
    PERFORMANCE = "performance", "performance and information"
    OTHER = "other", "another service"


@tracked
class GroupMember(Period):
    """Somebody sits on the group for a service. Who has no account here is known by name alone."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    series = models.ForeignKey(MeetingSeries, models.PROTECT, related_name="members")
    user = models.ForeignKey(
        "casetrack.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="who has an account here?",
    )
    name = models.CharField("name of a member without an account", max_length=80, blank=True)
    seat = models.CharField("for which service?", max_length=13, choices=Seat)

    objects = PeriodQuerySet.as_manager()

    PRIVACY = classes(
        key="id uuid series", open="seat starts_on ends_on start_known", staff="user name"
    )

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            positive_length("group_member_is_not_empty"),
            models.CheckConstraint(
                name="group_member_is_somebody",
                condition=Q(user=None, name__regex=r"\S") | Q(user__isnull=False, name=""),
                violation_error_message="Choose somebody with an account, or write a name.",
            ),
            one_at_a_time(
                "group_member_once_at_a_time",
                "series",
                "user",
                condition=Q(user__isnull=False),
                says="That person is a member already.",
            ),
        ]

    def __str__(self) -> str:
        return f"group member {self.pk}"

    @property
    def called(self) -> str:
        if self.user is None:
            return self.name
        return self.user.get_full_name() or self.user.get_username()


@tracked
class Interest(Period):
    """A member has an interest of their own in a child, and sees nothing of her in the group."""

    child = models.ForeignKey("casetrack.Child", models.CASCADE, related_name="interests")
    member = models.ForeignKey(
        GroupMember, models.PROTECT, related_name="interests", verbose_name="which member?"
    )
    reason = models.CharField("what is the interest?", max_length=200)

    objects = PeriodQuerySet.as_manager()

    PRIVACY = classes(key="id child member", sensitive="reason starts_on ends_on start_known")

    class Meta:
        constraints = [
            positive_length("interest_is_not_empty"),
            one_at_a_time(
                "interest_once_at_a_time",
                "child",
                "member",
                says="That interest is recorded already.",
            ),
        ]

    def __str__(self) -> str:
        return f"interest {self.pk}"


class MeetingStage(models.TextChoices):
    """How far a meeting has come, and its minutes once it is closed."""

    AHEAD = "ahead", "to come"
    OPEN = "open", "under way"
    DRAFT = "draft", "minutes in draft"
    CORRECTED = "corrected", "minutes corrected"
    APPROVED = "approved", "minutes approved"
    LOCKED = "locked", "minutes locked"


def _only_after(later: str, earlier: str, says: str) -> models.CheckConstraint:
    """A stage is reached only after the one before it."""
    return models.CheckConstraint(
        name=f"meeting_{later}_after_it_is_{earlier}",
        condition=Q(**{f"{later}_at": None})
        | Q(**{f"{earlier}_at__isnull": False, f"{later}_at__gte": F(f"{earlier}_at")}),
        violation_error_message=says,
    )


@tracked
class Meeting(models.Model):
    """One meeting of a series. What differs from the series is said here, else it is as there.

    It is opened, with `chaired_by` in the chair, and closed; from then on what was recorded are its
    minutes, which are corrected, approved and locked. Nothing of locked minutes changes any more.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    series = models.ForeignKey(MeetingSeries, models.PROTECT, related_name="meetings")
    held_on = models.DateField("on which day?")
    own_place = models.CharField("where, if not as usual?", max_length=200, blank=True)
    own_starts_at = models.TimeField("at what time, if not as usual?", null=True, blank=True)
    own_minutes = models.PositiveSmallIntegerField(
        "how many minutes, if not as usual?", null=True, blank=True
    )
    put_off_because = models.CharField("why does it not take place?", max_length=200, blank=True)
    opened_at = models.DateTimeField(null=True, editable=False)
    chaired_by = models.ForeignKey(
        "casetrack.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="who is in the chair?",
    )
    closed_at = models.DateTimeField(null=True, editable=False)
    corrected_at = models.DateTimeField(null=True, editable=False)
    approved_at = models.DateTimeField(null=True, editable=False)
    approved_by = models.ForeignKey(
        "casetrack.User", models.PROTECT, null=True, editable=False, related_name="+"
    )
    locked_at = models.DateTimeField(null=True, editable=False)
    locked_by = models.ForeignKey(
        "casetrack.User", models.PROTECT, null=True, editable=False, related_name="+"
    )

    PRIVACY = classes(
        key="id uuid series",
        open="held_on own_place own_starts_at own_minutes put_off_because opened_at closed_at"
        " corrected_at approved_at locked_at",
        staff="chaired_by approved_by locked_by",
    )

    class Meta:
        ordering = ["held_on"]
        triggers = locks.itself()
        constraints = [
            models.UniqueConstraint(
                fields=["series", "held_on"],
                name="meeting_once_a_day",
                violation_error_message="The group meets on that day already.",
            ),
            models.CheckConstraint(
                name="meeting_opened_with_somebody_in_the_chair",
                condition=Q(opened_at=None) | Q(chaired_by__isnull=False, put_off_because=""),
                violation_error_message="Say who is in the chair.",
            ),
            _only_after("closed", "opened", "It was not opened."),
            _only_after("corrected", "closed", "The meeting is not closed."),
            _only_after("approved", "closed", "The meeting is not closed."),
            _only_after("locked", "approved", "The minutes are not approved."),
        ]

    def __str__(self) -> str:
        return f"meeting {self.uuid}"

    @property
    def stage(self) -> "MeetingStage":
        """How far the meeting and its minutes have come."""
        come: list[tuple[Any, MeetingStage]] = [
            (self.locked_at, MeetingStage.LOCKED),
            (self.approved_at, MeetingStage.APPROVED),
            (self.corrected_at, MeetingStage.CORRECTED),
            (self.closed_at, MeetingStage.DRAFT),
            (self.opened_at, MeetingStage.OPEN),
        ]
        return next((stage for at, stage in come if at is not None), MeetingStage.AHEAD)

    @property
    def place(self) -> str:
        return self.own_place or self.series.place

    @property
    def starts_at(self) -> time:
        return self.own_starts_at or self.series.starts_at

    @property
    def minutes(self) -> int:
        return self.own_minutes or self.series.minutes

    @property
    def members(self) -> PeriodQuerySet:
        """Who sits on the group on the day of the meeting."""
        on_the_day = GroupMember.objects.on(self.held_on).filter(series=self.series_id)
        return on_the_day.select_related("user").order_by("pk")

    @property
    def before(self) -> "Meeting | None":
        """The meeting of the group that took place, or is to take place, before this one."""
        taking_place = self.series.meetings.filter(put_off_because="")
        return taking_place.filter(held_on__lt=self.held_on).order_by("-held_on").first()

    @property
    def after(self) -> "Meeting | None":
        """The one that comes after it."""
        taking_place = self.series.meetings.filter(put_off_because="")
        return taking_place.filter(held_on__gt=self.held_on).order_by("held_on").first()

    def papers_due_on(self, holidays: Collection[date]) -> date:
        return dates.add_working_days(self.held_on, -PAPERS_WORKING_DAYS, holidays)


class Part(models.TextChoices):
    """The parts of an agenda in the order in which the group takes them."""

    URGENT = "urgent", "urgent"
    CARRIED = "carried", "carried over from last time"
    NEW = "new", "new to the group"
    LATE = "late", "past a limit"
    RECHECK = "recheck", "a plan to be looked at again"
    NEAR = "near", "near a limit, with nothing booked in time"
    NO_PLAN = "no-plan", "no agreed plan after the second review"
    NO_CONTINGENCY = "no-contingency", "no second plan"
    UNAPPROVED = "unapproved", "a home that is not approved or not registered"
    ADDED = "added", "put on by somebody"
    ACHIEVED = "achieved", "permanence achieved"


@tracked
class AgendaItem(models.Model):
    """A child stands on the agenda of a meeting, in a part and at a place, for so many minutes.

    `because` are the codes of the rules that chose her, or empty where `added_by` did, who may say
    in `why` for what.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey("casetrack.Child", models.CASCADE, related_name="agenda_items")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    part = models.CharField(max_length=14, choices=Part)
    place = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    because = models.JSONField(default=list, blank=True)
    why = models.CharField("what should the group look at?", max_length=300, blank=True)
    added_by = models.ForeignKey(
        "casetrack.User", models.PROTECT, null=True, blank=True, related_name="+"
    )

    PRIVACY = classes(
        key="id uuid child meeting",
        open="place minutes",
        staff="added_by",
        sensitive="part because why",
    )

    class Meta:
        ordering = ["place"]
        triggers = locks.of_its_meeting()
        constraints = [
            models.UniqueConstraint(fields=["id", "child"], name="agenda_item_of_a_child"),
            models.UniqueConstraint(
                fields=["meeting", "child"],
                name="agenda_item_once_a_meeting",
                violation_error_message="The child is on that agenda already.",
            ),
            models.UniqueConstraint(
                fields=["meeting", "place"],
                name="agenda_item_place_taken_once",
                deferrable=Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                name="agenda_item_has_time",
                condition=Q(minutes__gte=1, minutes__lte=120),
                violation_error_message="A child is given from 1 to 120 minutes.",
            ),
        ]

    def __str__(self) -> str:
        return f"agenda item {self.uuid}"
