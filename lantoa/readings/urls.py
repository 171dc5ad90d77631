"""Addresses of stories and quotations."""

from lantoa.people.addresses import address
from lantoa.readings import pages

VIEW, EDIT = "readings.view", "readings.edit"

urlpatterns = [
    address("tu-lieu/", pages.index, permission=VIEW, name="index"),
    address("tu-lieu/moi/", pages.new, permission=EDIT, name="new"),
    address("tu-lieu/<int:pk>/", pages.show, permission=VIEW, name="show"),
    address("tu-lieu/<int:pk>/sua/", pages.edit, permission=EDIT, name="edit"),
    address("tu-lieu/<int:pk>/bo/", pages.remove, permission=EDIT, name="remove"),
]
