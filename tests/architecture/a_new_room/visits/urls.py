"""Addresses of visits."""

from lantoa.people.addresses import address
from lantoa.visits import pages

urlpatterns = [address("tham-hoi/", pages.index, permission="visits.view", name="index")]
