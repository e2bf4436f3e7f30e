"""Settings. What differs from place to place comes from environment variables alone.

CASETRACK_MODE says what kind of place this is. In `production`, the default, every variable that
has no safe default must be set: all that are missing are named at once, each with its reason. On a
`laptop` dev/laptop.py makes the variables up, and pages may travel over plain http. In `test` jobs
run at once and passwords are hashed fast.
"""

import os
from pathlib import Path

import pghistory
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

BASE_DIR = Path(__file__).resolve().parent.parent
BUILT = BASE_DIR / ".local"

# The environment

MODES = ("production", "laptop", "test")
MODE = os.environ.get("CASETRACK_MODE", "production")
if MODE not in MODES:
    raise ImproperlyConfigured(f"CASETRACK_MODE is {MODE!r}; it must be one of {', '.join(MODES)}.")
PRODUCTION = MODE == "production"
TEST = MODE == "test"

_missing: list[str] = []


def _required(name: str, why: str) -> str:
    value = os.environ.get(name, "").strip()
    if not value:
        _missing.append(f"  {name}: {why}")
    return value


def _yes(name: str, default: str) -> bool:
    return os.environ.get(name, default).strip().lower() in ("yes", "true", "on", "1")


SECRET_KEY = _required("SECRET_KEY", "signs sessions and password resets; 50 random characters")
DATABASE_URL = _required("DATABASE_URL", "PostgreSQL: postgresql://user:password@host:5432/name")
BROKER_URL = _required("BROKER_URL", "carries the jobs to their workers: redis://host:6379/0")
ALLOWED_HOSTS = _required("ALLOWED_HOSTS", "host names served, separated by commas").split(",")
ESCROW_KEYS = _required(
    "ESCROW_KEYS", "lock the records sealed after an adoption; keep a copy where you keep deeds"
).split(",")
SITE_ADDRESS = _required("SITE_ADDRESS", "starts the links in mails: https://casetrack.example")
if PRODUCTION:
    EMAIL_HOST = _required("EMAIL_HOST", "the mail server that sends the digests")
    DEFAULT_FROM_EMAIL = _required("MAIL_FROM", "the address that mails come from")
if _missing:
    lines = "\n".join(_missing)
    raise ImproperlyConfigured(
        f"Casetrack cannot start. These environment variables are not set:\n{lines}"
    )

DEBUG = _yes("DEBUG", "no") and not PRODUCTION

# What it is made of

INSTALLED_APPS = [
    "casetrack.apps.CasetrackConfig",
    "placements.apps.PlacementsConfig",
    "permanence.apps.PermanenceConfig",
    "adoption.apps.AdoptionConfig",
    "oversight.apps.OversightConfig",
    "returns.apps.ReturnsConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "pgtrigger",
    "pghistory",
    "django_htmx",
    "django_filters",
    "crispy_forms",
    "crispy_forms_gds",
    "rest_framework",
    "rest_framework.authtoken",
    "drf_spectacular",
    "django_celery_beat",
    "axes",
    "csp",
]

# From the outside in. Our own come after the user and the messages are known; axes stays last.
MIDDLEWARE = [
    "casetrack.requests.numbered",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "casetrack.requests.Private",
    "casetrack.requests.Refusals",
    "casetrack.requests.Unavailable",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "casetrack.urls"
WSGI_APPLICATION = "casetrack.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

CRISPY_ALLOWED_TEMPLATE_PACKS = ["gds"]
CRISPY_TEMPLATE_PACK = "gds"

# The database

try:
    _database = conninfo_to_dict(DATABASE_URL)
except ProgrammingError as error:
    raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}") from None

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _database.pop("dbname", ""),
        "USER": _database.pop("user", ""),
        "PASSWORD": _database.pop("password", ""),
        "HOST": _database.pop("host", ""),
        "PORT": _database.pop("port", ""),
        # To compile a statement of many facts takes PostgreSQL many times as long as to run it.
        # For a pooler that takes no such option, end the address with ?options=
        "OPTIONS": {"options": "-c jit=off", **_database},
        # A page and the audit of who read it are committed together, or neither is.
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "TEST": {
            "NAME": os.environ.get("TEST_DATABASE", "test_casetrack"),
            "TEMPLATE": os.environ.get("TEST_TEMPLATE"),
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# History is written by one trigger a statement, not one a row: an import of 100,000 rows costs
# tenths of a second more. Each event carries a copy of its context, and cannot be changed.
PGHISTORY_LEVEL = pghistory.Statement
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_CONTEXT_ID_FIELD = pghistory.ContextUUIDField()
PGHISTORY_APPEND_ONLY = True

# Language and time

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

# Signing in

AUTH_USER_MODEL = "casetrack.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher"
    if TEST
    else "django.contrib.auth.hashers.Argon2PasswordHasher"
]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "sign-in"

