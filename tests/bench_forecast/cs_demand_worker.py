"""Run by the Python that has cs-demand-model, which knows nothing of this project.

Given folders named by their origin, prints for each, by months of the window and months ahead, the
children in each of its categories as JSON. Steps of a week: of a day they say the same in seven
times the time.
"""

import json
import sys
from datetime import date
from pathlib import Path

from cs_demand_model import DemandModellingDataContainer, ModelPredictor, PopulationStats
from cs_demand_model.config import Config
from cs_demand_model.datastore import fs_datastore
from dateutil.relativedelta import relativedelta

WEEKS = {3: 13, 6: 26, 12: 52}
WINDOWS = (6, 24)


def main() -> None:
    print(json.dumps([forecast(Path(folder)) for folder in sys.argv[1:]]))


def forecast(folder: Path) -> dict:
    import pandas

    origin = pandas.Timestamp(date.fromisoformat(folder.name))
    config = Config()
    data = DemandModellingDataContainer(fs_datastore(str(folder)), config)
    stats = PopulationStats(data.enriched_view, config)
    found = {}
    for window in WINDOWS:
        start = origin - relativedelta(months=window)
        model = ModelPredictor.from_model(stats, start, origin)
        weeks = model.predict(max(WEEKS.values()), step_days=7)
        found[window] = {
            ahead: by_category(weeks.iloc[week - 1], config) for ahead, week in WEEKS.items()
        }
    return found


def by_category(row, config) -> dict[str, float]:
    labels = {category.name: category.label for category in config.PlacementCategories}
    found = {label: 0.0 for name, label in labels.items() if name != "NOT_IN_CARE"}
    for (_, category), number in row.items():
        name = getattr(category, "name", category)
        if name != "NOT_IN_CARE":
            found[labels[name]] += float(number)
    return found


main()
