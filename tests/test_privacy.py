"""Every field of every table has exactly one privacy class, decided when the field is born."""

from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from casetrack.privacy import Privacy, classes

OURS = {"casetrack", "placements", "permanence", "adoption", "oversight", "returns"}

MODELS = [
    model
    for model in apps.get_models()
    # A history table holds copies of the fields of the table it follows.
    if model._meta.app_label in OURS and not hasattr(model, "pgh_tracked_model")
]


def unclassified(model: Any) -> set[str]:
    """Fields without a class, and classes without a field."""
    fields = {field.name for field in model._meta.concrete_fields}
    return fields ^ set(getattr(model, "PRIVACY", {}))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_field_has_a_privacy_class(model: type) -> None:
    assert not unclassified(model), "say it in PRIVACY"


@isolate_apps("casetrack")
def test_a_field_without_one_fails_by_name() -> None:
    class Pet(models.Model):
        name = models.CharField(max_length=20)
        born_on = models.DateField()
        PRIVACY = classes(key="id", identity="name", sensitive="colour")

        class Meta:
            app_label = "casetrack"

        def __str__(self) -> str:
            return "pet"

    assert unclassified(Pet) == {"born_on", "colour"}
    del Pet.PRIVACY
    assert unclassified(Pet) == {"id", "name", "born_on"}


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
