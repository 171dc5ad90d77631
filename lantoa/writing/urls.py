"""Addresses of writing."""

from lantoa.people.addresses import address
from lantoa.writing import pages

urlpatterns = [
    address("goi-y/", pages.advice, permission="registrations.write", name="advice"),
    address("goi-y/da-can-nhac/", pages.considered, permission="registrations.write", name="considered"),
]
