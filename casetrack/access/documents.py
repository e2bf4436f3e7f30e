"""docs/roles.md: who may do what, as a page that a non-developer can sign off."""

from casetrack.access.permissions import Permission
from casetrack.access.roles import ROLES
from casetrack.documents import table


def roles() -> str:
    parts = [
        "# Roles\n",
        "Made from `casetrack/access/roles.py`; change it there. A person may hold several roles; "
        "what they may see is judged by the roles and allocations they hold today.\n",
    ]
    for role in ROLES.values():
        parts.append(f"## {role.title}\n")
        parts.append(f"{role.description}\n\nReaches: {role.reach}.\n")
    head = ["May", *(role.title for role in ROLES.values())]
    rows = [
        [
            permission.value.replace("-", " "),
            *("yes" if permission in role.permissions else "no" for role in ROLES.values()),
        ]
        for permission in Permission
    ]
    parts.append("## All at once\n")
    parts.append(table(head, rows) + "\n")
    return "\n".join(parts)
