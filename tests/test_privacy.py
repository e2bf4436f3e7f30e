"""Every field of every table has exactly one privacy class, decided when the field is born."""

import pytest
from django.apps import apps

from casetrack.privacy import Privacy, classes

OURS = {"casetrack", "placements", "permanence", "adoption", "oversight", "returns"}

MODELS = [
    model
    for model in apps.get_models()
    # A history table holds copies of the fields of the table it follows.
    if model._meta.app_label in OURS and not hasattr(model, "pgh_tracked_model")
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_field_has_a_privacy_class(model: type) -> None:
    fields = {field.name for field in model._meta.concrete_fields}
    assert fields == set(model.PRIVACY)


def test_a_field_in_two_classes_is_refused() -> None:
    with pytest.raises(ValueError, match="name is in two"):
        classes(key="id name", identity="name")


def test_a_class_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        classes(harmless="id")


def test_an_address_shows_no_identity() -> None:
    """What stands in an address is a UUID, a key; never a reference, a name or a row number."""
    for model in MODELS:
        if "uuid" in model.PRIVACY:
            assert model.PRIVACY["uuid"] is Privacy.KEY
