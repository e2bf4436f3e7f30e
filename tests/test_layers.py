"""Foreign keys point down the staircase; they are strings, which no linter of imports sees."""

import pytest
from django.apps import apps
from django.db.models import ForeignKey

FLOORS = ["casetrack", "placements", "permanence", "adoption", "oversight", "returns"]
TOP = {"oversight", "returns"}

KEYS = [
    pytest.param(model, field, id=f"{model._meta.label}.{field.name}")
    for model in apps.get_models()
    if model._meta.app_label in FLOORS
    for field in model._meta.get_fields()
    if isinstance(field, ForeignKey)
]


@pytest.mark.parametrize(("model", "field"), KEYS)
def test_a_foreign_key_points_down(model: type, field: ForeignKey) -> None:
    source, target = model._meta.app_label, field.related_model._meta.app_label
    if target not in FLOORS:
        return
    assert source == target or FLOORS.index(target) < FLOORS.index(source)
    assert source == target or not {source, target} <= TOP, "the top floors do not know each other"
