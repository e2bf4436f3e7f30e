"""The child, care, orders, people and access: the ground floor, and the project's own wiring."""

from casetrack.celery import app as celery_app

__all__ = ["celery_app"]
