"""Addresses of changes of the tree."""

from lantoa.people.addresses import address
from lantoa.reorganising import pages

REORGANISE = "organisation.reorganise"

urlpatterns = [
    address("sap-xep/<slug:code>/", pages.choose, permission=REORGANISE, name="choose"),
    address("sap-xep/<slug:code>/theo-bang/", pages.table, permission=REORGANISE, name="table"),
    address("sap-xep/<slug:code>/huy-quyet-dinh/", pages.undo_all, permission=REORGANISE, name="undo_all"),
    address("sap-xep/<slug:code>/<slug:act>/", pages.act, permission=REORGANISE, name="act"),
    address("sap-xep-huy/<int:pk>/", pages.undo, permission=REORGANISE, name="undo"),
]
