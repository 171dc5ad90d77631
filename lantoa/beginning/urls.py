"""Addresses by which an office begins; the public ones are gone once it has."""

from lantoa.beginning import pages
from lantoa.people.addresses import PUBLIC, SIGNED_IN, address

urlpatterns = [
    address("bat-dau/", pages.code, permission=PUBLIC, name="code"),
    address("bat-dau/don-vi/", pages.unit, permission=PUBLIC, name="unit"),
    address("bat-dau/nguoi/", pages.people, permission=PUBLIC, name="people"),
    address("bat-dau/cac-buoc/", pages.steps, permission="people.manage_accounts", name="steps"),
    address("bat-dau/giay-moi/", pages.slip, permission="people.manage_accounts", name="slip"),
    address("bat-dau/xac-nhan/", pages.confirm, permission=SIGNED_IN, name="confirm"),
]
