"""docs/roles.md: who may do what, as a page that a non-developer can sign off."""

from casetrack.access.permissions import Permission
from casetrack.access.roles import ROLES, Group, Role
from casetrack.documents import table

HOW_IT_IS_JUDGED = """\
Made from `casetrack/access/roles.py` and `permissions.py`; change it there.

What a person may see is judged by the roles and allocations they hold today, in three steps:

1. **Role.** A role allows some things and not others. A person may hold several roles; each counts
   only for the children that it reaches. Who reviews two children and loads the returns of all does
   not review them all.
2. **Relationship.** A role reaches the children named with it below.
3. **Restriction.** The record of a child may be kept to named people, who then see it whatever
   their team, or from named people. To anybody else the child does not exist, in no list and no
   search; in totals, which name nobody, every child is counted.

When an adoption order is made, the record is kept at once to those with something left to do: the
child's worker and reviewing officer, the team and service manager, the regional adoption agency and
the data officer. When all is done it is sealed, and from then on exists for nobody: two people of
adoption records may open it together, for a reason that is kept.

In an emergency, some roles may open one record that they do not reach, for four hours: to read it,
and, where the role records visits, to record a visit or a child who is missing. The guardian of
data is told at once and reviews it afterwards. A sealed record is never opened so.
"""


def roles() -> str:
    parts = ["# Roles\n", HOW_IT_IS_JUDGED]
    for group in Group:
        parts.append(f"## {group}\n")
        parts += [_one(role) for role in ROLES.values() if role.group is group]
    parts.append("## Everything that may be done, and by whom\n")
    parts.append(table(["They may", "Roles"], [_held(each) for each in Permission]) + "\n")
    return "\n".join(parts)


def _one(role: type[Role]) -> str:
    may = [f"- {each.words}" for each in Permission if each in role.permissions]
    after = " Also after an adoption, until the record is sealed." if role.after_adoption else ""
    reaches = f"\nReaches: {role.reach}.{after} May:\n"
    return "\n".join([f"### {role.title}\n", role.description, reaches, *may, ""])


def _held(permission: Permission) -> list[str]:
    holders = [role.title for role in ROLES.values() if permission in role.permissions]
    return [permission.words, ", ".join(holders)]
