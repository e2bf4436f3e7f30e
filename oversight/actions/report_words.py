"""The words of the reviewing officers' annual report, each section as it was written last."""

import re
from typing import Any

from casetrack.actions.facts import fitting
from casetrack.actions.refusal import Refused
from casetrack.models import Authority
from casetrack.recording import recording
from oversight.models import ReportSection, ReportWords

MOST = 8_000


class WordsRefused(Refused):
    """The words are too long, or somebody else wrote meanwhile."""


def version(authority: Authority, year: int, section: str) -> int:
    """How often the section was written: what somebody had before them when they began."""
    return versions(authority, year).get(section, 0)


def versions(authority: Authority, year: int) -> dict[str, int]:
    """The same of every section of a year that was written."""
    kept: Any = ReportWords
    written = kept.pgh_event_model.objects.filter(authority=authority, year=year)
    found: dict[str, int] = {}
    for section in written.values_list("section", flat=True):
        found[section] = found.get(section, 0) + 1
    return found


def write(
    *, authority: Authority, year: int, section: str, text: str, seen: int, by: Any
) -> ReportWords:
    """Write the section anew; `seen` is the version that the person had before them."""
    with recording("report.written", by=by, authority=authority.code, year=year, section=section):
        own = {"authority": authority, "year": year, "section": ReportSection(section)}
        words = ReportWords.objects.select_for_update().filter(**own).first()
        if seen != version(authority, year, section):
            raise WordsRefused(
                "Somebody wrote in this section while you had it open. Your words are still in "
                "the box. Read theirs above it, then save again."
            )
        if len(text.strip()) > MOST:
            raise WordsRefused(f"A section may have up to {MOST:,} characters.")
        words = words or ReportWords(**own)
        words.text, words.written_by = _paragraphs(text), by
        with fitting():
            words.save()
        return words


def _paragraphs(text: str) -> str:
    """With one empty line between paragraphs, whatever the browser sends at the end of a line."""
    parts = re.split(r"\n\s*\n", text.replace("\r\n", "\n"))
    return "\n\n".join(part.strip() for part in parts if part.strip())
