"""Addresses of collection rounds."""

from lantoa.people.addresses import address
from lantoa.rounds.pages import answering, bounding, opening, overview, reading

VIEW, OPEN, ANSWER = "rounds.view", "rounds.open", "rounds.answer"

urlpatterns = [
    address("ky-so-lieu/", reading.index, permission=VIEW, name="index"),
    address("tong-quan/theo-thang/", overview.months, permission=VIEW, name="months"),
    address("trang-truoc-hop/", overview.before_meeting, permission=VIEW, name="before_meeting"),
    address("ky-so-lieu/qua-han/", reading.late, permission=VIEW, name="late"),
    address("ky-so-lieu/quy-tac/", bounding.index, permission=OPEN, name="bounds"),
    address("ky-so-lieu/quy-tac/<int:pk>/bo/", bounding.drop, permission=OPEN, name="bound_drop"),
    address("ky-so-lieu/mo/", opening.choose, permission=OPEN, name="choose"),
    address("ky-so-lieu/mo/bieu/", opening.new, permission=OPEN, name="new"),
    address("ky-so-lieu/<int:pk>/", reading.show, permission=VIEW, name="show"),
    address("ky-so-lieu/<int:pk>/nhan/", answering.accept_many, permission=ANSWER, name="accept_many"),
    address("ky-so-lieu/<int:pk>/dong/", opening.close, permission=OPEN, name="close"),
    address("ky-so-lieu/<int:pk>/rut/", opening.withdraw, permission=OPEN, name="withdraw"),
    address("ky-so-lieu/so/<int:pk>/", answering.answer, permission=VIEW, name="answer"),
    address("ky-so-lieu/so/<int:pk>/nhan/", answering.accept, permission=ANSWER, name="accept"),
    address("ky-so-lieu/so/<int:pk>/tra-lai/", answering.give_back, permission=ANSWER, name="give_back"),
    address(
        "ky-so-lieu/so/<int:pk>/xin-mo-lai/",
        answering.ask_to_reopen,
        permission=ANSWER,
        name="ask_to_reopen",
    ),
    address("ky-so-lieu/so/<int:pk>/mo-lai/", answering.reopen, permission=ANSWER, name="reopen"),
    address(
        "ky-so-lieu/so/<int:pk>/khong-mo-lai/",
        answering.leave_closed,
        permission=ANSWER,
        name="leave_closed",
    ),
]
