"""The kinds of home in a few words, for filters and totals; each code of the return is in one."""

from casetrack.models.codes import HOME_TYPE, PROVIDER

HOME_GROUPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "adoptive": ("Adoptive home", ("A1", "A2", "A3", "A4", "A5", "A6")),
    "parents": ("With parents", ("P1",)),
    "relatives": ("Relative or friend", ("U1", "U2", "U3", "Q1")),
    "foster": ("Foster home", ("U4", "U5", "U6", "Q2", "F6")),
    "residential": ("Children's or residential home", ("K1", "K2", "R1", "R2", "R3", "S1")),
    "supported": ("Supported or independent living", ("K3", "H5", "P2", "P3")),
    "temporary": ("Temporary stay", ("T0", "T1", "T2", "T3", "T4")),
    "other": ("Other or not known", ("R5", "Z1", "Z11", "Z12", "Z13", "Z14", "")),
}
# In a sentence: "lives in a foster home".
LIVES = {
    "adoptive": "lives in an adoptive home",
    "parents": "lives with parents",
    "relatives": "lives with a relative or friend",
    "foster": "lives in a foster home",
    "residential": "lives in a children's or residential home",
    "supported": "lives in supported or independent living",
    "temporary": "is on a temporary stay",
}
GROUP_OF = {code: group for group, (_, codes) in HOME_GROUPS.items() for code in codes}


def home_words(type_code: str | None, provider: str | None) -> str:
    """Foster home, in-house; with parents; not known."""
    if not type_code:
        return "Not known"
    home = HOME_TYPE.label(type_code)
    by = PROVIDER.label(provider) if provider and provider not in ("PR0", "") else ""
    return f"{home}, {by}" if by else home
