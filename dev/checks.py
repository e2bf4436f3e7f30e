"""`make check`: everything that can be said about the code without running it."""

import ast
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import dev.preparing as preparing
from dev.places import PYTHON, ROOT
from dev.steps import say

APPS = ("casetrack", "placements", "permanence", "adoption", "oversight", "returns")
# Where a mistake costs most: dates, access, writes, clocks, measures and returns.
STRICT = (
    "casetrack/dates.py",
    "casetrack/periods.py",
    "casetrack/access",
    *(f"{app}/actions" for app in APPS if app != "returns"),
    "oversight/clocks",
    *(f"oversight/{part}" for part in ("indicators", "charts", "disclosure", "packs", "savings")),
    "oversight/weekly_rates.py",
    "returns",
)
BRIEFLY = ("--quiet", "--output-format", "concise")
HIDDEN_ENTRANCES = ("django.db.models.signals", "django.dispatch")

Finding = str  # what to show of a failed step; empty when it passed


def check() -> int:
    os.environ.update(preparing.environment_of_commands())
    preparing.start_database()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        begun = [(title, pool.submit(work)) for title, work in STEPS]
        failed = [title for title, found in begun if not _passes(title, found.result)]
    say(f"\nFailed: {', '.join(failed)}" if failed else "\nEverything passed.")
    return 1 if failed else 0


def _passes(title: str, work: Callable[[], Finding]) -> bool:
    print(f"  {title:<34} ", end="", flush=True)
    finding = work().strip()
    say("ok" if not finding else f"FAILED\n{finding}\n")
    return not finding


def tool(name: str, *words: str) -> Finding:
    """Run one of the environment's tools; what it printed, if it failed."""
    command = [str(PYTHON.parent / name), *words]
    done = subprocess.run(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return (done.stdout or f"{name} failed") if done.returncode else ""


def manage(*words: str) -> Finding:
    return tool("python", "-W", "ignore", "manage.py", *words)


def contracts() -> Finding:
    said = tool("lint-imports", "--no-cache")
    return said[said.find("Broken contracts") :] if "Broken contracts" in said else said


def hidden_entrances() -> Finding:
    """A signal is code that runs without being called: rules must not hide in one."""
    return "\n".join(
        f"{path.relative_to(ROOT)}: imports {name}; write an action instead"
        for app in APPS
        for path in sorted((ROOT / app).rglob("*.py"))
        for name in _imports(path)
        if name.startswith(HIDDEN_ENTRANCES)
    )


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def types() -> Finding:
    return tool("mypy", *(path for path in STRICT if (ROOT / path).exists()))


def templates() -> Finding:
    said = tool("djlint", "--lint", "--quiet", "templates")
    return "" if "No files to check" in said else said


def api() -> Finding:
    schema = os.path.join(".local", "openapi.yaml")
    return manage("spectacular", "--fail-on-warn", "--validate", "--file", schema)


def dockerfile() -> Finding:
    if not (PYTHON.parent / "hadolint").exists():
        return ""  # no wheel for this machine; the project's own checks run where there is one
    return tool("hadolint", "Dockerfile")


def compose() -> Finding:
    """By Docker's own reader where there is one, else as far as YAML goes."""
    for reader in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(reader[0]) and _answers([*reader, "version"]):
            return _run_compose([*reader, "config", "--quiet"])
    code = "import yaml; yaml.safe_load(open('docker-compose.yml'))['services']['web']"
    return tool("python", "-c", code)


def _answers(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _run_compose(command: list[str]) -> Finding:
    wanted = ("SECRET_KEY", "ESCROW_KEYS", "POSTGRES_PASSWORD", "ALLOWED_HOSTS", "SITE_ADDRESS")
    values = dict.fromkeys((*wanted, "EMAIL_HOST", "MAIL_FROM"), "given")
    given = dict(os.environ) | values
    done = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, check=False)
    return (done.stderr or "failed") if done.returncode else ""


STEPS: list[tuple[str, Callable[[], Finding]]] = [
    ("Format (ruff)", lambda: tool("ruff", "format", "--check", *BRIEFLY)),
    ("Lint (ruff)", lambda: tool("ruff", "check", *BRIEFLY)),
    ("No signals", hidden_entrances),
    ("The staircase (import-linter)", contracts),
    ("Types, strict where it matters", types),
    ("Django's own checks", lambda: manage("check", "--fail-level", "WARNING")),
    ("Migrations up to date", lambda: manage("makemigrations", "--check", "--dry-run")),
    ("Templates (djlint)", templates),
    ("API description", api),
    ("Docs up to date", lambda: manage("docs", "--check")),
    ("Dockerfile (hadolint)", dockerfile),
    ("docker-compose.yml", compose),
]
