"""The children of the headers: who is new, what a header says otherwise, and when each was born.

Names never come with a return. What a person changed on a child's record stays, field by field.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from returns.ssda903.copying import drop, execute, fetch, stage
from returns.ssda903.read import Row
from returns.ssda903.tables.header import DOB_, ETHNIC, SEX_, UPN

IMPORTED = "ssda903.imported"  # what the history says of a change that an import made
FIELDS = ("sex", "ethnicity", "upn", "born_on")
SEXES = {"1": "M", "2": "F"}  # as written until 2023/24


@dataclass
class Held:
    """A child on record: the id, and the four fields that a header has."""

    id: int
    values: tuple[Any, ...]


@dataclass(frozen=True)
class Disagreement:
    """A header says otherwise than a person recorded."""

    child: int
    field: str
    recorded: str
    returned: str


Told = tuple[str, str, str, date]


def told(headers: Sequence[Row]) -> Told:
    """What the headers of one child say, newest first: of each field the first that is filled."""
    sex, ethnicity, upn = (
        next((row.cells[at] for row in headers if row.cells[at]), "") for at in (SEX_, ETHNIC, UPN)
    )
    return SEXES.get(sex, sex), ethnicity, upn, headers[0].cells[DOB_]


def held(authority: int, references: Collection[str]) -> dict[str, Held]:
    rows = fetch(
        "SELECT reference, id, sex, ethnicity, upn, born_on FROM casetrack_child"
        " WHERE authority_id = %s AND reference = ANY(%s)",
        authority,
        list(references),
    )
    return {reference: Held(id_, tuple(values)) for reference, id_, *values in rows}


def last_imported(children: Collection[int]) -> dict[int, tuple[Any, ...]]:
    """What the last import left on each child, by its history; none of a child it never wrote."""
    if not children:
        return {}
    rows = fetch(
        "SELECT DISTINCT ON (pgh_obj_id) pgh_obj_id, sex, ethnicity, upn, born_on"
        " FROM casetrack_childevent"
        " WHERE pgh_obj_id = ANY(%s) AND pgh_context ->> 'what' = %s"
        " ORDER BY pgh_obj_id, pgh_id DESC",
        list(children),
        IMPORTED,
    )
    return {id_: tuple(values) for id_, *values in rows}


def reconcile(
    said: Mapping[str, Told], on_record: Mapping[str, Held]
) -> tuple[dict[str, tuple[Any, ...]], list[Disagreement]]:
    """What is to stand on each child after the import, by reference, where that is new."""
    differing = {
        reference: on_record[reference]
        for reference, values in said.items()
        if reference in on_record and values != on_record[reference].values
    }
    left = last_imported([child.id for child in differing.values()])
    changed: dict[str, tuple[Any, ...]] = {}
    disagreements: list[Disagreement] = []
    for reference, child in differing.items():
        values, found = _merge(child, said[reference], left.get(child.id))
        disagreements += found
        if values != child.values:
            changed[reference] = values
    return changed, disagreements


def _merge(
    child: Held, said: tuple[Any, ...], left: tuple[Any, ...] | None
) -> tuple[tuple[Any, ...], list[Disagreement]]:
    """What the headers say, but a person's value where one was entered since the last import."""
    values, found = [], []
    for place, (field, now, new) in enumerate(zip(FIELDS, child.values, said, strict=True)):
        entered = now not in ("", None) and (left is None or left[place] != now)
        values.append(now if entered else new)
        if entered and new not in ("", None, now):
            found.append(Disagreement(child.id, field, str(now), str(new)))
    return tuple(values), found


def write(
    authority: int, new: Mapping[str, Told], changed: Mapping[str, tuple[Any, ...]]
) -> dict[str, int]:
    """Insert and update children; the ids of the new ones by reference."""
    columns = "reference text, sex text, ethnicity text, upn text, born_on date"
    if changed:
        stage("changed_children", columns, _lines(changed.items()))
        execute(
            "UPDATE casetrack_child AS child SET sex = said.sex, ethnicity = said.ethnicity,"
            " upn = said.upn, born_on = said.born_on FROM changed_children AS said"
            " WHERE child.authority_id = %s AND child.reference = said.reference",
            authority,
        )
        drop("changed_children")
    if not new:
        return {}
    stage("new_children", columns, _lines(new.items()))
    execute(
        "INSERT INTO casetrack_child (uuid, authority_id, reference, sex, ethnicity, upn, born_on,"
        " first_name, last_name, unaccompanied)"
        " SELECT gen_random_uuid(), %s, reference, sex, ethnicity, upn, born_on, '', '', FALSE"
        " FROM new_children ORDER BY reference",
        authority,
    )
    drop("new_children")
    return {reference: child.id for reference, child in held(authority, list(new)).items()}


def _lines(children: Iterable[tuple[str, tuple[Any, ...]]]) -> Iterable[tuple[Any, ...]]:
    return ((reference, *values) for reference, values in children)
