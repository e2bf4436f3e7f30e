"""One file a noun: where the child lives, who may care for them there, and being away."""

from casetrack import words


def after(typed: str) -> str:
    """What somebody typed, as a sentence behind another; nothing where nothing was typed."""
    return f" {words.sentence(typed)}" if typed.strip() else ""
