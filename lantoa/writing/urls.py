"""Addresses of writing."""

from lantoa.people.addresses import address
from lantoa.writing.pages import advice

urlpatterns = [
    address("goi-y/", advice.advice, permission="registrations.write", name="advice"),
    address("goi-y/da-can-nhac/", advice.considered, permission="registrations.write", name="considered"),
]
