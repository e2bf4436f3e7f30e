"""The read API, under /api/v1/."""

from django.urls import URLPattern, URLResolver, path

from oversight.api.children import Children, Record
from oversight.api.clocks import Clocks, Flags
from oversight.api.description import NoSuchAddress, Schema
from oversight.api.population import Population
from oversight.views import api_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", api_page.api_page, name="api"),
    path("schema/", Schema.as_view(), name="api-schema"),
    path("children/", Children.as_view(), name="api-children"),
    path("children/<uuid:uuid>/", Record.as_view(), name="api-child"),
    path("clocks/", Clocks.as_view(), name="api-clocks"),
    path("flags/", Flags.as_view(), name="api-flags"),
    path("population/", Population.as_view(), name="api-population"),
    path("<path:rest>", NoSuchAddress.as_view(), name="api-nothing"),
]
