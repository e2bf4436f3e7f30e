"""Log lines that hold no personal data.

A line says when, how bad, which part of the code, and what it chose to say. Of an error it keeps
the type and the places in the code it passed through, not its message: messages of databases and
parsers quote the values that they choke on, and here those are children's.
"""

import logging
import traceback

import structlog
from structlog.typing import EventDict, WrappedLogger

# Of what other packages attach to their records, only this is let through.
SAFE_EXTRAS = ["status_code", "task_id", "task_name", "duration", "rows"]


def without_the_message(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Replace an exception by its type and the code it came through."""
    raised = event.pop("exc_info", None)
    if isinstance(raised, tuple) and raised[1] is not None:
        frames = traceback.extract_tb(raised[2])
        event["error"] = type(raised[1]).__name__
        event["through"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return event


def without_the_tasks_words(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Celery writes a failed task's error into its message: say which task it was instead."""
    record: logging.LogRecord = event["_record"]
    if record.name == "celery.app.trace" and record.exc_info:
        task = getattr(record, "data", {})
        event["event"] = f"Task {task.get('name')}[{task.get('id')}] failed"
    return event


def formatter() -> logging.Formatter:
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            without_the_tasks_words,
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ExtraAdder(allow=SAFE_EXTRAS),
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            without_the_message,
            structlog.processors.JSONRenderer(),
        ],
        pass_foreign_args=False,
    )
