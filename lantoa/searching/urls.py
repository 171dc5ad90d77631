"""The address of searching."""

from lantoa.people.addresses import SIGNED_IN, address
from lantoa.searching import pages

urlpatterns = [address("tim/", pages.index, permission=SIGNED_IN, name="index")]
