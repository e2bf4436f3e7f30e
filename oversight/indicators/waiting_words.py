"""A wait in sentences: what a chair reads out, how precise it is, and what an average leaves out.

Where `public`, no small number can be read in them: nothing is said of ten waits or fewer, shares
made of few or on days on which few were followed are left out, who waits now is counted only where
more than five do, and the longest wait, which is that of one child, is a span of years. No average
of those who finished is told: measures tell averages, where one month's are looked at beside those
of all others. Of who waits now it is told in whole months.
"""

from dataclasses import dataclass
from datetime import timedelta

from casetrack import dates, words
from oversight.indicators.survival import OTHERWISE
from oversight.indicators.waiting import Average, Waiting, first_day
from oversight.indicators.waits import Mark
from oversight.suppression import is_small, suppressed

FEW = 10
"""Of so few waits no share of a hundred is told, and in public no average."""

ROUGH = 0.2
"""A band wider than this is said with the share."""

MONTH = 365.25 / 12
SHORT = 91
"""So many days, three months, are said in days."""
NUMBERS = ("", "a year", "two years", "three years")


@dataclass(frozen=True)
class Words:
    """What can be said of a wait; `today` where its day is the day on which it is read."""

    found: Waiting
    public: bool = False
    today: bool = True

    @property
    def sentence(self) -> str:
        """Of every 100 children given a placement order, 41 are matched within 121 days, 73 within
        a year; today 8 have waited longer than 121 days, the longest 412.
        """
        if self.found.why:
            return self.found.why
        return f"{self._shares}; {self._over}."

    @property
    def notes(self) -> tuple[str, ...]:
        if self.found.why:
            return ()
        said = (self.precision, self.half, self.so_far, self.average, self.left_out)
        return tuple(each for each in (*said, *self.found.kind.traps) if each)

    @property
    def months(self) -> str:
        """the 12 months to 31 October 2020; the days from 1 April to 31 October 2020, where nothing
        is known of those before."""
        found = self.found
        last = words.long_day(found.on_day)
        if found.whole:
            return f"the {found.months} months to {last}"
        return f"the time from {words.long_day(found.first)} to {last}"

    @property
    def enough(self) -> bool:
        """Whether so many were followed that shares can be told."""
        return len(self.found.followed) > FEW

    def share(self, days: int) -> float | None:
        """The share done by a day, None where nothing is known of it or it has to be hidden."""
        followed = self.found.followed
        few = is_small(followed.ended_by(days)) or followed.there(days) < FEW
        hidden = self.public and few
        return None if hidden or not self.enough else self.found.curve.done_by(days)

    @property
    def _shares(self) -> str:
        if not self.enough:
            return self._too_few
        kind = self.found.kind
        said = [
            (mark, share) for mark in kind.marks if (share := self.share(mark.days)) is not None
        ]
        if not said:
            known = any(self.found.curve.says(mark.days) for mark in kind.marks)
            few = f"were {kind.done}" if known else "could be followed for long enough"
            return f"In {self.months} too few {few} to say how long it takes"
        # Once all are done, later marks say nothing more.
        until = next((n for n, (_, share) in enumerate(said) if share == 1), len(said))
        first, *rest = [
            self._within(mark, share, told=not n)
            for n, (mark, share) in enumerate(said[: until + 1])
        ]
        return ", ".join([f"Of every 100 {kind.of}, {first}", *rest])

    def _within(self, mark: Mark, share: float, *, told: bool) -> str:
        number = of_hundred(share)
        verb = f" {'is' if share < 0.015 else 'are'} {self.found.kind.done}" if told else ""
        band = self.found.curve.band(mark.days)
        between = ""
        if band is not None and band.width > ROUGH:
            between = f" (between {round(100 * band.low)} and {round(100 * band.high)})"
        return f"{number}{between}{verb} within {mark.said}"

    @property
    def _too_few(self) -> str:
        found, number = self.found, len(self.found.followed)
        if not number:
            return f"In {self.months} there was no such wait"
        if self.public:
            return f"In {self.months} there were too few such waits to say how long they take"
        done = found.followed.ended_by(found.on_day.toordinal())
        otherwise = found.followed.ended_by(found.on_day.toordinal(), OTHERWISE)
        ended = [f"{done or 'none'} {'was' if done < 2 else 'were'} {found.kind.done}"]
        if otherwise:
            ended.append(f"{otherwise} ended otherwise")
        few = words.count(number, "wait")
        return f"In {self.months} only {few} could be followed: {words.listed(ended)}"

    @property
    def _over(self) -> str:
        """today 8 have waited longer than 121 days, the longest 412"""
        found, mark = self.found, self.found.kind.marks[0]
        one, many = found.kind.waits
        who = f" {found.kind.who}" if found.kind.who else ""
        over = found.running.longer(mark.days)
        longer = f"longer than {mark.said}"
        if self.public and self._hides(over):
            return f"{self._when} the number{who} who {many} {longer} is too small to show"
        waits = f"{who} {one if over < 2 else many} {longer}"
        if not over:
            return f"{self._when} none{waits}"
        return f"{self._when} {over:,}{waits}{self._longest(mark, over)}"

    def _hides(self, over: int) -> bool:
        _, parts = suppressed({"over": over, "within": len(self.found.running) - over})
        return parts["over"] is None

    def _longest(self, mark: Mark, over: int) -> str:
        longest = self.found.running.longest
        if longest is None:
            return ""
        days, known = longest
        if self.public:
            return f", the longest for {spanned(days)}"
        least = "" if known else "at least "
        if mark.in_days:
            return f", the longest {least}{days:,}" if over > 1 else f": {least}{days:,} days"
        passed = dates.whole_months(self.found.on_day - timedelta(days=days), self.found.on_day)
        said = f"{least}{words.years_and_months(passed)}"
        return f", the longest {said}" if over > 1 else f": {said}"

    @property
    def _when(self) -> str:
        return "today" if self.today else f"as at {words.long_day(self.found.on_day)},"

    @property
    def precision(self) -> str:
        """On how many waits it rests, and by how much a share may be out."""
        found, mark = self.found, self.found.kind.marks[0]
        if not self.enough:
            return ""
        rests = f"This rests on {len(found.followed):,} waits followed in {self.months}"
        share, band = self.share(mark.days), found.curve.band(mark.days)
        if share is None:
            return f"{rests}."
        if band is None:
            return f"{rests}: that it is {of_hundred(share)} may be chance."
        out = max(1, round(100 * max(share - band.low, band.high - share)))
        return f"{rests}: the share within {mark.said} may well be out by {out} in 100 either way."

    @property
    def half(self) -> str:
        """Within how many days half are done."""
        if not self.enough:
            return ""
        day, done = self.found.curve.day_of(0.5), self.found.kind.done
        if day is None:
            return f"Fewer than half are {done} within the days that could be followed."
        if self.public and self.share(day) is None:
            return ""
        about = f"about {5 * round(day / 5):,}" if self.public else f"{day:,}"
        return f"Half are {done} within {about} days."

    @property
    def so_far(self) -> str:
        """Who waits now, and for how long so far: those who finished are not among them."""
        running, (one, many) = self.found.running, self.found.kind.runs
        number = len(running)
        when = words.capital(self._when)
        if not number:
            return f"{when} no {one}."
        over = [running.over_years(years) for years in (1, 2, 3)]
        if self.public:
            mark = running.longer(self.found.kind.marks[0].days)
            shown, parts = suppressed(_bands([number, *sorted([mark, *over], reverse=True)]))
            if shown is None:
                return ""
            if None in parts.values():
                over = []
        mean = running.mean
        average = number - running.unknown if self.public else FEW + 1
        said = f"{when} {number:,} {one if number == 1 else many}"
        if mean is not None and average > FEW:
            long = "less than three months" if self.public and mean <= SHORT else lasted(mean)
            said += f", {'' if number == 1 else 'on average '}{long} so far"
        longer = [
            f"{many_of:,} longer than {NUMBERS[years]}"
            for years, many_of in enumerate(over, start=1)
            if many_of and number > 1
        ]
        said += f"; {', '.join(longer)}" if longer else ""
        if running.unknown and not self.public:
            said += f"; of {running.unknown:,} nobody recorded since which day"
        return f"{said}."

    @property
    def average(self) -> str:
        """The average of those who finished, as official ones are made, and what it leaves out."""
        kind = self.found.kind
        told = [each for each in self.found.averages if self._shows(each)]
        if self.public or not told:
            return ""
        said = [
            f"{words.count(round(each.days or 0), 'day')} in {self._since(each)}"
            f" ({words.count(each.number, 'wait')})"
            for each in told
        ]
        return (
            f"The average of those {kind.done}: {', '.join(said)}."
            " It leaves out whoever waits on, and whose wait ended otherwise."
        )

    def _shows(self, average: Average) -> bool:
        longest = self.found.averages[0]
        repeated = average is not longest and average.first == longest.first
        return average.number > 0 and not repeated

    def _since(self, average: Average) -> str:
        last = self.found.on_day
        if average.first > first_day(last, average.months):
            return f"the time since {words.long_day(average.first)}"
        years = f"the three years to {words.long_day(last)}"
        return "the last 12 months" if average.months == 12 else years

    @property
    def left_out(self) -> str:
        number = self.found.unknown
        if not number:
            return ""
        if number == 1 or (self.public and is_small(number)):
            some = "One wait is" if not self.public else "A few waits are"
        else:
            some = f"{number:,} waits are"
        began = "it began" if some.startswith("One") else "they began"
        return f"{some} left out of the shares: nobody recorded on which day {began}."


def of_hundred(share: float) -> str:
    """41; never none or all where it is not quite so."""
    if share in (0, 1):
        return "all" if share else "none"
    if share < 0.005:
        return "fewer than 1"
    return str(min(99, round(100 * share)))


def spanned(days: int) -> str:
    """A wait as a span of years, so that it is nobody's: between one and two years."""
    spans = ("", "one and two", "two and three", "three and four", "four and five")
    years = int(days // 365.25)
    if not years:
        return "less than a year"
    return f"between {spans[years]} years" if years < len(spans) else "more than five years"


def lasted(days: float) -> str:
    """16 months, or 74 days where it is less than three months."""
    if days > SHORT:
        return words.count(round(days / MONTH), "month")
    return words.count(round(days), "day")


def _bands(nested: list[int]) -> dict[int, int]:
    """How many are in each band, of how many are in it and in those beyond."""
    beyond = [*nested[1:], 0]
    return {band: number - beyond[band] for band, number in enumerate(nested)}
