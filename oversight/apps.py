from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "oversight"
    verbose_name = "Clocks, queues and totals"

    def ready(self) -> None:
        from adoption import archive
        from casetrack import documents, looks
        from casetrack.record import registry
        from casetrack.recording import before_commit
        from oversight.clocks.documents import clocks
        from oversight.clocks.engine import refresh
        from oversight.finds import HOLDER
        from oversight.indicators.documents import measures
        from oversight.indicators.kept import changed
        from oversight.looks import RECORDS, WORDS

        archive.register(HOLDER)
        before_commit(refresh)
        before_commit(changed)
        registry.discover("oversight.kinds")
        documents.register("clocks.md", clocks)
        documents.register("indicators.md", measures)
        looks.describe(WORDS, records=RECORDS)
