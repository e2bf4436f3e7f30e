"""docs/privacy.md: every field and its privacy class."""

from django.apps import apps

from casetrack.documents import table
from casetrack.privacy import Privacy

MEANINGS = {
    Privacy.KEY: "row numbers, links between rows and technical marks",
    Privacy.IDENTITY: "says who a child is",
    Privacy.WHERE: "says where a child lives or lived",
    Privacy.SENSITIVE: "facts of a child's life, health, origin, family or case",
    Privacy.STAFF: "names and work of people who work with children",
    Privacy.OPEN: "settings, code lists and counts",
    Privacy.SECRET: "passwords and keys",
}


def privacy() -> str:
    rows = [
        [model._meta.label, field, str(kind)]
        for model in sorted(apps.get_models(), key=lambda model: model._meta.label)
        for field, kind in getattr(model, "PRIVACY", {}).items()
    ]
    classes = [[str(kind), meaning] for kind, meaning in MEANINGS.items()]
    return "\n".join(
        [
            "# Privacy classes\n",
            "Made from the `PRIVACY` of every model; a field without a class fails a test.\n",
            table(["Class", "Meaning"], classes),
            "",
            table(["Table", "Field", "Class"], rows),
            "",
        ]
    )
