"""Triggers in migrations, added and removed without rendering every model anew.

pgtrigger's own operation has Django rebuild all models that are related to the table, which are all
of them, because every fact is related to the child. No trigger needs that, and with a few hundred
triggers it is most of the time that migrating an empty database takes.
"""

import pgtrigger.migrations
from django.db.migrations.state import ProjectState


class AddTrigger(pgtrigger.migrations.AddTrigger):
    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        options = state.models[app_label, self.model_name].options
        options["triggers"] = [*options.get("triggers", []), self.trigger]


class RemoveTrigger(pgtrigger.migrations.RemoveTrigger):
    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        options = state.models[app_label, self.model_name].options
        options["triggers"] = [each for each in options["triggers"] if each.name != self.name]
