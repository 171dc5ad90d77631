"""Addresses of the hall."""

from lantoa.people.addresses import PUBLIC, SIGNED_IN, address
from lantoa.portal import pages

urlpatterns = [
    address("", pages.todo, permission=SIGNED_IN, name="todo"),
    # Who judges anything at all judges practices.
    address("cho-y-kien/", pages.decisions, permission="practices.judge", name="decisions"),
    address("lich-su/", pages.history, permission="history.own", name="history"),
    address(
        "lich-su/<str:subject_type>/<str:subject_id>/",
        pages.subject_history,
        permission="history.own",
        name="subject_history",
    ),
    address("mot-nam-cua-toi/<int:year>/", pages.my_year, permission="people.own", name="my_year"),
    address("tro-giup/", pages.help_page, permission=PUBLIC, name="help"),
    address("hien-thi/", pages.display, permission=PUBLIC, name="display"),
    address("cam-ket/", pages.promise, permission=PUBLIC, name="promise"),
]
