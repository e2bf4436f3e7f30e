from django.apps import AppConfig


class AdoptionConfig(AppConfig):
    name = "adoption"
    verbose_name = "Adoption and special guardianship"

    def ready(self) -> None:
        from adoption import found
        from adoption.access import with_adoption_plan
        from casetrack.access.roles import Reach
        from casetrack.access.visibility import register_reach
        from casetrack.record import registry

        register_reach(Reach.ADOPTION, with_adoption_plan)
        found.register()
        registry.discover("adoption.kinds")
