from django.apps import AppConfig


class CasetrackConfig(AppConfig):
    name = "casetrack"
    verbose_name = "The child, care, orders, people and access"
