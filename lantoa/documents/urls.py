"""Addresses of papers issued."""

from lantoa.documents import pages
from lantoa.people.addresses import address

urlpatterns = [
    address("van-ban/", pages.index, permission="reports.view", name="index"),
    address("van-ban/cap-so/", pages.issue, permission="reports.issue", name="issue"),
    address("van-ban/nhiem-ky/", pages.terms, permission="documents.terms", name="terms"),
    address("van-ban/so/", pages.book, permission="reports.view", name="book"),
    address("van-ban/<int:pk>/", pages.show, permission="reports.view", name="show"),
    address("van-ban/<int:pk>/ban-ky/", pages.file, permission="reports.view", name="file"),
    address("van-ban/<int:pk>/dinh-kem/", pages.attach, permission="reports.issue", name="attach"),
]
