"""The whole suite: real PostgreSQL, no network, every warning an error.

What has to happen before Django reads its settings is in dev/testing.py.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "laptop", max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", settings.get_profile("laptop"), max_examples=60, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "laptop")
