"""Addresses of meetings."""

from lantoa.meetings import pages
from lantoa.people.addresses import address

ATTEND, VIEW, EDIT = "meetings.attend", "meetings.view", "meetings.edit"

urlpatterns = [
    address("sinh-hoat/", pages.index, permission=VIEW, name="index"),
    address("sinh-hoat/chi-bo-toi/", pages.mine, permission=ATTEND, name="mine"),
    address("sinh-hoat/tat-ca/", pages.everywhere, permission=VIEW, name="everywhere"),
    address("sinh-hoat/ghi/", pages.record, permission=EDIT, name="record"),
    address("sinh-hoat/<int:pk>/", pages.show, permission=ATTEND, name="show"),
    address("sinh-hoat/<int:pk>/sua/", pages.edit, permission=EDIT, name="edit"),
    address("sinh-hoat/<int:pk>/bien-ban/", pages.file, permission=VIEW, name="file"),
    address("sinh-hoat/<int:pk>/da-dang/", pages.posted, permission=EDIT, name="posted"),
    address("sinh-hoat/<int:pk>/bo/", pages.remove, permission=EDIT, name="remove"),
]
