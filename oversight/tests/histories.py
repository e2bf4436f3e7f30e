"""Random histories for property tests, in the language of `tests/timeline.py`."""

import re
from datetime import date, timedelta

from hypothesis import strategies as st

FIRST, LAST, NEVER = date(2019, 1, 1), date(2024, 12, 31), date(2100, 1, 1)
days = st.dates(FIRST, LAST)
HOME_TYPES = ("U1", "U2", "U3", "U4", "U5", "U6", "A4", "A6", "P1", "P1", "K2", "R5", "T1", "T4")
STATUSES = ("C1", "C2", "E1", "V2", "V3", "J1")
REASONS = ("CARPL", "CREQB", "")
MEANT_FOR = ("", "", "meant_for=until-18", "meant_for=now")


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
def _recorded(draw: st.DrawFn, told: list[str]) -> list[str]:
    """What people record and no return carries; often on a day on which something else was."""
    days_told = sorted(set(re.findall(r"\d{4}-\d\d-\d\d", "; ".join(told))))
    some_day = st.one_of(st.sampled_from(days_told).map(date.fromisoformat), days)
    facts = [f"visit {day}" for day in draw(st.sets(some_day, max_size=12))]
    facts += [f"mid-point in-time {day}" for day in draw(st.sets(some_day, max_size=4))]
    if draw(st.booleans()):
        planned_on = draw(some_day) + timedelta(days=draw(st.integers(0, 200)))
        set_on = planned_on - timedelta(days=draw(st.integers(0, 200)))
        facts.append(f"planned-review {planned_on} set={set_on}")
    facts.append(f"recorded {draw(st.one_of(st.just(FIRST), st.just(NEVER), some_day))}")
    # Each carer with a letter, and when the child last came to them.
    moves = re.findall(r"home ~?\w+ (\S+).* ([abc])\b", "\n".join(told))
    for carer, moved_on in sorted({carer: moved_on for moved_on, carer in moves}.items()):
        facts += draw(_approved(carer, some_day))
        if carer == "a":
            facts += draw(_matched(carer, date.fromisoformat(moved_on)))
    parents = re.findall(r"home ~?P1 (\S+)", "\n".join(told))
    if parents and draw(st.booleans()):
        facts += draw(_moved_at_once(date.fromisoformat(draw(st.sampled_from(parents)))))
    return facts


@st.composite
def _approved(draw: st.DrawFn, carer: str, some_day: st.SearchStrategy[date]) -> list[str]:
    """A temporary approval of a carer, one that ended or goes on; or none."""
    start, length = draw(some_day), timedelta(days=draw(st.integers(1, 300)))
    expires = f"expires={start + timedelta(weeks=16)}"
    ended = f"approval temporary {start} .. {start + length} {expires} end_reason=approved {carer}"
    return draw(st.sampled_from([[], [ended], [f"approval temporary {start} {expires} {carer}"]]))


@st.composite
def _matched(draw: st.DrawFn, carer: str, moved_on: date) -> list[str]:
    """A long-term match with a carer, after which the child may agree to fewer visits; or none."""
    start, fewer, ended = (
        moved_on + timedelta(days=count)
        for count in sorted(draw(st.lists(st.integers(0, 900), min_size=3, max_size=3)))
    )
    match = f"long-term-match {start} fewer_visits={fewer}"
    return draw(
        st.sampled_from(
            [[], [f"{match} {carer}"], [f"{match} ended={ended} end_reason=hers {carer}"]]
        )
    )


@st.composite
def _moved_at_once(draw: st.DrawFn, moved_on: date) -> list[str]:
    """A move to parents that was approved about then, and the assessment that followed."""
    agreed = moved_on + timedelta(days=draw(st.integers(-30, 30)))
    done = agreed + timedelta(days=draw(st.integers(0, 60)))
    return [
        f"request parents-at-once {agreed}; request-decided approved {agreed}",
        f"home-assessment parents {agreed} people=both completed={done} finding=suitable",
    ]


@st.composite
def histories(draw: st.DrawFn) -> str:
    facts = draw(_chain("care", (), ()))
    facts += draw(_chain("status", STATUSES, ()))
    facts += draw(_chain("home", HOME_TYPES, (REASONS, ("a", "b", "c", ""), MEANT_FOR)))
    facts += [f"review {day}" for day in draw(st.sets(days, max_size=6))]
    for word, undone in (("decision", "reversed"), ("match", "withdrawn")):
        for day in draw(st.sets(days, max_size=2)):
            later = draw(st.one_of(st.none(), st.integers(0, 400)))
            end = f" {undone} {day + timedelta(days=later)}" if later is not None else ""
            facts.append(f"{word} {day}{end}")
    facts += draw(_chain("plan", ("adoption", "home"), ()))
    facts += draw(_chain("worker", ("A", "B", "C", "D"), ()))
    facts += draw(_recorded(facts))
    facts.append(f"born {draw(st.dates(date(2001, 1, 1), date(2019, 1, 1)))}")
    return "; ".join(facts)
