"""All pathways, found in `rules/`: a file whose name is not its pathway's code is refused."""

from importlib import import_module
from pkgutil import iter_modules

from oversight.pathways import rules
from oversight.pathways.pathway import Pathway


def _load() -> dict[str, Pathway]:
    found: dict[str, Pathway] = {}
    for module in iter_modules(rules.__path__):
        pathway = import_module(f"{rules.__name__}.{module.name}").PATHWAY
        if pathway.code.replace("-", "_") != module.name:
            raise ValueError(f"rules/{module.name}.py holds the pathway {pathway.code}")
        found[pathway.code] = pathway
    return dict(sorted(found.items(), key=lambda each: each[1].place))


PATHWAYS: dict[str, Pathway] = _load()
