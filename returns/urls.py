from django.urls import URLPattern, URLResolver, path

from returns.views import agency, decisions, differences, download, listing, load, run

urlpatterns: list[URLPattern | URLResolver] = [
    path("", listing.listing, name="returns"),
    path("load/", load.load, name="returns-load"),
    path("runs/<uuid:uuid>/", run.run, name="returns-run"),
    path("runs/<uuid:uuid>/progress/", run.progress, name="returns-progress"),
    path("runs/<uuid:uuid>/import/", decisions.confirm, name="returns-confirm"),
    path("runs/<uuid:uuid>/put-aside/", decisions.put_aside, name="returns-put-aside"),
    path("runs/<uuid:uuid>/again/", decisions.again, name="returns-again"),
    path("runs/<uuid:uuid>/<str:name>.<str:form>", download.download, name="returns-download"),
    path("agency-list/", agency.agency_list, name="agency-list"),
    path("agency-list/decide/", agency.decide, name="agency-list-decide"),
    path("differences/", differences.differences, name="returns-differences"),
    path("differences/keep/", differences.keep, name="returns-keep"),
]
