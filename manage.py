#!/usr/bin/env python
"""Django's commands; on a laptop the embedded database is started for them."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casetrack.settings")
    if "DATABASE_URL" not in os.environ and os.environ.get("CASETRACK_MODE") != "production":
        prepare_laptop()
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        _ = settings.INSTALLED_APPS
    except ImproperlyConfigured as problem:
        sys.exit(str(problem))
    execute_from_command_line(sys.argv)


def prepare_laptop() -> None:
    """Absent in production, where dev/ is not installed and the environment says everything."""
    try:
        from dev import laptop
        from dev.trouble import Trouble
    except ImportError:
        return
    try:
        laptop.prepare()
    except Trouble as trouble:
        sys.exit(str(trouble))


if __name__ == "__main__":
    main()
