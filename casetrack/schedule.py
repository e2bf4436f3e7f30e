"""The timetable of the jobs: one entry a job, tasks named as strings."""

TIMETABLE: dict[str, dict] = {}
