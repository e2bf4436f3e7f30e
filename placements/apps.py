from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    name = "placements"
    verbose_name = "Where children live"

    def ready(self) -> None:
        from casetrack.actions import care
        from casetrack.record import registry
        from placements.actions.placements import end_with_care

        care.ends_with_care(end_with_care)
        registry.discover("placements.kinds")
