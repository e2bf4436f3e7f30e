"""Triggers by which nothing of locked minutes, or of a sent letter, changes, whoever writes."""

import pgtrigger

SAYS = "The minutes of that meeting are locked."
WHOLE = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete
ON = "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;"


def of_its_meeting(held: str = "") -> list[pgtrigger.Trigger]:
    """For rows of a meeting: none is written, changed or removed once its minutes are locked.

    `held` is SQL from which the meeting's id is selected, where the row does not have it: `{row}`
    stands for the row in it.
    """
    meetings = ", ".join(
        f"({held.format(row=row)})" if held else f"{row}.meeting_id" for row in ("OLD", "NEW")
    )
    return [
        pgtrigger.Trigger(
            name="locked",
            operation=WHOLE,
            when=pgtrigger.Before,
            func=f"""IF EXISTS (SELECT FROM permanence_meeting AS meeting
                WHERE meeting.locked_at IS NOT NULL AND meeting.id IN ({meetings}))
                THEN RAISE EXCEPTION '{SAYS}' USING ERRCODE = 'integrity_constraint_violation';
                END IF; {ON}""",
        ),
        _not_emptied(),
    ]


def itself() -> list[pgtrigger.Trigger]:
    """For the meeting: what is locked stays as it is, and locked."""
    return [_never("locked", "OLD.locked_at IS NOT NULL"), _not_emptied()]


def as_written() -> list[pgtrigger.Trigger]:
    """For what is written once, and never changed or removed."""
    return [_never("locked", "true"), _not_emptied()]


def never_added(held: str) -> pgtrigger.Trigger:
    """For what belongs to the minutes as they were locked: nothing is added to them afterwards."""
    return pgtrigger.Trigger(
        name="never_added",
        operation=pgtrigger.Insert,
        when=pgtrigger.Before,
        func=f"""IF EXISTS (SELECT FROM permanence_meeting AS meeting
            WHERE meeting.locked_at IS NOT NULL AND meeting.id = ({held}))
            THEN RAISE EXCEPTION '{SAYS}' USING ERRCODE = 'integrity_constraint_violation';
            END IF; RETURN NEW;""",
    )


def once(where: str, says: str) -> list[pgtrigger.Trigger]:
    """For what stays as it is from the moment that `where` holds of it; the refusal `says` so."""
    return [_never("locked", f"OLD.{where}", says)]


def _never(name: str, where: str, says: str = SAYS) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=name,
        operation=pgtrigger.Update | pgtrigger.Delete,
        when=pgtrigger.Before,
        func=f"""IF {where}
            THEN RAISE EXCEPTION '{says}' USING ERRCODE = 'integrity_constraint_violation';
            END IF; {ON}""",
    )


def _not_emptied() -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="locked_whole",
        operation=pgtrigger.Truncate,
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        func=f"""IF EXISTS (SELECT FROM permanence_minutes)
            THEN RAISE EXCEPTION '{SAYS}' USING ERRCODE = 'integrity_constraint_violation';
            END IF; RETURN NULL;""",
    )
