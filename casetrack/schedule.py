"""The timetable of the jobs: one entry a job, tasks named as strings.

A job is tried at its hour and again every hour of the day until it is done for the night, so that a
machine that was off, a database that was away or a mail server that refused costs an hour and not a
night. Each task knows what is done already and then does nothing. Beat copies the timetable into
its own tables whenever it starts.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from celery.schedules import crontab


@dataclass(frozen=True)
class Nightly:
    """A task that is due from `hour`:`minute` on, and every hour after it until midnight."""

    task: str
    hour: int
    minute: int

    @property
    def crontab(self) -> crontab:
        return crontab(hour=f"{self.hour}-23", minute=str(self.minute))

    def first(self, moment: datetime) -> datetime:
        """When the job is first due on the day of `moment`."""
        return moment.replace(hour=self.hour, minute=self.minute, second=0, microsecond=0)

    def next(self, moment: datetime, *, done: bool) -> datetime:
        """When it is tried next; the next day, where it is `done` for the day of `moment`."""
        if done:
            return self.first(moment + timedelta(days=1))
        tried = moment.replace(minute=self.minute, second=0, microsecond=0)
        tried = max(tried, self.first(moment))
        tried += timedelta(hours=1) if tried <= moment else timedelta()
        return tried if tried.date() == moment.date() else self.first(tried)


NIGHTLY: dict[str, Nightly] = {
    "verify-clocks": Nightly("oversight.tasks.verify_clocks", hour=2, minute=5),
    "record-sightings": Nightly("oversight.tasks.record_sightings", hour=3, minute=5),
    "keep-forecasts": Nightly("oversight.tasks.keep_forecasts", hour=3, minute=35),
    "raise-late-actions": Nightly("oversight.tasks.raise_late_actions", hour=5, minute=5),
    "send-digests": Nightly("oversight.tasks.send_digests", hour=6, minute=35),
}

TIMETABLE: dict[str, dict] = {
    name: {"task": entry.task, "schedule": entry.crontab} for name, entry in NIGHTLY.items()
}
TIMETABLE["forget-uploads"] = {
    "task": "returns.forget_uploads",
    "schedule": crontab(hour="4", minute="20"),
}
TIMETABLE["forget-what-ended"] = {
    "task": "casetrack.tasks.forget_what_ended",
    "schedule": crontab(hour="4", minute="40"),
}
TIMETABLE["forget-drafts"] = {
    "task": "permanence.tasks.forget_drafts",
    "schedule": crontab(hour="4", minute="50"),
}
TIMETABLE["forget-changes"] = {
    "task": "oversight.tasks.forget_changes",
    "schedule": crontab(hour="4", minute="55"),
}
# Every event of the audit is in the chain within seconds. A turn that no worker took in time is
# left to the next, so that turns do not pile up while none runs.
TIMETABLE["seal-audit"] = {
    "task": "casetrack.tasks.seal_audit",
    "schedule": timedelta(seconds=3),
    "options": {"expire_seconds": 10},
}
TIMETABLE["send-oddities"] = {
    "task": "casetrack.tasks.send_oddities",
    "schedule": crontab(day_of_week="monday", hour="7-23", minute="5"),
}
