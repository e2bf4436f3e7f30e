"""How each job stands at a moment: its last runs, what it missed, and when it runs next."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from casetrack.schedule import NIGHTLY
from oversight.actions.jobs import JOBS, MOST_NIGHTS, Job
from oversight.models import JobRun

FAILURES_SHOWN = 5
TONES = {"done": "green", "failed": "red", "running": "amber"}


@dataclass(frozen=True)
class Health:
    """One job; `runs` are those of the last month, newest first."""

    job: Job
    moment: datetime
    runs: list[JobRun]
    last: JobRun | None

    @property
    def today(self) -> date:
        return self.moment.date()

    @property
    def done_today(self) -> bool:
        return self.today in self._done

    @property
    def next(self) -> datetime:
        return NIGHTLY[self.job.code].next(self.moment, done=self.done_today)

    @property
    def state(self) -> str:
        """In words: whether somebody has to look."""
        if self.last is None:
            return "has not run yet"
        if self.last.outcome == JobRun.Outcome.DONE and self.missed:
            return "has missed a night" if len(self.missed) == 1 else "has missed nights"
        return str(self.last.get_outcome_display())

    @property
    def tone(self) -> str:
        if self.last is None:
            return "kind"
        return TONES["failed" if self.missed else self.last.outcome]

    @property
    def failures(self) -> list[JobRun]:
        failed = [run for run in self.runs if run.outcome == JobRun.Outcome.FAILED]
        return failed[:FAILURES_SHOWN]

    @property
    def missed(self) -> list[date]:
        """The nights since the first run for which the job was due and nothing has made up."""
        if not self.runs:
            return [self.today] if self.last and self._due_today else []
        first = min(run.for_day for run in self.runs)
        since = max(self._done) + timedelta(days=1) if self._made_up_for else first
        nights = (self.today - since).days + (1 if self._due_today else 0)
        expected = (since + timedelta(days=number) for number in range(max(nights, 0)))
        return [night for night in expected if night not in self._done]

    @property
    def _made_up_for(self) -> bool:
        """One run of such a job makes up for all the nights before it."""
        return bool(self._done) and not self.job.each_night

    @property
    def _due_today(self) -> bool:
        return self.moment >= NIGHTLY[self.job.code].first(self.moment)

    @property
    def _done(self) -> set[date]:
        return {run.for_day for run in self.runs if run.outcome == JobRun.Outcome.DONE}


def health(moment: datetime) -> list[Health]:
    """Every job, in the order of the timetable: two queries."""
    newest = JobRun.objects.order_by("job", "-started_at").distinct("job")
    last = {run.job: run for run in newest}
    month_ago = moment.date() - timedelta(days=MOST_NIGHTS)
    runs: dict[str, list[JobRun]] = {}
    for run in JobRun.objects.filter(for_day__gt=month_ago).order_by("-started_at", "-id"):
        runs.setdefault(run.job, []).append(run)
    return [Health(job, moment, runs.get(code, []), last.get(code)) for code, job in JOBS.items()]
