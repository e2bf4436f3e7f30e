from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "oversight"
    verbose_name = "Clocks, queues and totals"

    def ready(self) -> None:
        from casetrack import documents
        from casetrack.recording import before_commit
        from oversight.clocks.documents import clocks
        from oversight.clocks.engine import refresh

        before_commit(refresh)
        documents.register("clocks.md", clocks)
