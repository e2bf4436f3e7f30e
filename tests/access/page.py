"""docs/access.md: the matrix as a page that a non-developer can sign off."""

from collections.abc import Iterable, Mapping

from casetrack.access.roles import ROLES
from casetrack.documents import table
from casetrack.record import registry
from casetrack.words import uncapital
from tests.access.addresses import STANDS_FOR
from tests.access.matrix import AGAIN, DONE, LISTED, ON, OPENS, PAGE, SHOWN, Matrix
from tests.access.standing import CHILDREN, NO_ROLE, NOT_SIGNED_IN

INTRODUCTION = """\
# Who may see and do what, of which child

Found by asking: a person of every role asked for every address, of every child below, to read and
to write. Made by `WRITE_ACCESS=yes pytest tests/test_access.py`; the same test fails where anything
has changed. Every single answer stands in [access.csv](access.csv); why it is meant to be so stands
in [roles.md](roles.md).

Each row tells of the roles that are answered alike. **Reads** means that the page shows the child,
**writes** that what is sent from it is taken; an empty cell, that the answer is the same as for a
child who does not exist. Whoever is in no row is refused, whoever the child is; whoever is not
signed in is sent to sign in. A role that reaches every child of the authority reaches “my own” as
one of them.
"""
READERS = {code: role.title for code, role in ROLES.items()} | {
    NO_ROLE: "Somebody without a role",
    NOT_SIGNED_IN: "Somebody who is not signed in",
}
OF_A_CHILD = {
    "child": "The child’s page",
    "child-history": "How the record came to be as it is",
    "child-identity": "Who the child is",
    "what-if": "A date tried for the child",
    "child-family": "Brothers and sisters",
    "child-families": "Families found for the child",
    "child-record": "What may be recorded",
    "child-looked": "Who has looked",
    "api-child": "The record, read by a program",
    "child-describe beliefs": "Who the child is, changed",
    "child-born": "A birth, recorded",
    "child-family-join": "A brother or sister, joined",
    "child-family-leave": "A brother or sister, joined by mistake",
    "child-correct visit": "A visit, corrected",
    "child-take-back visit": "A visit, removed as entered by mistake",
    "action-done": "An agreed action, marked as done",
    "child-restrict": "Who is kept from the record",
    "child-restrict-lift": "A restriction, lifted",
    "break-glass-review": "Emergency access, reviewed",
    "meeting-decide": "What a meeting decides for the child",
    "meeting-undo": "What a meeting decided for the child, undone",
    "meeting-plan": "What a meeting finds of the child’s plan",
    "meeting-who": "Who is in the room for the child",
    "child-update": "The update of the child for a meeting",
    "child-mid-point": "A mid-point, to hold it",
    "child-mid-point-draft": "What is typed of a mid-point, kept",
    "child-mid-point-held": "A mid-point that was held",
    "child-mid-point-raise": "What is raised from a mid-point",
    "meeting-minutes-correct": "A decision in the minutes, put right",
    "meeting-minutes-finding": "What a group found, put right in the minutes",
    "child-minutes": "The child’s page of locked minutes",
    "child-justify": "A delay, asked to be justified",
    "child-feared-homes": "Homes that were feared",
    "review": "A review",
    "review-next": "The next review, before it is held",
    "review-next-step": "What the officer has before the next review",
    "review-invitation": "An invitation to a review",
    "review-held": "A review, held",
    "review-step": "What a review decides",
    "review-answer": "What a review decided, answered",
    "review-reply": "A manager’s disagreement, replied to",
    "review-letter": "The letter about a review, once it is sent",
    "review-letter-write": "The letter about a review, written",
    "review-letter-pdf": "The letter about a review, taken out as a PDF",
    "review-letter-word": "The letter about a review, taken out for Word",
    "review-record": "The record of a review, once it is sent",
    "review-record-write": "The record of a review, written",
    "review-record-pdf": "The record of a review, taken out as a PDF",
    "review-record-word": "The record of a review, taken out for Word",
    "child-seal": "The record, sealed",
    "child-challenge answer": "A challenge of the reviewing officer, and its answer",
    "child-challenge close": "A challenge of the reviewing officer, closed",
}
LISTS = {
    "tracker": "The tracker",
    "tracker-export": "The tracker, taken out as a file",
    "tracker-assign": "An action agreed for several children",
    "tracker-reason": "A reason noted for several children",
    "challenges": "Challenges of reviewing officers",
    "delays": "Delays asked to be justified, and those that are",
    "causes-children": "Children behind the days past a limit",
    "measure-children": "Children whom a measure counts",
    "savings-children": "Children whose moves changed what is paid",
    "savings": "Homes that were feared, beside what moves saved",
    "my-children": "A reviewing officer’s own children",
    "officers-children": "Children at whom no reviewing officer has looked",
    "officer-report": "What challenges changed, in the reviewing officers’ report",
    "officer-report-pdf": "The reviewing officers’ report, taken out as a PDF",
    "officer-report-word": "The reviewing officers’ report, taken out for Word",
    "coming": "Limits that come up",
    "gaps": "What is not known",
    "limit": "A limit of the authority’s own, and whose state it would change",
    "tracker-cohort": "Children chosen for a cohort",
    "tracker-agenda": "Children chosen for the agenda of a meeting",
    "group-actions": "What groups agreed that somebody does",
    "group-interests my own": "Children in whom a member of a group has an interest",
    "meeting-updates my own": "The updates for a meeting",
    "updates": "The updates that somebody is to write",
    "reviews-to-answer": "Reviews whose decisions wait for an answer",
    "meeting-entries my own": "What is recorded in a meeting",
    "meeting-room my own": "The children of a meeting, one a screen",
    "meeting my own": "The agenda of a meeting",
    "meeting-pack my own": "The pack of a meeting",
    "meeting-pack-pdf my own": "The pack of a meeting, taken out as a PDF",
    "meeting-pack-word my own": "The pack of a meeting, taken out for Word",
    "meeting-minutes my own": "The minutes of a meeting",
    "meeting-minutes-pdf my own": "The minutes of a meeting, taken out as a PDF",
    "meeting-minutes-word my own": "The minutes of a meeting, taken out for Word",
    "meeting-minutes-note my own": "The children on locked minutes, to note something on them",
    "meeting-exceptions my own": "What a meeting reports to the director",
    "meeting-exceptions-pdf my own": "What a meeting reports to the director, taken out as a PDF",
    "meeting-since my own": "What became of a group’s children since it last met",
    "cohort my own": "A cohort, and what became of its children",
    "legal": "The legal tracker",
    "legal-export": "The legal tracker, taken out as a file",
    "hearings": "The calendar of hearings",
    "agency-list": "What the adoption agency’s list says otherwise",
    "regional-children": "Children behind a number of the regional board",
    "search": "What a search finds",
    "api-children": "Children, listed for a program",
    "api-flags": "Waits, listed for a program",
    "adopted": "Children adopted and not yet sealed",
    "restrictions": "Restrictions",
    "break-glass-reviews": "Emergency access to review",
    "oddities": "Unusual looks",
    "returns-differences": "What returns say otherwise",
    "returns-run my own": "The report of a return",
    "returns-download my own": "The report of a return, taken out as a file",
    "sealed": "Sealed records, found by who knows them exactly",
    "sealed-read my own": "A sealed record, opened by two",
}
PAGES = {
    "api": "what programs may ask for",
    "api-clocks": "the clocks, for a program",
    "api-population": "numbers of children in care, for a program",
    "api-schema": "the description of what programs may ask for",
    "break-glass": "open a record in an emergency",
    "break-glass-close": "end an emergency access of one’s own",
    "catalogue": "how each clock works",
    "rules": "every rule, and what counts it",
    "limits": "the limits of the authority’s own",
    "recording-begins": "the day from which people record",
    "child-start": "start a record of a child",
    "job-run": "run a nightly job again",
    "jobs": "whether the nightly jobs have run",
    "agency-list-decide": "accept or refuse what the adoption agency’s list says otherwise",
    "officers": "the reviewing officers, and who stands in for whom",
    "cover-end my own": "end the cover for a reviewing officer of the authority",
    "meetings": "the meetings of the group, by day",
    "minutes": "the meetings that have minutes",
    "meeting-minutes-lock my own": "lock the minutes of a meeting, for the chair and the deputy",
    "group-actions-chase": "have those told again who are late with what a group agreed",
    "group-start": "set up a group",
    "group my own": "a group, its members and meetings",
    "group-between my own": "decide for a child between meetings, and see what was decided",
    "group-effect my own": "what a group changed, and how much of it was carried out",
    "group-change my own": "change a group of the authority",
    "meeting-attendance my own": "who is at a meeting",
    "meeting-put-off my own": "put a meeting of the authority off",
    "group-leave my own": "have a member leave a group of the authority",
    "cohorts": "the cohorts",
    "cohort-start": "start a cohort",
    "cohort-end my own": "end a cohort of the authority",
    "hearings-calendar": "take out a calendar of hearings that names nobody",
    "people": "who holds which role",
    "person my own": "give somebody of the authority a role",
    "role-end my own": "end a role in the authority",
    "regional": "the regional board",
    "returns": "the returns that are held",
    "returns-again my own": "have a return of the authority checked again",
    "returns-confirm my own": "import a return of the authority",
    "returns-keep": "keep what was recorded against a return",
    "returns-load": "hand over a return",
    "returns-progress my own": "how far the import of a return is",
    "returns-put-aside my own": "put a return of the authority aside",
    "saved-view-delete my own": "delete a list of one’s own",
    "saved-view-save": "keep a list under a name",
    "sealed-answer my own": "agree to the opening of a sealed record that somebody else asked for",
    "sealed-ask my own": "ask for a sealed record to be opened",
    "sealed-close my own": "close a sealed record that was opened",
    "sealed-openings": "every opening of a sealed record that was asked for",
    "packs": "what is published for a board",
    "pack-choose": "choose a pack to make",
    "pack-preview": "look at a pack before it is published, and publish it",
    "pack-read my own": "read a pack that is published",
    "pack-pdf my own": "take a published pack out as a PDF",
    "pack-workbook my own": "take a published pack out as a workbook",
    "measures": "the scorecard: measures in full",
    "measures-every": "all measures in full",
    "measures-ahead": "how many children are to be expected, and what they cost",
    "measures-journey": "the way of children who came into care, and how many homes they have had",
    "measure-definitions": "how each measure is counted",
    "measure": "one measure in full, with its trend and its definition",
    "measure-sources": "one measure in all its sources, beside the facts",
    "measure-rebase": "from when the chart of a measure counts anew",
    "action-plan": "the Permanence Action Plan, with its measures in full",
    "plan-theme-new": "add a theme to the action plan",
    "plan-theme my own": "change a theme of the authority’s action plan",
    "plan-progress my own": "write how a theme of the authority’s action plan stands",
    "plan-action-new my own": "add an action to the authority’s action plan",
    "plan-action my own": "change an action of the authority’s action plan",
    "plan-done my own": "say that an action of the authority’s action plan is done",
    "figures": "enter the figures of a month",
    "figures-list": "take out the list of figures to fill in",
    "figure-back my own": "take back a figure that was entered for the authority",
    "targets": "the targets of measures, and what they are compared with",
    "target": "set a target, or what a measure is compared with",
    "target-amend my own": "end a target of the authority, or take it back",
    "savings-work": "what work towards moves cost, and enter it",
    "rates": "what homes cost a week, and set it",
    "rates-list": "take out what homes cost a week as a list",
    "rate-amend my own": "end a weekly rate of the authority, or take it back",
    "totals": "totals, with small numbers hidden",
    "causes": "why children wait, with small numbers hidden from who sees no child",
    "tracker-justify": "go on to ask whether a child’s delay is justified",
}
STATES = {
    "iro": " (the reviewing officer)",
    "asked": " (a delay asked to be justified)",
    "justified": " (a justified delay)",
}
"""Which facts of a kind others write than the rest, by the first word that tells them apart."""
ONLY_LOOKED_FOR = ("child-family",)
"""What is sent to these is what somebody looks for."""
NOT_AGAIN = ("home", "sign-in", "sign-out", "health", "accessibility")
SEEN, MADE = {SHOWN, OPENS, LISTED}, {DONE, AGAIN, ON}


