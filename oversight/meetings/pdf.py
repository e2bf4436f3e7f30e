"""The pack as a PDF that anybody can read: tagged (PDF/UA-1), set by typst from `pack.typ`.

Typst refuses what would bar a reader who does not see it, such as a heading that is left out.
"""

import json
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

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
STAND_IN = "\N{WHITE SQUARE}"
STANDS_IN = (
    f"{STAND_IN} stands for a letter that this file cannot show. The page on the screen does."
)
LETTER = b'#set document(title: "A letter")\n#read("letter.txt")'


def pdf(pack: Pack) -> bytes:
    return typeset(SOURCE, "pack.json", pack)


def typeset(source: Path, name: str, said: Any) -> bytes:
    """What is `said`, in a dataclass with `notes`, set by the typst of `source`, which reads it as
    the JSON of that `name`.
    """
    shown = said
    if hidden := _not_shown(_content(said)):
        shown = replace(said, notes=[*said.notes, STANDS_IN])
    content = _content(shown).translate(dict.fromkeys(map(ord, hidden), STAND_IN))
    return _set(source.read_bytes(), name, content)


def _content(said: Any) -> str:
    return json.dumps(asdict(said), default=list, ensure_ascii=False)


def _not_shown(content: str) -> set[str]:
    """The letters that no typeface here has, such as little pictures or those of a Chinese name:
    the standard allows none in a file.
    """
    own = _typeface().letters
    return {each for each in set(content) if ord(each) not in own and not _has(each)}


@cache
def _has(letter: str) -> bool:
    """Whether one of typst's own typefaces has the letter."""
    try:
        _set(LETTER, "letter.txt", letter)
    except typst.TypstError:
        return False
    return True


def _set(source: bytes, name: str, content: str) -> bytes:
    made: bytes = typst.compile(
        {"main.typ": source, name: content.encode()},
        font_paths=_typeface().fonts,
        pdf_standards=STANDARD,
    )
    return made


@dataclass(frozen=True)
class Typeface:
    """Fonts for typst, the letters (as numbers) that ours has, and the folder where it lies, which
    goes with the process.
    """

    fonts: typst.Fonts
    letters: frozenset[int]
    folder: TemporaryDirectory[str]


@cache
def _typeface() -> Typeface:
    """The typeface of our pages, unpacked once a process, for typst reads no web fonts; what it
    lacks is taken from those that typst brings, never from the machine's own.
    """
    folder = TemporaryDirectory(prefix="casetrack-typeface-")
    letters: set[int] = set()
    for face in FACES:
        font = TTFont(finders.find(face) or staticfiles_storage.path(face))
        font.flavor = None
        font.save(Path(folder.name) / Path(face).with_suffix(".ttf").name)
        letters |= font.getBestCmap().keys()
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[folder.name])
    return Typeface(fonts, frozenset(letters), folder)
