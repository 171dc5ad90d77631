"""Addresses of consents."""

from functools import partial

from django.urls import URLPattern

from lantoa.consents import pages
from lantoa.people.addresses import address

OWN = "people.own"

# Where the addresses of before stood when each room kept its own agreements, and of which kind of thing they spoke.
FORMER_ROOMS = {"mo-hinh": "practice", "dien-hinh": "exemplar"}
FORMER_ACTS = {"dong-y": "agree", "rut": "revoke", "ghi": "record", "giay": "paper", "bo-ten": "remove"}


def _former(route: str, kind: str, act: str) -> URLPattern:
    page = partial(pages.moved, kind=kind, act=act)
    return address(route, page, permission=OWN, name=f"former_{kind}_{act}")


urlpatterns = [
    address("neu-ten/", pages.naming_me, permission=OWN, name="naming_me"),
    address("neu-ten/<int:pk>/dong-y/", pages.agree, permission=OWN, name="agree"),
    address("neu-ten/<int:pk>/rut/", pages.revoke, permission=OWN, name="revoke"),
    address("neu-ten/<int:pk>/ghi/", pages.record, permission=OWN, name="record"),
    address("neu-ten/<int:pk>/giay/", pages.paper, permission=OWN, name="paper"),
    address("dien-hinh/neu-ten-toi/", pages.moved_to_my_page, permission=OWN, name="former_page"),
    *[
        _former(f"{room}/neu-ten/<int:pk>/{old}/", kind, act)
        for room, kind in FORMER_ROOMS.items()
        for old, act in FORMER_ACTS.items()
    ],
]
