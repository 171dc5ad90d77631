"""Addresses of collection rounds."""

from lantoa.people.addresses import address
from lantoa.rounds.pages import opening, reading

VIEW, OPEN = "rounds.view", "rounds.open"

urlpatterns = [
    address("ky-so-lieu/", reading.index, permission=VIEW, name="index"),
    address("ky-so-lieu/mo/", opening.choose, permission=OPEN, name="choose"),
    address("ky-so-lieu/mo/bieu/", opening.new, permission=OPEN, name="new"),
    address("ky-so-lieu/<int:pk>/", reading.show, permission=VIEW, name="show"),
    address("ky-so-lieu/<int:pk>/dong/", opening.close, permission=OPEN, name="close"),
    address("ky-so-lieu/<int:pk>/rut/", opening.withdraw, permission=OPEN, name="withdraw"),
]
