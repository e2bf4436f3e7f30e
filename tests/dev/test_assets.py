"""What is licensed to gov.uk alone never reaches our static files."""

import pytest

from dev import assets
from dev.trouble import Trouble


def test_the_font_faces_go_and_the_name_becomes_ours():
    face = "@font-face{font-family:GDS Transport;src:url(/assets/fonts/a.woff2)}"
    ours = 'p{font-family:"Atkinson Hyperlegible Next Variable",arial}'
    assert assets.without_the_crown(face + "p{font-family:GDS Transport,arial}") == ours


def test_the_crest_goes_and_other_pictures_are_found_beside_the_style_sheet():
    style = (
        "a{background:url(/assets/images/govuk-crest.svg)}b{mask:url(/assets/images/icon-x.svg)}"
    )
    assert assets.without_the_crown(style) == "a{background:none}b{mask:url(images/icon-x.svg)}"


def test_a_release_that_names_them_in_a_new_way_is_refused():
    with pytest.raises(Trouble, match="licence"):
        assets.without_the_crown("a{background:url(/assets/new/crest-gold.svg)}b{src:url(/x)}")


def test_what_was_built_has_all_its_pictures_and_none_of_the_crown():
    for name in ("govuk-frontend", "moj-frontend", "typeface"):
        style = (assets.VENDOR / f"{name}.css").read_text()
        assert "GDS Transport" not in style and "crest." not in style
        addresses = assets.re.findall(r"url\(([^)]+)\)", style)
        assert all((assets.VENDOR / address).is_file() for address in addresses)


def test_the_licences_travel_with_the_files():
    licences = (assets.VENDOR / "licences.txt").read_text()
    assert "SIL OPEN FONT LICENSE" in licences and "Permission is hereby granted" in licences
