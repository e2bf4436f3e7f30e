from django.apps import AppConfig


class PermanenceConfig(AppConfig):
    name = "permanence"
    verbose_name = "Plans, reviews and agreed actions"

    def ready(self) -> None:
        from casetrack.record import registry
        from permanence import found

        found.register()
        registry.discover("permanence.kinds")
