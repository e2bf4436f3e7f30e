"""What tests of a kind do on its pages, after its child is chosen."""

import html
import re
from typing import Any

from django.test import Client
from django.urls import reverse

from casetrack.models import Child
from casetrack.record import reading, registry
from casetrack.tests.test_record_pages import enter
from casetrack.words import long_day


def recorded(client: Client, child: Child, kind: str, /, **typed: Any) -> None:
    page = enter(client, child, kind, **typed)
    assert page.status_code == 302, said(page)


def refused(client: Client, child: Child, kind: str, /, **typed: Any) -> str:
    """The page that comes back, in words."""
    page = enter(client, child, kind, **typed)
    assert page.status_code == 200, "it was recorded"
    return said(page)


def changed(client: Client, child: Child, fact: Any, change: str, /, **typed: Any) -> Any:
    code = registry.of(fact).code
    address = reverse("child-change", args=[child.uuid, code, fact.pk, change])
    assert client.get(address).status_code == 200
    return client.post(address, typed)


def corrected(client: Client, child: Child, fact: Any, /, **typed: Any) -> Any:
    address = reverse("child-correct", args=[child.uuid, registry.of(fact).code, fact.pk])
    seen = re.search(r'name="version" value="(\d+)"', client.get(address).content.decode())
    assert seen
    return client.post(address, {"version": seen[1], "why": "a slip", **typed})


def said(page: Any) -> str:
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode())))


def told(client: Client, child: Child) -> str:
    """What the record says, a line a sentence, each of which the history's page shows."""
    page = said(client.get(reverse("child-history", args=[child.uuid])))
    lines = []
    for fact in reading.facts([child.pk]):
        for each in registry.of(fact).tell(fact):
            assert each.sentence in page
            lines.append(f"{long_day(each.on)} {each.sentence}")
    return "\n".join(lines)
