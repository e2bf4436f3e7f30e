"""`make setup`: everything but serving, each step skipped while its inputs are unchanged."""

import os
from collections.abc import Callable
from pathlib import Path

from dev import assets, environment, laptop, postgres
from dev.places import LOCAL, PYTHON, ROOT
from dev.steps import Steps, run, unless_unchanged
from dev.trouble import Trouble

Step = tuple[str, Callable[[], str | None]]


def steps(*, for_developers: bool) -> list[Step]:
    """The demo needs no test tools, so it does not wait for them."""
    return [
        ("Virtual environment", environment.create),
        ("Python packages", lambda: environment.install("requirements")),
        *([("Test tools", lambda: environment.install("requirements-dev"))] * for_developers),
        ("Database and broker", environment.install_servers),
        ("Styles, scripts, typeface", assets.build),
        ("PostgreSQL", start_database),
        ("Tables", migrate),
        ("Static files", collect),
        ("Demo authority", fill),
    ]


def take(wanted: list[Step]) -> None:
    told = Steps(len(wanted))
    for title, work in wanted:
        told.step(title, work)


def start_database() -> str:
    if "DATABASE_URL" in os.environ:
        return "your own, by DATABASE_URL"
    server = postgres.server()
    note = "started" if server.start() else "running"
    return f"{note}, version {server.programs.major}"


def migrate() -> str:
    """Asked of the database each time where it is not ours: somebody else may have changed it."""
    migrations = sorted(ROOT.glob("*/migrations/*.py"))
    packages = ROOT / "requirements.txt"
    inputs = [*migrations, packages, _database_identity()]
    return unless_unchanged("migrated", inputs, lambda: manage("migrate", "--no-input"))


def _database_identity() -> str:
    if "DATABASE_URL" in os.environ:
        return os.urandom(8).hex()
    made = postgres.server().data / "PG_VERSION"
    return f"{made} {made.stat().st_mtime_ns}"


def collect() -> str:
    sources = [file for folder in ("static", ".local/static-build") for file in _files(folder)]
    inputs = [*sources, ROOT / "requirements.txt", ROOT / "casetrack" / "settings.py"]
    product = LOCAL / "static" / "staticfiles.json"
    work = lambda: manage("collectstatic", "--no-input", "--clear")  # noqa: E731
    return unless_unchanged("collected", inputs, work, product=product)


def _files(folder: str) -> list[Path]:
    return sorted(path for path in (ROOT / folder).rglob("*") if path.is_file())


def fill() -> None:
    """Always asked: the demo's dates follow the day, and the command knows what it has made."""
    manage("demo_authority", "--children", "530", "--seed", "1")


def manage(*words: str) -> str:
    """One management command, as a laptop runs it."""
    failure = f"`manage.py {words[0]}` failed."
    return run([PYTHON, "manage.py", *words], failure, env=environment_of_commands())


def environment_of_commands() -> dict[str, str]:
    values = laptop.environment() | dict(os.environ)
    if "DATABASE_URL" not in values:
        values["DATABASE_URL"] = postgres.server().url()
    if values["CASETRACK_MODE"] == "production":
        raise Trouble("CASETRACK_MODE is production: this sets up laptops only.")
    return values


def image() -> int:
    """What a container image is built from: packages and assets, no servers."""
    wanted = ("Virtual environment", "Python packages", "Styles, scripts, typeface")
    take([step for step in steps(for_developers=False) if step[0] in wanted])
    return 0


def setup() -> int:
    take(steps(for_developers=True))
    return 0


def tools() -> int:
    """What `make test` and `make check` need: no demo, no running server."""
    take(steps(for_developers=True)[:5])
    return 0