def page(matrix: Matrix) -> str:
    parts = [INTRODUCTION, "## One child\n"]
    parts += _alike(matrix, OF_A_CHILD)
    parts.append(
        "## Recording something new\n\nEach stands for the others that are named under it: the same"
        " permission records them.\n"
    )
    parts += [_recording(matrix, code) for code in STANDS_FOR.values()]
    parts.append("## Lists\n\nHere *reads* means that the child is in the list.\n")
    parts += _alike(matrix, LISTS)
    parts.append(
        "## What becomes of a recorded fact\n\nOf a child whom all reach who read records:"
    )
    parts.append("who may do it.\n")
    parts.append(_steps(matrix) + "\n")
    parts.append("## Pages about no one child\n")
    parts.append(_pages(matrix) + "\n")
    return "\n".join(filter(None, parts))


def _alike(matrix: Matrix, names: Mapping[str, str]) -> list[str]:
    """Pages that are open to the same readers of the same children share a table."""
    shared: dict[str, list[str]] = {}
    for name, words in names.items():
        shared.setdefault(_table(matrix, name), []).append(words)
    return [
        f"### {'; '.join(_lower(words))}\n\n{cells}\n" for cells, words in shared.items() if cells
    ]


def _lower(words: list[str]) -> list[str]:
    return [words[0], *map(uncapital, words[1:])]


