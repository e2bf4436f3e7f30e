from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    name = "placements"
    verbose_name = "Where children live"

    def ready(self) -> None:
        from casetrack import living
        from casetrack.actions import care
        from casetrack.record import registry
        from placements.actions.placements import end_with_care
        from placements.living import lives

        care.ends_with_care(end_with_care)
        living.register(lives)
        registry.discover("placements.kinds")
