from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    name = "placements"
    verbose_name = "Where children live"

    def ready(self) -> None:
        from casetrack.record import registry

        registry.discover("placements.kinds")
