"""Where brothers and sisters live, on the page of the ground floor that names them."""

from datetime import date

import pytest
from django.test import Client

from placements.models import Home, Placement
from placements.tests.pages import said
from tests.cast import Cast, signed_in


@pytest.fixture
def reader(cast: Cast) -> Client:
    return signed_in(cast.chair)


def read(reader: Client, cast: Cast) -> str:
    return said(reader.get(f"/children/{cast.amara.uuid}/family/"))


def test_each_is_named_with_their_home(cast: Cast, reader: Client) -> None:
    page = read(reader, cast)
    assert "Tomas Bello" in page and "Foster home since 1 Mar 2025" in page
    assert "the same home as Amara" not in page


def test_who_lives_together_is_said(cast: Cast, reader: Client) -> None:
    home = Placement.objects.get(child=cast.amara).home
    Placement.objects.filter(child=cast.tomas).update(home=home)
    assert "the same home as Amara" in read(reader, cast)
    Placement.objects.filter(child=cast.amara).update(ends_on=date(2026, 1, 1))
    assert "the same home as Amara" not in read(reader, cast)


def test_a_home_that_ended_is_none(cast: Cast, reader: Client) -> None:
    Placement.objects.filter(child=cast.tomas).update(ends_on=date(2026, 1, 1))
    assert "No home recorded now" in read(reader, cast)


def test_it_is_the_home_of_the_last_day_that_is_known(cast: Cast, reader: Client) -> None:
    cast.authority.records_live, cast.authority.known_to = False, date(2025, 12, 31)
    cast.authority.save()
    Placement.objects.filter(child=cast.tomas).update(ends_on=date(2026, 1, 1))
    assert "Foster home since 1 Mar 2025" in read(reader, cast)


def test_whose_home_it_is_is_not_told_here(cast: Cast, reader: Client) -> None:
    Home.objects.update(name="Rose Cottage")
    assert "Rose Cottage" not in read(reader, cast)