# Ten wrong passwords for one account from one address close that door for half an hour.
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_ENABLED = not TEST
AXES_VERBOSE = False
AXES_LOCKOUT_TEMPLATE = "locked.html"

# What the browser is told

PLAIN_HTTP = _yes("PLAIN_HTTP", "no" if PRODUCTION else "yes")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not PLAIN_HTTP
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SECURE_SSL_REDIRECT = not PLAIN_HTTP
SECURE_REDIRECT_EXEMPT = [r"^health$"]  # asked from inside, by plain http
SECURE_HSTS_SECONDS = 0 if PLAIN_HTTP else 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = not PLAIN_HTTP
# Being put on the browsers' list for good is for the domain's owner to decide.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_TRUSTED_ORIGINS = [SITE_ADDRESS] if PRODUCTION else []
if _yes("BEHIND_PROXY", "no"):
    # Only where a proxy sets this header itself, or anybody could claim to come by https.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    },
}

# Static files: our own, and those that dev/assets.py takes from npm packages

STATIC_URL = "/static/"
STATIC_ROOT = BUILT / "static"
STATICFILES_DIRS = [
    folder for folder in (BASE_DIR / "static", BUILT / "static-build") if folder.is_dir()
]
# Hashed names everywhere but in tests; compressing them takes long, and pays over a network only.
STATIC_STORAGES = {
    "production": "whitenoise.storage.CompressedManifestStaticFilesStorage",
    "laptop": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage",
    "test": "django.contrib.staticfiles.storage.StaticFilesStorage",
}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATIC_STORAGES[MODE]},
}
MEDIA_ROOT = os.environ.get("FILES_FOLDER", str(BUILT / "files"))

# Jobs

CELERY_BROKER_URL = BROKER_URL
CELERY_TASK_ALWAYS_EAGER = TEST
CELERY_TASK_EAGER_PROPAGATES = TEST
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 60 * 60
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
CELERY_TIMEZONE = TIME_ZONE
if BROKER_URL.startswith("filesystem://"):
    _folder = BROKER_URL.removeprefix("filesystem://")
    CELERY_BROKER_URL = "filesystem://"
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": _folder,
        "data_folder_out": _folder,
        "control_folder": f"{_folder}/control",
        "polling_interval": 0.1,
    }
else:
    # A killed worker's tasks are given to another within seconds; by default it takes minutes. The
    # visibility timeout must exceed the longest task, or that task is done twice.
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "visibility_timeout": 2 * CELERY_TASK_TIME_LIMIT,
        "unacked_restore_interval": 2,
        "unacked_restore_throttle": 1,
    }

# Mail

if PRODUCTION:
    EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "587"))
    EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
    EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
    EMAIL_USE_TLS = _yes("EMAIL_USE_TLS", "yes")
    EMAIL_TIMEOUT = 20
else:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    DEFAULT_FROM_EMAIL = "casetrack@localhost"

# The API

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "rest_framework.authentication.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Casetrack",
    "DESCRIPTION": "Children in care, their clocks, and which of them run late, as at any day.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
}

# Logs: one JSON object a line, without personal data

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "casetrack.logs.formatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {
        "handlers": ["stderr"],
        "level": os.environ.get("LOG_LEVEL", "INFO").upper(),
    },
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.server": {"handlers": [], "propagate": True},
        # Statements carry names and dates of birth.
        "django.db.backends": {"level": "WARNING"},
        "axes": {"level": "ERROR"},
    },
}
