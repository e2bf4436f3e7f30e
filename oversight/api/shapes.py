"""The shapes of the answers."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from casetrack.models import CarePeriod, Child, LegalStatus
from oversight.models import State
from permanence.models import PermanencePlan
from placements.models import Placement

PERIOD = ("starts_on", "start_known", "ends_on")


def a_code() -> serializers.CharField:
    """A code of the return; blank where it is not known, which a list of choices would not say."""
    return serializers.CharField(read_only=True, help_text="The code of the return, or blank.")


class ClockShape(serializers.Serializer):
    """A clock of the catalogue: what it counts, from which source, and how serious it is."""

    code = serializers.CharField()
    title = serializers.CharField()
    why = serializers.CharField()
    source = serializers.CharField()
    kind = serializers.CharField(help_text="Where the limit comes from.")
    binding = serializers.BooleanField(
        source="statutory", help_text="Set by law or statutory guidance."
    )
    confidence = serializers.CharField(help_text="How far the words of the source were checked.")
    owner = serializers.CharField()
    subject = serializers.CharField()
    limit = serializers.SerializerMethodField()
    warning = serializers.SerializerMethodField()
    counting = serializers.CharField()
    stops = serializers.CharField()

    def get_limit(self, clock) -> str:  # type: ignore[no-untyped-def]
        return clock.limit_words or (clock.limit.words if clock.limit else "")

    def get_warning(self, clock) -> str:  # type: ignore[no-untyped-def]
        return clock.warning.words if clock.warning else ""


class WaitShape(serializers.Serializer):
    """A wait that runs on the day: it counts from `started_on` and runs from `runs_from`."""

    clock = serializers.CharField()
    subject = serializers.CharField()
    started_on = serializers.DateField()
    runs_from = serializers.DateField()
    stopped_on = serializers.DateField(allow_null=True)
    warn_on = serializers.DateField(allow_null=True)
    due_on = serializers.DateField(allow_null=True)
    days = serializers.SerializerMethodField(help_text="Days since started_on.")
    state = serializers.ChoiceField(choices=State.choices)
    start_known = serializers.BooleanField(
        help_text="False where the wait began on or before started_on."
    )

    def get_days(self, row) -> int:  # type: ignore[no-untyped-def]
        return row.days


class FlagShape(WaitShape):
    """A wait with the child it is about: the authority's reference, and the key of the record."""

    child = serializers.CharField(source="child.reference")
    child_uuid = serializers.UUIDField(source="child.uuid")


class ChildShape(serializers.ModelSerializer):
    """Who the child is. Returns bring no names; they are blank until somebody enters them."""

    authority = serializers.CharField(source="authority.code")
    sex = a_code()

    class Meta:
        model = Child
        fields = (
            "uuid",
            "authority",
            "reference",
            "first_name",
            "last_name",
            "sex",
            "born_on",
            "expected_on",
            "unaccompanied",
        )
        read_only_fields = fields


class CareShape(serializers.ModelSerializer):
    category_of_need = a_code()
    end_reason = a_code()

    class Meta:
        model = CarePeriod
        fields = (*PERIOD, "category_of_need", "end_reason")


class LegalShape(serializers.ModelSerializer):
    code = a_code()

    class Meta:
        model = LegalStatus
        fields = (*PERIOD, "code")


class HomeShape(serializers.ModelSerializer):
    """Where and how the child lives; the address is not part of the API."""

    type = a_code()
    provider = a_code()
    end_reason = a_code()

    class Meta:
        model = Placement
        fields = (*PERIOD, "type", "provider", "end_reason")


class PlanShape(serializers.ModelSerializer):
    class Meta:
        model = PermanencePlan
        fields = (*PERIOD, "route", "rank", "ratified_on")


class RecordShape(serializers.Serializer):
    """A child with the dated facts that had begun by the day, and the waits that run on it."""

    child = ChildShape()
    as_at = serializers.DateField(source="asked")
    known_on = serializers.DateField(
        source="day", help_text="as_at, or the last day that facts are known to if that is earlier."
    )
    periods_of_care = CareShape(source="care", many=True)
    legal_statuses = LegalShape(source="legal", many=True)
    homes = HomeShape(many=True)
    plans = PlanShape(many=True)
    clocks = serializers.SerializerMethodField()

    @extend_schema_field(WaitShape(many=True))
    def get_clocks(self, record):  # type: ignore[no-untyped-def]
        return WaitShape([wait.row for wait in record.waits], many=True).data


class PopulationShape(serializers.Serializer):
    """How many children were in care, and how they split; null stands for a hidden number."""

    looked_after = serializers.IntegerField(allow_null=True)
    by_place = serializers.DictField(child=serializers.IntegerField(allow_null=True))
    by_legal_status = serializers.DictField(child=serializers.IntegerField(allow_null=True))


class ProblemShape(serializers.Serializer):
    """Why there is no answer, in words."""

    detail = serializers.CharField()


class WrongShape(serializers.Serializer):
    """What could not be understood: for each part of the question, the reasons."""

    as_at = serializers.ListField(child=serializers.CharField(), required=False)
    authority = serializers.ListField(child=serializers.CharField(), required=False)
    reference = serializers.ListField(child=serializers.CharField(), required=False)
    clock = serializers.ListField(child=serializers.CharField(), required=False)
    state = serializers.ListField(child=serializers.CharField(), required=False)


def answers(shape: Any, *others: int) -> dict[int, Any]:
    """By status: the answer, the two refusals that every address has, and what `others` it has."""
    possible = {400: WrongShape, 401: ProblemShape, 403: ProblemShape, 404: ProblemShape}
    return {200: shape} | {status: possible[status] for status in (401, 403, *others)}
