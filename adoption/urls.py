from django.urls import URLPattern, URLResolver, path

from adoption.views import adopted, families, seal, sealed

urlpatterns: list[URLPattern | URLResolver] = [
    path("adopted/", adopted.adopted, name="adopted"),
    path("children/<uuid:uuid>/families/", families.families, name="child-families"),
    path("children/<uuid:uuid>/seal/", seal.seal, name="child-seal"),
    path("sealed/", sealed.find, name="sealed"),
    path("sealed/openings/", sealed.openings, name="sealed-openings"),
    path("sealed/<uuid:uuid>/ask/", sealed.ask, name="sealed-ask"),
    path("sealed/requests/<uuid:uuid>/answer/", sealed.answer, name="sealed-answer"),
    path("sealed/requests/<uuid:uuid>/read/", sealed.read, name="sealed-read"),
    path("sealed/requests/<uuid:uuid>/close/", sealed.close, name="sealed-close"),
]
