"""Addresses of shortcomings."""

from lantoa.people.addresses import address
from lantoa.shortcomings.pages import closing, reading, writing

OWN, VERIFY = "shortcomings.own", "shortcomings.verify"

urlpatterns = [
    address("han-che/", reading.index, permission=OWN, name="index"),
    address("han-che/in/", reading.print_list, permission=OWN, name="print"),
    address("han-che/moi/", writing.new, permission=OWN, name="new"),
    address("han-che/<int:pk>/", reading.show, permission=OWN, name="show"),
    address("han-che/<int:pk>/da-khac-phuc/", closing.report, permission=OWN, name="report"),
    address("han-che/<int:pk>/kiem-tra/", closing.verify, permission=VERIFY, name="verify"),
    address("han-che/<int:pk>/mo-lai/", closing.reopen, permission=VERIFY, name="reopen"),
    address("han-che/theo-don-vi/", reading.by_unit, permission="shortcomings.view", name="by_unit"),
    address("han-che/<int:pk>/y-kien/", closing.reply, permission=OWN, name="reply"),
    address("han-che/<int:pk>/rut/", closing.withdraw, permission=OWN, name="withdraw"),
    address("han-che/<int:pk>/minh-chung/", reading.evidence, permission=OWN, name="evidence"),
]
