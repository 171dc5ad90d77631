"""Addresses of inspection and oversight."""

from lantoa.people.addresses import address
from lantoa.supervision.pages import concluding, disciplining, files, noting, programmes, sampling, signs

OWN, PLAN, SAMPLE = "supervision.own", "supervision.plan", "supervision.sample"

urlpatterns = [
    address("kiem-tra-giam-sat/", programmes.index, permission=OWN, name="index"),
    address("kiem-tra-giam-sat/chuong-trinh/", programmes.programme, permission=PLAN, name="programme"),
    address(
        "kiem-tra-giam-sat/chuong-trinh/<int:pk>/tai-ve/",
        programmes.programme_word,
        permission=OWN,
        name="programme_word",
    ),
    address("kiem-tra-giam-sat/chuong-trinh/<int:pk>/them/", programmes.new, permission=PLAN, name="new"),
    address("kiem-tra-giam-sat/<int:pk>/", files.show, permission=OWN, name="show"),
    address("kiem-tra-giam-sat/<int:pk>/sua/", programmes.edit, permission=PLAN, name="edit"),
    address("kiem-tra-giam-sat/<int:pk>/mo/", files.begin, permission=PLAN, name="begin"),
    address("kiem-tra-giam-sat/<int:pk>/khong-tien-hanh/", files.drop, permission=PLAN, name="drop"),
    address("kiem-tra-giam-sat/<int:pk>/ket-luan/", concluding.conclude, permission=PLAN, name="conclude"),
    address("kiem-tra-giam-sat/<int:pk>/viec/", concluding.remedy, permission=PLAN, name="remedy"),
    address("kiem-tra-giam-sat/<int:pk>/luu/", concluding.close, permission=PLAN, name="close"),
    address(
        "kiem-tra-giam-sat/viec/<int:pk>/bo/", concluding.drop_remedy, permission=PLAN, name="drop_remedy"
    ),
    address("kiem-tra-giam-sat/tai-lieu/<int:pk>/", files.paper, permission=OWN, name="paper"),
    address("kiem-tra-giam-sat/tai-lieu/<int:pk>/han/", files.due, permission=PLAN, name="due"),
    address("kiem-tra-giam-sat/tai-lieu/<int:pk>/tai-ve/", files.word, permission=OWN, name="word"),
    address("kiem-tra-giam-sat/tai-lieu/<int:pk>/tep/", files.attachment, permission=OWN, name="attachment"),
    address(
        "kiem-tra-giam-sat/tai-lieu/<int:pk>/gui/", files.self_report, permission=OWN, name="self_report"
    ),
    address("kiem-tra-giam-sat/cua-toi/<int:year>/", signs.own, permission=OWN, name="own"),
    address("kiem-tra-giam-sat/luu-y/", signs.index, permission=SAMPLE, name="signs"),
    address("kiem-tra-giam-sat/luu-y/tom-tat/", signs.panel, permission=SAMPLE, name="signs_panel"),
    address("kiem-tra-giam-sat/luu-y/<slug:rule>/", signs.papers, permission=SAMPLE, name="sign_papers"),
    address("kiem-tra-giam-sat/lay-mau/", sampling.draw, permission=SAMPLE, name="draw"),
    address("kiem-tra-giam-sat/mau/<int:pk>/", sampling.sample, permission=OWN, name="sample"),
    address("kiem-tra-giam-sat/mau/<int:pk>/<int:order>/", sampling.read, permission=SAMPLE, name="read"),
    address(
        "kiem-tra-giam-sat/mau/<int:pk>/<int:order>/qua/",
        sampling.pass_on,
        permission=SAMPLE,
        name="pass_on",
    ),
    address("kiem-tra-giam-sat/ky-luat/", disciplining.index, permission=OWN, name="disciplines"),
    address("kiem-tra-giam-sat/ky-luat/ghi/", disciplining.new, permission=PLAN, name="discipline_new"),
    address("kiem-tra-giam-sat/ky-luat/<int:pk>/", disciplining.show, permission=OWN, name="discipline"),
    address(
        "kiem-tra-giam-sat/ky-luat/<int:pk>/y-kien/",
        disciplining.reply,
        permission=OWN,
        name="discipline_reply",
    ),
    address(
        "kiem-tra-giam-sat/ky-luat/<int:pk>/het-hieu-luc/",
        disciplining.end,
        permission=PLAN,
        name="discipline_end",
    ),
    address("kiem-tra-giam-sat/ghi-chep/", noting.index, permission=OWN, name="notes"),
    address("kiem-tra-giam-sat/ghi-chep/<int:pk>/", noting.show, permission=OWN, name="note"),
    address("kiem-tra-giam-sat/ghi-chep/<int:pk>/rut/", noting.take_back, permission=OWN, name="take_back"),
    address("kiem-tra-giam-sat/ghi-chep/<int:pk>/giao/", noting.assign, permission=SAMPLE, name="assign"),
]
