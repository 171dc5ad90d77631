"""Addresses of the organisation."""

from lantoa.organisation import pages
from lantoa.people.addresses import address

urlpatterns = [
    address("to-chuc/", pages.tree, permission="organisation.view", name="tree"),
    address("to-chuc/<slug:code>/", pages.unit, permission="organisation.view", name="unit"),
]
