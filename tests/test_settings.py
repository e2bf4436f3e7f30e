"""Production is set up by the environment alone, and says what is missing and why."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PRODUCTION = {
    "PATH": os.environ["PATH"],
    "CASETRACK_MODE": "production",
    "ESCROW_KEYS": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=",
    "SECRET_KEY": "a-long-and-random-value-" * 3,
    "DATABASE_URL": "postgresql://ann:s%40fe@db.example:6543/records?sslmode=require",
    "BROKER_URL": "redis://broker.example:6379/0",
    "ALLOWED_HOSTS": "casetrack.example,www.casetrack.example",
    "SITE_ADDRESS": "https://casetrack.example",
    "EMAIL_HOST": "mail.example",
    "MAIL_FROM": "casetrack@casetrack.example",
}


def python(code: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-c", code]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def setting(expression: str, **changed: str) -> str:
    code = f"from casetrack import settings; print({expression})"
    done = python(code, PRODUCTION | changed)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    "name",
    [
        "SECRET_KEY",
        "ESCROW_KEYS",
        "DATABASE_URL",
        "BROKER_URL",
        "ALLOWED_HOSTS",
        "SITE_ADDRESS",
        "EMAIL_HOST",
    ],
)
def test_a_missing_variable_is_named_with_its_reason(name):
    environment = {key: value for key, value in PRODUCTION.items() if key != name}
    done = python("import casetrack.settings", environment)
    assert done.returncode
    named = [line for line in done.stderr.splitlines() if line.startswith(f"  {name}: ")]
    assert len(named) == 1 and len(named[0]) > len(name) + 15


def test_all_missing_variables_are_named_at_once():
    done = python("import casetrack.settings", {"PATH": PRODUCTION["PATH"]})
    assert all(
        f"  {name}: " in done.stderr
        for name in PRODUCTION
        if name.isupper() and name not in ("PATH", "CASETRACK_MODE")
    )


def test_a_command_in_production_tells_it_without_a_traceback():
    environment = {"PATH": PRODUCTION["PATH"], "CASETRACK_MODE": "production"}
    command = [sys.executable, "manage.py", "migrate"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "SECRET_KEY" in done.stderr and "Traceback" not in done.stderr


def test_an_unknown_mode_is_refused():
    done = python("import casetrack.settings", PRODUCTION | {"CASETRACK_MODE": "prod"})
    assert "'prod'" in done.stderr and "production, laptop, test" in done.stderr


def test_the_database_address_is_read_with_its_options():
    read = setting(
        "[settings.DATABASES['default'][k] for k in ('NAME', 'USER', 'PASSWORD', "
        "'HOST', 'PORT', 'OPTIONS')]"
    )
    options = "{'options': '-c jit=off', 'sslmode': 'require'}"
    assert read == f"['records', 'ann', 's@fe', 'db.example', '6543', {options}]"


def test_an_unreadable_database_address_says_so():
    done = python("import casetrack.settings", PRODUCTION | {"DATABASE_URL": "somewhere"})
    assert "DATABASE_URL cannot be read" in done.stderr


def test_production_is_locked_down():
    code = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "casetrack.settings"
django.setup()
from django.core.checks import run_checks
found = run_checks(include_deployment_checks=True)
print([str(m) for m in found if m.level >= 30 and not m.is_silenced()])
"""
    done = python(code, PRODUCTION)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


def test_production_cannot_show_debug_pages():
    assert setting("settings.DEBUG", DEBUG="yes") == "False"


def test_https_can_be_left_to_a_proxy_only_when_said():
    assert setting("hasattr(settings, 'SECURE_PROXY_SSL_HEADER')") == "False"
    assert "FORWARDED" in setting("settings.SECURE_PROXY_SSL_HEADER", BEHIND_PROXY="yes")


def test_nothing_inline_may_run(client):
    policy = client.get("/a-page-that-is-not-there").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy and "http" not in policy


def test_facts_and_their_audit_share_a_transaction(settings):
    assert settings.DATABASES["default"]["ATOMIC_REQUESTS"] is True


def test_history_is_written_by_statement_and_cannot_be_changed(settings):
    import pghistory

    assert settings.PGHISTORY_LEVEL is pghistory.Statement
    assert settings.PGHISTORY_APPEND_ONLY is True


def test_the_clock_on_the_wall_is_londons(settings):
    assert (settings.TIME_ZONE, settings.USE_TZ) == ("Europe/London", True)


def test_a_log_line_keeps_the_error_and_drops_its_words():
    code = """
import logging, logging.config
from casetrack import settings
logging.config.dictConfig(settings.LOGGING)
def parse(): raise ValueError("Key (name)=(Amara Okafor) already exists")
try: parse()
except ValueError: logging.getLogger("returns").exception("row refused")
"""
    done = python(code, PRODUCTION)
    assert "Amara" not in done.stderr
    assert '"error": "ValueError"' in done.stderr and "parse" in done.stderr


def test_a_failed_task_is_logged_without_its_words():
    code = """
import logging.config
from casetrack import settings
from casetrack.celery import app
logging.config.dictConfig(settings.LOGGING)
@app.task(name="import")
def work(): raise ValueError("Amara Okafor")
work.apply()
"""
    done = python(code, PRODUCTION)
    assert "Amara" not in done.stderr
    assert "Task import[" in done.stderr and "failed" in done.stderr
