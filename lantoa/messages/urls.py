"""Addresses of messages."""

from lantoa.messages import pages
from lantoa.people.addresses import SIGNED_IN, address

urlpatterns = [
    address("thong-bao/", pages.index, permission=SIGNED_IN, name="index"),
    address("thong-bao/doc-het/", pages.read_all, permission=SIGNED_IN, name="read_all"),
    address("thong-bao/<int:pk>/", pages.open_one, permission=SIGNED_IN, name="open"),
]
