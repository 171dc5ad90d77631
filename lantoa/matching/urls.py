"""Addresses of offers."""

from lantoa.matching import pages
from lantoa.people.addresses import address

CHOOSE = "practices.judge"

urlpatterns = [
    address("goi-y-mo-hinh/", pages.index, permission=CHOOSE, name="index"),
    address("goi-y-mo-hinh/bang/", pages.panel, permission=CHOOSE, name="panel"),
    address("goi-y-mo-hinh/<int:pk>/bo-qua/", pages.dismiss, permission=CHOOSE, name="dismiss"),
    address("goi-y-mo-hinh/<int:pk>/goi-y-lai/", pages.bring_back, permission=CHOOSE, name="bring_back"),
]
