from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from casetrack.actions import authorities
from casetrack.models import Authority
from returns.actions.imports import Report, import_returns, read_files

TODAY = date(2024, 9, 1)
SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples" / "ssda903-2017-2022"


@pytest.fixture
def authority(db: None) -> Authority:
    return authorities.start(code="TEST", name="Testshire", by=None)


Load = Callable[..., Report]


def load(
    authority: Authority,
    *paths: Path,
    on: date = TODAY,
    year: int | None = None,
    by: Any = None,
    **more: Any,
) -> Report:
    """Read and import, as the page and the command do."""
    read = read_files(paths, on=on, year=year, authority=authority)
    more.setdefault("accept_closures", True)
    return import_returns(read, authority=authority, by=by, on=on, **more)
