"""docs/clocks.md: every clock with its limit, its source and its worked examples."""

from casetrack.documents import table
from oversight.clocks.clock import Clock, Example
from oversight.clocks.registry import CLOCKS


def clocks() -> str:
    summary = [
        [clock.title, f"`{clock.code}`", _limit(clock), str(clock.kind), clock.owner]
        for clock in CLOCKS.values()
    ]
    return "\n".join(
        [
            "# Clocks\n",
            "Made from `oversight/clocks/rules/`; change them there. A clock is a dated wait "
            "with a limit. Only what is called statutory binds anybody from outside; averages "
            "of a cohort (national targets) and proposals of this product are flagged on one "
            "child by our own choice.\n",
            table(["Clock", "Code", "Limit", "Kind", "Owner"], summary),
            "",
            *(_section(clock) for clock in CLOCKS.values()),
        ]
    )


def _limit(clock: Clock) -> str:
    if clock.limit_words:
        return clock.limit_words
    warning = f"amber from {clock.warning.words}" if clock.warning else ""
    limit = f"red after {clock.limit.words}" if clock.limit else "never red"
    return ", ".join(filter(None, [warning, limit]))


def _section(clock: Clock) -> str:
    return "\n".join(
        [
            f"## {clock.title}\n",
            f"{clock.why}\n",
            f"- Counting: {clock.counting}",
            f"- Stops with: {clock.stops}.",
            f"- Source: {clock.source}",
            f"- Trust: {clock.confidence}.",
            *(f"- Switch `{name}`: {says}." for name, _, says in clock.switches),
            "",
            table(
                ["Worked example", "History", "Rows"],
                [
                    [example.shows, f"`{example.history}`", _rows(example)]
                    for example in clock.examples
                ],
            ),
            "",
        ]
    )


def _rows(example: Example) -> str:
    said = []
    for row in example.rows:
        words = [f"from {row.started}"]
        words += [f"runs from {row.runs_from}"] if row.runs_from else []
        words += [f"stopped {row.stopped}"] if row.stopped else ["waiting"]
        words += [f"amber {row.warn}"] if row.warn else []
        words += [f"red after {row.due}"] if row.due else []
        words += ["start not known"] if not row.known else []
        words += ["cannot tell"] if row.missing else []
        said.append(", ".join(words))
    return "; ".join(said) or "none"
