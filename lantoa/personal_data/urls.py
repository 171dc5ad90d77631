"""Addresses of one's own data."""

from lantoa.people.addresses import address
from lantoa.personal_data import pages

OWN = "people.own"

urlpatterns = [
    address("toi/du-lieu/", pages.index, permission=OWN, name="index"),
    address("toi/du-lieu/tep/", pages.download, permission=OWN, name="download"),
]
