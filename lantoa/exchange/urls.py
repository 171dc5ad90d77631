"""Addresses of lists that come in and go out."""

from lantoa.exchange import pages
from lantoa.people.addresses import address

IMPORT = "exchange.import"

urlpatterns = [
    address("nhap/", pages.index, permission=IMPORT, name="index"),
    address("nhap/<slug:kind>/", pages.start, permission=IMPORT, name="start"),
    address("nhap/ban/<int:pk>/", pages.show, permission=IMPORT, name="show"),
    address("nhap/ban/<int:pk>/hoan-tac/", pages.undo, permission=IMPORT, name="undo"),
    address("xuat/<slug:kind>/", pages.export, permission="people.view", name="export"),
    address("xuat/tep/<int:pk>/", pages.file, permission="people.view", name="file"),
    address("xuat/tep/<int:pk>/tai/", pages.take, permission="people.view", name="take"),
]
