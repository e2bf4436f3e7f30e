"""The words by which a sentence counts children, or counts something else."""

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


NUMBERS = {
    word: number
    for number, words in enumerate(
        ("one single sole", "two both couple pair twins", "three trio", "four", "five", "six")
        + ("seven", "eight", "nine", "ten"),
        start=1,
    )
    for word in words.split()
}
LOOSE = _set("single sole both couple pair trio")
"""Numbers only right before what they count: a single child, but not a single team."""

CHILD = re.compile(
    r"child|children|young person|young people|bab(?:y|ies)|infants?|toddlers?|new-?borns?|boys?"
    r"|girls?|siblings?|brothers?|sisters?|twins?|sons?|daughters?|individuals?|pupils?|students?"
    r"|teenagers?|youths?|leavers?|uasc|cla|cic|lac|cicc",
    re.I,
)
BEHIND = re.compile(
    r"famil(?:y|ies)|carers?|households?|parents?|mothers?|fathers?|wom[ae]n|m[ae]n|adopters?"
    r"|guardians?|persons?|people|members?|placements?|breakdowns?|disruptions?|adoptions?|orders?"
    r"|links?|matches|episodes?",
    re.I,
)
"""Behind each of these is a child."""
SERVICE = _set(
    "protection service services team teams forum panel panels council centre centres worker"
    " workers work hub hubs practitioner practitioners agency agencies board boards plan plans"
    " act department strategy programme meeting meetings"
)
"""After these a word for children names who works for them, also with words of ASIDE between."""
ASIDE = _set("in care need looked after")
LIVED = re.compile(r"placements?|breakdowns?|episodes?|orders?|moves?", re.I)
HAD = _set("had has have having experienced experiencing first")
"""A child has had three placements: that counts no children."""

MONTHS = _set(
    "january february march april may june july august september october november december"
)
BEFORE = _set(
    "stage stages theme level levels section sections page pages paragraph item action step"
    " phase tier part appendix quarter table figure rule regulation article schedule vol"
    " volume chapter key cp year grade band no reference recommendation priority version aged"
    " age ages over least exceeding"
)
"""A number after one of these is a mark, an age, or no more than a bound."""
ENDS = MONTHS | _set(
    "in on at by for from with within without as than that which who to into over under after"
    " before during since until per is are was were be been has have had do does did will"
    " would can could may might must should not year years month months week weeks day days"
    " hour hours minute minutes time times occasion occasions mile miles pm am when where"
    " while because if but so then old olds thing things way ways aspect aspects indicator"
    " indicators key point points stage stages bed beds cent"
)
"""At one of these a number counts no further."""
OF = _set("of out the our these those them whom his her their all")
STANDS = _set(
    "had have has were was are is do did remain remains remained remaining moved moves ceased"
    " left returned still no now waited wait went came aged whom who without declined made"
    " became stayed live lives lived ended entered started achieved"
)
"""A number before one of these stands for those who were named before."""
SPOKEN = STANDS - _set("is was are were do did no who now has have")
"""Where the number is the word one, which also stands for anybody."""
JOINS = _set("- – to or")
MORE = _set("more over above")
MEANS = _set("average averages every each ratio")
