"""Looks through words that are about to be published for small numbers of children.

A sentence tells as much as a table: "only 2 children have no link". Numbers from one to five are
looked for, in digits and in words, where they count children: the noun follows ("five young
people", "4 sibling groups", "1 of our care leavers"), or the number stands for those who were named
before ("three had their orders revoked", "2 aged 4+"). Ages, dates, stages, money, percentages,
averages and stretches of time count none. Families, carers, parents and homes have children behind
them: such a finding is `weaker`. What is found is for a person to judge.

The words are read block by block: a paragraph, or an item of a list, which hears the sentence that
leads the list in as well ("Of the 37 young people:").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from oversight.disclosure import lexicon
from oversight.disclosure.cells import HOUSE, Rule
from oversight.disclosure.lexicon import BEHIND, CHILD

TOKEN = re.compile(
    r"young (?:person|people)(?!['’]s)"
    r"|[a-z]{1,3}\d\w*|£?\d+(?:[.,/:]\d+)*(?:-[a-z][\w-]*|st\b|nd\b|rd\b|th\b|\s?%|\+)?"
    r"|[a-z]+(?:['’][a-z]+)?(?:-[a-z]+(?:['’][a-z]+)?)*|[^\w\s]",
    re.I,
)
MARKED = re.compile(r"<[^>\n]{1,20}>|\*+|^\d+(?=\t)", re.M)
"""Marks for bold and underlined letters, and the number of a row."""
ITEM = re.compile(r"\s*(?:(?:[-•«»+✓\uf0b7]|\d+\.|[a-z]\)|\([a-z]\))\s*)+(?=\S)", re.I)
SHARE = re.compile(r"(\d+(?:\.\d+)?)\s?% of (?:the |our |these )?(\d+) ([a-z]+(?: people)?)", re.I)
NEAR = 5
"""So many words at most lie between a number and what it counts."""
SNIPPET = 40
"""So many letters on either side are given with a finding."""


@dataclass(frozen=True)
class Finding:
    """A small number, by its place in the text (letters from its beginning), and why it is one."""

    start: int
    end: int
    snippet: str
    why: str
    weaker: bool


@dataclass(frozen=True)
class Word:
    text: str
    start: int

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def number(self) -> int | None:
        return int(self.text) if self.text.isdecimal() else lexicon.NUMBERS.get(self.low)

    @property
    def is_child(self) -> bool:
        return CHILD.fullmatch(self.text) is not None

    @property
    def is_behind(self) -> bool:
        return BEHIND.fullmatch(self.text) is not None


@dataclass(frozen=True)
class Block:
    """A paragraph, or an item of a list and the words that lead it in."""

    words: tuple[Word, ...]
    lead: tuple[Word, ...]
    listed: bool

    def at(self, place: int) -> Word:
        """The word there; an empty one before the first and after the last."""
        return self.words[place] if 0 <= place < len(self.words) else Word("", 0)

    def beyond(self, place: int, words: frozenset[str]) -> int:
        """The next place that is not one of the words."""
        while self.at(place).low in words:
            place += 1
        return place

    @property
    def named(self) -> bool | None:
        """Whether it speaks of children; None where only of what has children behind it."""
        every = self.words + self.lead
        if any(word.is_child for word in every):
            return True
        return None if any(word.is_behind for word in every) else False


def findings(text: str, rule: Rule = HOUSE) -> list[Finding]:
    """Every small number of children that the text tells, in its order."""
    found = {each.start: each for each in _shares(text, rule)}
    for block in _blocks(MARKED.sub(lambda mark: " " * len(mark[0]), text)):
        for place, word in enumerate(block.words):
            if word.number is not None and rule.is_small(word.number):
                why, weaker = _why(block, place)
                if why and not _is_the_rule(block, place, rule):
                    found[word.start] = _finding(text, word.start, len(word.text), why, weaker)
    return [found[start] for start in sorted(found)]


def _finding(text: str, start: int, length: int, why: str, weaker: bool) -> Finding:
    end = start + length
    snippet = " ".join(text[max(0, start - SNIPPET) : end + SNIPPET].split())
    return Finding(start, end, snippet, why, weaker)


def _shares(text: str, rule: Rule) -> Iterator[Finding]:
    """Percentages of a whole that is given: 25% of 16 children are four."""
    for found in SHARE.finditer(text):
        of = int(found[2])
        number = round(float(found[1]) * of / 100)
        if CHILD.fullmatch(found[3]) and (of <= rule.few or rule.is_small(number)):
            why = f"{found[1]}% of {of} is {number}"
            yield _finding(text, found.start(), len(found[0]), why, weaker=False)


def _blocks(text: str) -> Iterator[Block]:
    """Lines that belong together, with what leads a list in."""
    lead: tuple[Word, ...] = ()
    start, lines = 0, text.splitlines(keepends=True)
    spans: list[tuple[int, int, bool]] = []
    for line in lines:
        end, item = start + len(line), ITEM.match(line)
        if not line.strip():
            spans.append((end, end, False))
        elif item or not spans or spans[-1][0] == spans[-1][1]:
            spans.append((start + (item.end() if item else 0), end, item is not None))
        else:
            spans[-1] = (spans[-1][0], end, spans[-1][2])
        start = end
    for start, end, listed in spans:
        words = tuple(Word(each[0], each.start()) for each in TOKEN.finditer(text, start, end))
        if words:
            yield Block(words, lead if listed else (), listed)
            if text[start:end].rstrip(" \n-").endswith(":"):
                lead = words
            elif not listed:
                lead = ()


def _why(block: Block, place: int) -> tuple[str, bool]:
    """Why a number counts children, '' where it does not; and whether it is weaker."""
    word = block.at(place)
    if _is_mark(block, place):
        return "", False
    noun = _counted(block, place)
    if noun is not None:
        return f"counts {noun.text}", not noun.is_child
    if word.low in lexicon.LOOSE or not _stands(block, place) or block.named is False:
        return "", False
    return "stands for those who were named before", block.named is None


def _is_mark(block: Block, place: int) -> bool:
    """Whether it numbers or dates something, is an age, an average or only a bound."""
    last, then = block.at(place - 1).low, block.at(place + 1).low
    if last in lexicon.BEFORE or then in ("%", ":", "/"):
        return True
    if last in lexicon.MONTHS and block.at(place).text.isdecimal():
        return True
    if last == "than" and block.at(place - 2).low in lexicon.MORE:
        return True
    if then in ("or", "and") and block.at(place + 2).low in lexicon.MORE:
        return True
    near = [block.at(each).low for each in range(place - 12, place)]
    return any(each in lexicon.MEANS for each in near)


def _is_the_rule(block: Block, place: int, rule: Rule) -> bool:
    """Whether it says what is hidden: 1 to 5."""
    pairs = ((block.at(each), block.at(each + 2)) for each in (place - 2, place))
    return any((one.number, other.number) == (1, rule.small) for one, other in pairs)


def _counted(block: Block, place: int) -> Word | None:
    """The noun that the number counts: five young people, 2 of our care leavers, two or three."""
    number, place = block.at(place), place + 1
    if number.is_child:
        return number
    if block.at(place).low in lexicon.JOINS and block.at(place + 1).number is not None:
        place += 2
    if block.at(place).low == "in":
        return _of_few(block, place)
    of = block.beyond(place, lexicon.OF)
    place = of + 1 if of > place and block.at(of).number is not None else of
    far = 1 if number.low in lexicon.LOOSE else NEAR
    for each in _beyond_brackets(block, place, far):
        word = block.at(each)
        if word.is_child or word.is_behind:
            return word if _is_counted(block, number, each) else None
        if word.low in ("and", "or", "/") and block.at(each + 1).number is not None:
            return None if _is_mark(block, each + 1) else _counted(block, each + 1)
        if _ends(word):
            return None
    return None


def _beyond_brackets(block: Block, place: int, far: int) -> Iterator[int]:
    """The next places, without what stands in brackets: two independent (external) homes."""
    inside = False
    for each in range(place, place + far + 1):
        inside = inside or block.at(each).text == "("
        if not inside:
            yield each
        inside = inside and block.at(each).text != ")"


def _ends(word: Word) -> bool:
    """Whether a number counts nothing that comes after the word."""
    other = not word.text[:1].isalnum() or word.number is not None
    return other or word.low in lexicon.ENDS or word.low.endswith(("'s", "’s"))


def _is_counted(block: Block, number: Word, place: int) -> bool:
    """Whether the noun is what the number counts: not a service, nor the homes one child had."""
    noun, then = block.at(place), block.at(place + 1).low
    end = block.at(block.beyond(place + 1, lexicon.ASIDE)).low
    if end in lexicon.SERVICE or (number.low == "both" and then == "and"):
        return False
    if number.low in lexicon.LOOSE and not noun.is_child:
        return False
    if noun.low.startswith("member") and block.named is not True:
        return False
    before = block.at(block.words.index(number) - 1).low
    return before not in lexicon.HAD or lexicon.LIVED.fullmatch(noun.text) is None


def _of_few(block: Block, place: int) -> Word | None:
    """One in three of the boys: the first number is small where the second is."""
    of = block.at(place + 1).number
    if of is None or of > HOUSE.small:
        return None
    return next((w for w in block.words[place + 1 : place + 2 + NEAR] if w.is_child), None)


def _stands(block: Block, place: int) -> bool:
    """Whether the number stands alone for children: three had, 4 (25%) were, at home (3)."""
    word, then = block.at(place), block.beyond(place + 1, lexicon.OF)
    if then > place + 1:
        return word.low != "one" and block.at(then).low in ("are", "were", "had", "have")
    if block.at(place - 1).text == "(" and block.at(then).text == ")":
        return block.at(place - 2).text.isalpha() and not _lists(block)
    if block.at(then).text == "(":
        ends = (each + 1 for each in range(then, then + 6) if block.at(each).text == ")")
        then = next(ends, then)
    if place == 0 and block.listed and block.at(then).text in ("–", "-"):
        return True
    if block.at(then).low == "to":
        return block.at(then + 1).is_child
    return block.at(then).low in (lexicon.SPOKEN if word.low == "one" else lexicon.STANDS)


def _lists(block: Block) -> bool:
    """Whether numbers in brackets number its parts: (1) housing, (2) health."""
    said = " ".join(word.text for word in block.words)
    return "( 1 )" in said and "( 2 )" in said
