from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "oversight"
    verbose_name = "Clocks, queues and totals"

    def ready(self) -> None:
        from casetrack.recording import before_commit
        from oversight.clocks.engine import refresh

        before_commit(refresh)
