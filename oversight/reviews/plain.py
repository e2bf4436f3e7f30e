"""Words that a child should not have to read, with what to write instead.

From the words that children in care asked for (TACT’s Language That Cares, and councils after it).
"""

import re

INSTEAD = {
    "LAC": "child in care, or my review",
    "CLA": "child in care",
    "case": "you, or your plan",
    "placement": "home, or where you live",
    "placed": "live, or moved to",
    "contact": "family time, or seeing",
    "siblings": "brothers and sisters",
    "sibling": "brother or sister",
    "birth parents": "parents, mum, dad",
    "respite": "sleepover, or stay over",
    "challenging behaviour": "having trouble coping",
    "absconded": "ran away, or went missing",
    "abscond": "run away, or go missing",
    "ratified": "said yes to",
    "contingency": "second plan",
    "permanence": "where you grow up",
    "statutory": "what the law says",
    "regulation": "rule",
    "adjourned": "stopped, to go on another day",
    "PEP": "school plan",
    "IRO": "reviewing officer",
    "SGO": "special guardianship, in words",
}


def hard_words(text: str) -> list[tuple[str, str]]:
    """Those that stand in the text, each with what to write instead."""
    found = []
    for word, instead in INSTEAD.items():
        how = 0 if word.isupper() else re.IGNORECASE
        if re.search(rf"\b{re.escape(word)}\b", text, how):
            found.append((word, instead))
    return found
