"""Addresses by which an office begins, whose public ones are gone once it has, and by which a year begins."""

from lantoa.beginning import pages
from lantoa.people.addresses import PUBLIC, SIGNED_IN, address

urlpatterns = [
    address("bat-dau/", pages.code, permission=PUBLIC, name="code"),
    address("bat-dau/don-vi/", pages.unit, permission=PUBLIC, name="unit"),
    address("bat-dau/nguoi/", pages.people, permission=PUBLIC, name="people"),
    address("bat-dau/cac-buoc/", pages.steps, permission="people.manage_accounts", name="steps"),
    address("bat-dau/giay-moi/", pages.slip, permission="people.manage_accounts", name="slip"),
    address("nam-cong-tac/", pages.year, permission="beginning.arrange", name="year"),
    address("bat-dau/xac-nhan/", pages.confirm, permission=SIGNED_IN, name="confirm"),
]
