from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    name = "returns"
    verbose_name = "Files in and out"

    def ready(self) -> None:
        from casetrack import looks
        from returns.looks import WORDS

        looks.describe(WORDS)
