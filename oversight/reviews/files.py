"""A letter or a record to take away: a PDF that anybody can read, and a Word file."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from oversight.meetings.pack import without_unseen
from oversight.meetings.pdf import typeset
from oversight.meetings.word_file import begun, saved
from oversight.reviews.letter import title
from oversight.reviews.text import Block, blocks
from permanence.models import ReviewWriting

SOURCE = Path(__file__).with_name("writing.typ")
NOT_SENT = "A draft that was not sent."


@dataclass(frozen=True)
class Writing:
    """What stands in a file of it; its title and its footer hold no name."""

    title: str
    footer: str
    blocks: list[Block]
    notes: list[str] = field(default_factory=list)


def of(writing: ReviewWriting, held_on: date) -> Writing:
    sent = f"Sent on {writing.sent_on:%-d %B %Y}." if writing.sent_on else NOT_SENT
    return Writing(
        title=title(writing.form, held_on),
        footer=f"Version {writing.version}. {sent}",
        blocks=blocks(without_unseen(writing.text)),
    )


def pdf(writing: Writing) -> bytes:
    return typeset(SOURCE, "writing.json", writing)


def word_file(writing: Writing) -> bytes:
    document = begun(writing.title, writing.footer)
    document.add_heading(writing.title, 1)
    for block in writing.blocks:
        if block.heading:
            document.add_heading(" ".join(block.lines), 2)
        elif block.lines:
            document.add_paragraph("\n".join(block.lines))
        for point in block.points:
            document.add_paragraph(point, style="List Bullet")
    return saved(document)
