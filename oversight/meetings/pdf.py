"""The pack as a PDF that anybody can read: tagged (PDF/UA-1), set by typst from `pack.typ`.

Typst refuses what would bar a reader who does not see it, such as a heading that is left out.
"""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from fontTools.ttLib import TTFont

from oversight.meetings.pack import Pack

SOURCE = Path(__file__).with_name("pack.typ")
FACES = [
    f"vendor/typeface/atkinson-hyperlegible-next-{letters}-wght-{style}.woff2"
    for letters in ("latin", "latin-ext")
    for style in ("normal", "italic")
]
STANDARD = "ua-1"


def pdf(pack: Pack, *, form: str = "pdf") -> bytes:
    """`form` is one that typst writes."""
    content = json.dumps(asdict(pack), default=list).encode()
    made: bytes = typst.compile(
        {"main.typ": SOURCE.read_bytes(), "pack.json": content},
        font_paths=_typeface()[0],
        format=form,
        pdf_standards=STANDARD,
    )
    return made


@cache
def _typeface() -> tuple[typst.Fonts, TemporaryDirectory[str]]:
    """The typeface of our pages, unpacked once a process, for typst reads no web fonts; what it
    lacks is taken from those that typst brings, never from the machine's own. The folder goes with
    the process.
    """
    folder = TemporaryDirectory(prefix="casetrack-typeface-")
    for face in FACES:
        found = finders.find(face) or staticfiles_storage.path(face)
        font = TTFont(found)
        font.flavor = None
        font.save(Path(folder.name) / Path(face).with_suffix(".ttf").name)
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[folder.name])
    return fonts, folder
