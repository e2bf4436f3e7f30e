from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    name = "returns"
    verbose_name = "Files in and out"

    def ready(self) -> None:
        from adoption import archive
        from casetrack import looks
        from returns.looks import WORDS
        from returns.sealing import HOLDER

        archive.register(HOLDER)
        looks.describe(WORDS)
