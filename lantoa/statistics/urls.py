"""Addresses of the overview."""

from lantoa.people.addresses import address
from lantoa.statistics import pages

urlpatterns = [
    address("tong-quan/", pages.overview, permission="statistics.view", name="overview"),
]
