from django.urls import URLPattern, URLResolver, include, path

from casetrack.views import pages, signing_in

urlpatterns: list[URLPattern | URLResolver] = [
    path("health", pages.health, name="health"),
    path("sign-in/", signing_in.sign_in, name="sign-in"),
    path("sign-out/", signing_in.sign_out, name="sign-out"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("api/v1/", include("oversight.api_urls")),
    path("returns/", include("returns.urls")),
    path("", include("oversight.urls")),
]
