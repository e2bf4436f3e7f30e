from django.apps import AppConfig


class AdoptionConfig(AppConfig):
    name = "adoption"
    verbose_name = "Adoption and special guardianship"

    def ready(self) -> None:
        from adoption import archive, found
        from adoption.access import sealed_children, sealed_references, with_adoption_plan
        from adoption.drafts import HOLDER
        from adoption.looks import RECORDS, WORDS
        from casetrack import looks
        from casetrack.access.roles import Reach
        from casetrack.access.visibility import (
            register_reach,
            register_sealed,
            register_sealed_references,
        )
        from casetrack.record import registry

        archive.register(HOLDER)
        register_reach(Reach.ADOPTION, with_adoption_plan)
        register_sealed(sealed_children)
        register_sealed_references(sealed_references)
        found.register()
        registry.discover("adoption.kinds")
        looks.describe(WORDS, records=RECORDS)
