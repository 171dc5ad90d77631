"""Addresses of the organisation."""

from lantoa.foundation.addresses import address
from lantoa.organisation import pages

urlpatterns = [
    address("to-chuc/", pages.tree, permission="organisation.view", name="tree"),
    address("to-chuc/<slug:code>/", pages.unit, permission="organisation.view", name="unit"),
]
