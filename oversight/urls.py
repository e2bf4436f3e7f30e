from django.urls import URLPattern, URLResolver, path

from oversight.views import (
    agreed_actions,
    catalogue,
    child,
    export,
    hearings,
    home,
    jobs,
    legal,
    notes,
    queue,
    saved_views,
    totals,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("tracker/", queue.queue, name="tracker"),
    path("tracker/export/", export.export, name="tracker-export"),
    path("tracker/assign/", agreed_actions.assign, name="tracker-assign"),
    path("tracker/reason/", notes.note_reason, name="tracker-reason"),
    path("tracker/views/", saved_views.save, name="saved-view-save"),
    path("tracker/views/<uuid:uuid>/delete/", saved_views.delete, name="saved-view-delete"),
    path("children/<uuid:uuid>/", child.child, name="child"),
    path("actions/<uuid:uuid>/done/", agreed_actions.done, name="action-done"),
    path("legal/", legal.legal, name="legal"),
    path("legal/hearings/", hearings.hearings, name="hearings"),
    path("legal/hearings/calendar/", hearings.calendar, name="hearings-calendar"),
    path("legal/export/", legal.export, name="legal-export"),
    path("clocks/", catalogue.catalogue, name="catalogue"),
    path("jobs/", jobs.jobs, name="jobs"),
    path("jobs/<slug:code>/run/", jobs.run_now, name="job-run"),
    path("totals/", totals.totals, name="totals"),
]
