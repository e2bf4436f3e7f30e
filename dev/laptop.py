"""The environment variables that production would be given, made up for a laptop."""

import base64
import os
import secrets
from collections.abc import Callable
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
        "SECRET_KEY": _kept("secret-key", lambda: quote(secrets.token_urlsafe(50))),
        "ESCROW_KEYS": _kept("escrow-key", _escrow_key),
        "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
        "SITE_ADDRESS": address(),
        "BROKER_URL": broker.url(),
    }


def address() -> str:
    return f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"


def _escrow_key() -> str:
    """Thirty-two bytes that nobody else has; what is locked with it needs it again."""
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()


def _kept(name: str, made: Callable[[], str]) -> str:
    kept = LOCAL / name
    if not kept.exists():
        LOCAL.mkdir(exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(made())
    return kept.read_text()
