"""Random histories for property tests, in the language of `tests/timeline.py`."""

from datetime import date, timedelta

from hypothesis import strategies as st

FIRST, LAST = date(2019, 1, 1), date(2024, 12, 31)
days = st.dates(FIRST, LAST)
HOME_TYPES = ("U2", "U3", "U4", "U5", "U6", "A4", "A6", "P1", "K2", "T1", "T4")
STATUSES = ("C1", "C2", "E1", "V2", "V3", "J1")
REASONS = ("CARPL", "CREQB", "")


@st.composite
def _chain(draw: st.DrawFn, word: str, codes: tuple[str, ...], tail: tuple[str, ...]) -> list[str]:
    """Facts of one kind that follow each other without overlapping, perhaps with gaps."""
    cuts = sorted(draw(st.sets(days, min_size=1, max_size=6)))
    facts = []
    for start, end in zip(cuts, [*cuts[1:], None], strict=True):
        period = start.isoformat()
        if end is not None or draw(st.booleans()):
            gap = timedelta(days=draw(st.sampled_from([0, 0, 0, 40])))
            last = (end or LAST + timedelta(days=30)) - gap
            if last <= start:
                continue
            period += f" .. {last.isoformat()}"
        mark = draw(st.sampled_from(["", "", "~"])) if start == cuts[0] else ""
        code = draw(st.sampled_from(codes)) if codes else ""
        head = f"{mark}{code} {period}" if code else f"{mark}{period}"
        facts.append(f"{word} {head} {' '.join(draw(st.sampled_from(t)) for t in tail)}".strip())
        if " .. " not in period:
            break
    return facts


@st.composite
def histories(draw: st.DrawFn) -> str:
    facts = draw(_chain("care", (), ()))
    facts += draw(_chain("status", STATUSES, ()))
    facts += draw(_chain("home", HOME_TYPES, (REASONS, ("a", "b", "c", ""))))
    facts += [f"review {day}" for day in draw(st.sets(days, max_size=6))]
    for word, undone in (("decision", "reversed"), ("match", "withdrawn")):
        for day in draw(st.sets(days, max_size=2)):
            later = draw(st.one_of(st.none(), st.integers(0, 400)))
            end = f" {undone} {day + timedelta(days=later)}" if later is not None else ""
            facts.append(f"{word} {day}{end}")
    facts += draw(_chain("plan", ("adoption", "home"), ()))
    facts += draw(_chain("worker", ("A", "B", "C", "D"), ()))
    facts.append(f"born {draw(st.dates(date(2001, 1, 1), date(2019, 1, 1)))}")
    return "; ".join(facts)
