"""Where a web server finds Casetrack: `gunicorn casetrack.wsgi`.

Every page, and what templates are made with, is read here before anybody asks; else the first
reader after a start would wait for it.
"""

import os

from django.core.wsgi import get_wsgi_application
from django.template import engines
from django.urls import resolve

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casetrack.settings")

application = get_wsgi_application()
resolve("/health")
engines.all()
