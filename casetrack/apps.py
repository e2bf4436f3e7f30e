from django.apps import AppConfig


class CasetrackConfig(AppConfig):
    name = "casetrack"
    verbose_name = "The child, care, orders, people and access"

    def ready(self) -> None:
        from casetrack import documents
        from casetrack.access.documents import roles
        from casetrack.models.documents import privacy
        from casetrack.record import registry

        documents.register("roles.md", roles)
        documents.register("privacy.md", privacy)
        registry.discover("casetrack.kinds")
