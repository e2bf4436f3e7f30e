import json
from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from casetrack.proof import Proof, prove


def noted(text: str) -> tuple[int, str]:
    """1234:9f86d0…: a position and the hash that was noted for it."""
    position, _, digest = text.partition(":")
    if not position.isdecimal() or len(digest) != 64:
        raise ArgumentTypeError("give a position, a colon and 64 hexadecimal digits")
    return int(position), digest.lower()


class Command(BaseCommand):
    help = (
        "Prove that no event of the audit was changed, removed or slipped in since it was sealed."
        " Ends with 1 where one was, and names the first."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true")
        parser.add_argument(
            "--expect",
            type=noted,
            action="append",
            default=[],
            metavar="POSITION:HASH",
            help="an anchor kept elsewhere, such as in the log; may be given several times",
        )

    def handle(self, **options: Any) -> None:
        proof = prove(dict(options["expect"]))
        if options["json"]:
            self.stdout.write(json.dumps(as_json(proof), indent=2))
        else:
            for line in in_words(proof):
                self.stdout.write(line)
        if proof.broken:
            raise CommandError(f"The audit is broken: {proof.broken}.")


def in_words(proof: Proof) -> list[str]:
    how_far = "to its first break" if proof.broken else "to its end"
    lines = [
        f"{proof.links} links proved {how_far}, {proof.anchors} anchors; last hash {proof.head}"
    ]
    if proof.unsealed_since:
        since = timezone.localtime(proof.unsealed_since)
        lines.append(
            f"{proof.unsealed} events are not sealed yet, since {since:%d %B %Y, %H:%M:%S}."
        )
    else:
        lines.append("Every event is sealed.")
    return lines


def as_json(proof: Proof) -> dict[str, Any]:
    return {
        "whole": proof.broken is None,
        "links": proof.links,
        "head": proof.head,
        "anchors": proof.anchors,
        "unsealed": proof.unsealed,
        "unsealed_since": proof.unsealed_since and proof.unsealed_since.isoformat(),
        "broken": proof.broken and vars(proof.broken),
    }
