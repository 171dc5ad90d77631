"""Addresses of study."""

from lantoa.people.addresses import address
from lantoa.study import pages

urlpatterns = [
    address("hoc-tap/", pages.index, permission="study.view", name="index"),
    address("hoc-tap/moi/", pages.new, permission="study.edit", name="new"),
    address("hoc-tap/<int:pk>/", pages.show, permission="study.view", name="show"),
    address("hoc-tap/<int:pk>/sua/", pages.edit, permission="study.edit", name="edit"),
    address("hoc-tap/<int:pk>/hoc-bu/", pages.make_up, permission="study.edit", name="make_up"),
    address("hoc-tap/<int:pk>/bo/", pages.remove, permission="study.edit", name="remove"),
]