def _table(matrix: Matrix, name: str, ways: tuple[str, ...] = ("read", "write")) -> str:
    alike: dict[tuple[str, ...], list[str]] = {}
    for reader in READERS:
        row = tuple(_cell(matrix, name, reader, child, ways) for child in CHILDREN)
        if any(row):
            alike.setdefault(row, []).append(reader)
    rows = [[_named(readers), *row] for row, readers in alike.items()]
    head = ["Who", *(words[:1].upper() + words[1:] for words in CHILDREN.values())]
    return table(head, rows) if rows else ""


def _cell(
    matrix: Matrix, name: str, reader: str, child: str, ways: tuple[str, ...] = ("read", "write")
) -> str:
    read, write = (
        matrix.get((name, way, reader, child), "") if way in ways else ""
        for way in ("read", "write")
    )
    # A list that is asked for with something typed is read, not written.
    reads = read in SEEN or write in (LISTED, OPENS)
    writes = write in MADE and name not in ONLY_LOOKED_FOR
    return ", ".join([*(["reads"] if reads else []), *(["writes"] if writes else [])])


def _recording(matrix: Matrix, code: str) -> str:
    kind = registry.named(code)
    if kind is None or not kind.asks:
        return ""
    others = [
        each.title
        for each in registry.every()
        if each.permissions == kind.permissions and each.asks and each is not kind
    ]
    note = f"Also: {'; '.join(others)}.\n\n" if others else ""
    return f"### {kind.title}\n\n{note}{_table(matrix, f'child-enter {code}', ('write',))}\n"


