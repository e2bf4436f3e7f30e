"""The lock on sealed records: what is locked with the keys of the environment opens with no other.

ESCROW_KEYS holds one key or several, divided by commas. The first locks; each opens, so that a key
is changed by putting a new one in front. The last makes the digests by which a record is found and
is therefore never taken away. Whoever loses the keys loses the records: no copy of the database
opens them.
"""

import hashlib
import hmac
import json
import unicodedata
import zlib
from datetime import date
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class WrongKey(Exception):
    """None of the keys of this place opens the record."""


def lock(told: dict[str, Any]) -> bytes:
    """JSON, packed and locked."""
    text = json.dumps(told, separators=(",", ":"), ensure_ascii=False)
    return _keys().encrypt(zlib.compress(text.encode(), 9))


def unlock(archive: bytes) -> dict[str, Any]:
    try:
        opened = _keys().decrypt(bytes(archive))
    except InvalidToken:
        raise WrongKey from None
    told: dict[str, Any] = json.loads(zlib.decompress(opened))
    return told


def mark_of_name(name: str, born_on: date) -> str:
    """A digest of a whole name and the date of birth; accents, capitals, spaces do not count."""
    return _mark("name", _plain(name), born_on.isoformat())


def mark_of_reference(authority: int, reference: str, *, new: bool = False) -> str:
    """A digest of a child's reference in the authority (its row number), before or after (`new`).

    They are kept apart: only the one before is never given again.
    """
    kind = "reference-after" if new else "reference"
    return _mark(kind, str(authority), reference.strip().upper())


def _mark(*parts: str) -> str:
    key = settings.ESCROW_KEYS[-1].strip().encode()
    return hmac.new(key, "\x1f".join(parts).encode(), hashlib.sha256).hexdigest()


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(each for each in letters if not unicodedata.combining(each)).split())


def _keys() -> MultiFernet:
    return MultiFernet([Fernet(key.strip()) for key in settings.ESCROW_KEYS])
