"""Households and settings of the made-up council and the agencies it buys from.

Postcodes begin with ZZ, an area that no real address has.
"""

from decimal import Decimal
from random import Random

from returns.demo import names
from returns.demo.history import Stay

LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
REGIONAL_ADOPTION_AGENCY = "XXXXXXX"
WITHOUT_URN = ("P1", "P3", "R1", "R2", "R5", "T", "Z")
CHILDREN_PER_SETTING = {"K2": 3, "K3": 4, "S1": 3, "R1": 3, "K1": 3, "R3": 3, "R5": 3, "R2": 2}
AGENCIES = {"PR1": 1, "PR4": 12, "PR5": 3}


MILES = {"P": 0, "U1": 9, "U2": 9, "U3": 9, "U": 8, "A": 24, "K2": 21, "K1": 34, "S": 30, "R": 26}
"""How far on average homes of a kind are from families, by how its code begins: made up, such that
about a fifth of all children live more than 20 miles from theirs."""
OF_AGENCY, USUAL = 17, 14
FARTHEST = 180


def miles(type: str, provider: str, home: str, family: str) -> Decimal:
    """From a home of that kind to a family, by their postcodes: as far whenever it is asked."""
    kind = next(
        (code for code in sorted(MILES, key=len, reverse=True) if type.startswith(code)), ""
    )
    mean = OF_AGENCY if kind == "U" and provider != "PR1" else MILES.get(kind, USUAL)
    if not mean or home == family:
        return Decimal(0)
    far = Random(f"{home} {family}").expovariate(1 / mean)
    return Decimal(f"{min(far, FARTHEST):.1f}")


class Places:
    """Every household and setting, each with one identity, postcode and Ofsted number."""

    def __init__(self, random: Random, children: int) -> None:
        self.random = random
        self.size = max(1.0, children / 530)
        self._last = 0
        self._postcodes: set[str] = set()
        self._agencies = {
            provider: [self._urn() for _ in range(count)] for provider, count in AGENCIES.items()
        }
        self._households: dict[str, list[Stay]] = {}
        self._settings: dict[tuple[str, str], list[Stay]] = {}

    def postcode(self) -> str:
        """One that nobody else here has."""
        random = self.random
        while True:
            ending = random.choice(LETTERS) + random.choice(LETTERS)
            found = f"ZZ{random.randint(1, 99)} {random.randint(1, 9)}{ending}"
            if found not in self._postcodes:
                self._postcodes.add(found)
                return found

    def stay(self, type: str, provider: str, family: str) -> Stay:
        """Somewhere to live of this type and provider; with parents is where the family lives."""
        if type == "P1":
            return Stay(self._new(), type, provider, family, "", "")
        if type.startswith("U"):
            return self._foster(type, provider)
        if type.startswith("A"):
            name = names.carers(self.random)
            where = self.postcode()
            return Stay(self._new(), type, provider, where, REGIONAL_ADOPTION_AGENCY, name)
        return self._setting(type, provider)

    def temporary(self, type: str) -> Stay:
        """A short stay away from the child's home, with nobody's provider or Ofsted number."""
        return Stay(self._new(), type, "", self.postcode(), "")

    def _foster(self, type: str, provider: str) -> Stay:
        connected = type in ("U1", "U2", "U3")
        pool = self._households.setdefault(provider, [])
        if connected or len(pool) < 60 * self.size or self.random.random() < 0.3:
            urn = self.random.choice(self._agencies[provider])
            name = names.carers(self.random)
            found = Stay(self._new(), type, provider, self.postcode(), urn, name)
            if not connected:
                pool.append(found)
            return found
        found = self.random.choice(pool)
        return Stay(found.carer, type, provider, found.postcode, found.urn, found.name)

    def _setting(self, type: str, provider: str) -> Stay:
        pool = self._settings.setdefault((type, provider), [])
        if len(pool) < self.size * 30 / CHILDREN_PER_SETTING.get(type, 1):
            urn = "" if type.startswith(WITHOUT_URN) else self._urn()
            name = names.house(self.random)
            pool.append(Stay(self._new(), type, provider, self.postcode(), urn, name))
        return self.random.choice(pool)

    def _new(self) -> int:
        self._last += 1
        return self._last

    def _urn(self) -> str:
        return f"SC{self.random.randint(100000, 999999)}"
