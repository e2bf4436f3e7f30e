"""Where a web server finds Casetrack: `gunicorn casetrack.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casetrack.settings")

application = get_wsgi_application()
