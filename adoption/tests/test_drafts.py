"""What an officer typed of a mid-point leaves with the record and comes back with it."""

import pytest

from adoption import archive
from permanence.actions import mid_points
from permanence.models import MidPointDraft
from tests.cast import assemble

pytestmark = pytest.mark.django_db


def test_it_leaves_with_the_record_and_comes_back() -> None:
    cast = assemble()
    typed = {"moving": "no", "moving_words": "Nobody looks for a family."}
    before = mid_points.keep_draft(child=cast.amara, typed=typed, by=cast.iro)
    mid_points.keep_draft(child=cast.tomas, typed=typed, by=cast.iro)
    kept = archive.take(cast.amara)
    assert [each.child for each in MidPointDraft.objects.all()] == [cast.tomas]
    archive.put_back(cast.amara, kept)
    back = MidPointDraft.objects.get(child=cast.amara)
    for name in ("pk", "typed", "written_by", "begun_at", "saved_at"):
        assert getattr(back, name) == getattr(before, name), name


def test_a_record_without_one_is_put_back_without_one() -> None:
    cast = assemble()
    archive.put_back(cast.amara, archive.take(cast.amara))
    assert not MidPointDraft.objects.exists()
