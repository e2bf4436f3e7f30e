from typing import Any

from django.core.management.base import BaseCommand, CommandError

from casetrack.words import count
from permanence.kept_minutes import Proof, prove


class Command(BaseCommand):
    help = (
        "Prove that no locked minutes were changed: each page and head against its digest, and that"
        " against the audit. Ends with 1 where one differs."
    )

    def handle(self, **options: Any) -> None:
        found = prove()
        for proof in found:
            self.stdout.write(in_words(proof))
        broken = [proof for proof in found if proof.wrong]
        if broken:
            raise CommandError(f"{count(len(broken), 'meeting')} with minutes that differ.")
        self.stdout.write(f"Minutes of {count(len(found), 'meeting')} proved.")


def in_words(proof: Proof) -> str:
    """Meeting 9f86…: 10 pages proved, 1 sealed since (page 7)."""
    if proof.wrong:
        return f"Meeting {proof.meeting}: {'; '.join(proof.wrong)}."
    said = f"Meeting {proof.meeting}: {count(proof.pages, 'page')} proved"
    if proof.sealed:
        said += f", {len(proof.sealed)} sealed since (page {', '.join(map(str, proof.sealed))})"
    return f"{said}."
