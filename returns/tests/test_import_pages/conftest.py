"""A data officer at the page, with files of a small return in hand."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from casetrack.models import RoleAssignment, User
from returns.models import Upload
from returns.tests.files import episode, header, write
from tests import cast as casting
from tests.cast import Cast, signed_in

Post = Callable[..., Any]


@pytest.fixture(autouse=True)
def files_folder(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "kept"
    return tmp_path / "kept"


@pytest.fixture
def cast(db: None) -> Cast:
    return casting.assemble()


@pytest.fixture
def officer(cast: Cast) -> Client:
    return signed_in(cast.data_officer)


@pytest.fixture
def officer_elsewhere(cast: Cast) -> Client:
    user = User.objects.create_user("officer-elsewhere")
    RoleAssignment.objects.create(
        user=user, authority=cast.elsewhere, role="data-officer", starts_on=date(2020, 1, 1)
    )
    return signed_in(user)


@pytest.fixture
def small_return(tmp_path: Path) -> Path:
    """Two children in care on 31 March 2024."""
    return a_return(tmp_path / "small", "X1", "X2")


def a_return(folder: Path, *children: str, year: int = 2024) -> Path:
    rows = [episode(child, f"01/05/{year - 1}") for child in children]
    return write(folder, Header=header(*children), Episodes=rows)


def chosen(*paths: Path) -> list[SimpleUploadedFile]:
    """The files as a browser sends them; a folder stands for all in it."""
    found = [
        inner for path in paths for inner in (sorted(path.iterdir()) if path.is_dir() else [path])
    ]
    return [SimpleUploadedFile(path.name, path.read_bytes()) for path in found]


@pytest.fixture
def hand_over(cast: Cast, django_capture_on_commit_callbacks: Any) -> Post:
    """Send the form with these files, and let the worker do what it then has to do."""

    def post(client: Client, *paths: Path, **fields: str) -> Any:
        given = {"authority": "CAST", "year": "", **fields}
        with django_capture_on_commit_callbacks(execute=True):
            return client.post("/returns/load/", {**given, "files": chosen(*paths)})

    return post


@pytest.fixture
def press(django_capture_on_commit_callbacks: Any) -> Post:
    """Press a button of the run's page."""

    def post(client: Client, uuid: UUID, button: str, **fields: str) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(f"/returns/runs/{uuid}/{button}/", fields)

    return post


@pytest.fixture
def checked(officer: Client, hand_over: Post, small_return: Path) -> Upload:
    """The small return, tried and waiting for a decision."""
    hand_over(officer, small_return)
    return Upload.objects.select_related("run").get()


def shown(client: Client, address: str) -> str:
    """The page without its tokens, in which any two letters may stand by chance."""
    answer = client.get(address)
    assert answer.status_code == 200
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())


def heading(page: str) -> str:
    start = page.index('<h1 class="finding">') + len('<h1 class="finding">')
    return page[start : page.index("</h1>", start)].strip()
