"""The environment variables that production would be given, made up for a laptop."""

import os
import secrets
from urllib.parse import quote

from dev import broker, postgres
from dev.places import LOCAL


def prepare() -> None:
    """Give this process what it needs to run, starting the database if it sleeps.

    Whoever has set DATABASE_URL has set up a server of their own, and is not interfered with.
    """
    if "DATABASE_URL" not in os.environ:
        server = postgres.server()
        server.start()
        os.environ["DATABASE_URL"] = server.url()
    for name, value in environment().items():
        os.environ.setdefault(name, value)


def environment() -> dict[str, str]:
    """All but the database's address."""
    return {
        "CASETRACK_MODE": "laptop",
        "SECRET_KEY": _secret_key(),
        "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
        "SITE_ADDRESS": address(),
        "BROKER_URL": broker.url(),
    }


def address() -> str:
    return f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"


def _secret_key() -> str:
    kept = LOCAL / "secret-key"
    if not kept.exists():
        LOCAL.mkdir(exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(quote(secrets.token_urlsafe(50)))
    return kept.read_text()