def _steps(matrix: Matrix) -> str:
    named = {
        name: _able(matrix, name, "named")
        for name in dict.fromkeys(name for name, *_ in matrix)
        if name.startswith(("child-correct", "child-take-back", "child-change"))
    }
    rows = [[_step(name), _named(readers)] for name, readers in named.items() if readers]
    return table(["What", "Who"], rows)


def _step(name: str) -> str:
    """Visit: correct; Permanence plan: ratify."""
    how, _, rest = name.removeprefix("child-").partition(" ")
    code, _, which = rest.partition(" ")
    kind = registry.named(code)
    assert kind is not None
    state = STATES.get(which.partition(" ")[0], "")
    change = kind.change(which.rpartition(" ")[2])
    done = {"correct": "Correct it", "take-back": "Remove it as entered by mistake"}.get(how)
    return f"{kind.title}{state}: {done or (change and change.title)}"


def _pages(matrix: Matrix) -> str:
    """By who may ask for them; what is another's is left out where nobody reaches it."""
    shared: dict[str, list[str]] = {}
    for name in dict.fromkeys(name for name, _, _, child in matrix if child == PAGE):
        if name not in LISTS and name not in NOT_AGAIN and (who := _able(matrix, name, PAGE)):
            shared.setdefault(_named(who), []).append(PAGES.get(name, f"`{name}`"))
    return table(["Who", "What"], [[who, "; ".join(what)] for who, what in shared.items()])


def _able(matrix: Matrix, name: str, child: str) -> list[str]:
    return [reader for reader in READERS if _cell(matrix, name, reader, child)]


def _named(readers: Iterable[str]) -> str:
    return ", ".join(READERS[reader] for reader in readers)
