"""Addresses of registrations."""

from lantoa.people.addresses import SIGNED_IN, address
from lantoa.registrations.pages import (
    behalf,
    closing,
    collective,
    household,
    judging,
    reading,
    results,
    writing,
    years,
)

VIEW, WRITE, JUDGE = "registrations.view", "registrations.write", "registrations.judge"

urlpatterns = [
    address("dang-ky/", reading.index, permission=VIEW, name="index"),
    address("dang-ky/cua-toi/", reading.mine, permission=WRITE, name="mine"),
    address("dang-ky/viet/<int:year>/", writing.write, permission=WRITE, name="write"),
    address("dang-ky/viet/<int:year>/luu-nhap/", writing.autosave, permission=WRITE, name="autosave"),
    address("dang-ky/viet/<int:year>/xem-lai/", writing.check, permission=WRITE, name="check"),
    address("dang-ky/viet/<int:year>/da-gui/", writing.sent, permission=WRITE, name="sent"),
    address("dang-ky/ghi-ho/", behalf.choose, permission=JUDGE, name="behalf"),
    address("dang-ky/ghi-ho/<int:year>/<int:pk>/", behalf.write, permission=JUDGE, name="behalf_write"),
    address(
        "dang-ky/ghi-ho/<int:year>/<int:pk>/luu-nhap/",
        behalf.autosave,
        permission=JUDGE,
        name="behalf_autosave",
    ),
    address("dang-ky/ho-gia-dinh/<int:year>/moi/", household.new, permission=JUDGE, name="household_new"),
    address("dang-ky/<int:pk>/ho-gia-dinh/", household.write, permission=JUDGE, name="household"),
    address(
        "dang-ky/<int:pk>/ho-gia-dinh/luu-nhap/",
        household.autosave,
        permission=JUDGE,
        name="household_autosave",
    ),
    address("dang-ky/<int:pk>/gui-ho/", behalf.send, permission=JUDGE, name="behalf_send"),
    address("dang-ky/<int:pk>/xac-nhan/", behalf.confirm, permission=SIGNED_IN, name="confirm"),
    address("dang-ky/<int:pk>/rut-lai/", behalf.withdraw, permission=WRITE, name="withdraw"),
    address("dang-ky/tap-the/<int:year>/", collective.write, permission=JUDGE, name="collective"),
    address(
        "dang-ky/tap-the/<int:year>/luu-nhap/",
        collective.autosave,
        permission=JUDGE,
        name="collective_autosave",
    ),
    address("dang-ky/mo-nam/", years.open_year, permission=VIEW, name="open_year"),
    address("dang-ky/chua-dang-ky/", years.missing, permission=VIEW, name="missing"),
    address("dang-ky/<int:pk>/tu-danh-gia/", closing.assess, permission=WRITE, name="assess"),
    address("dang-ky/<int:pk>/nhan-xet/", closing.remark, permission=JUDGE, name="remark"),
    address("dang-ky/<int:pk>/y-kien/", closing.reply, permission=WRITE, name="reply"),
    address("dang-ky/<int:pk>/chot/", closing.close, permission=JUDGE, name="close"),
    address("dang-ky/duyet/", judging.queue, permission=JUDGE, name="queue"),
    address("dang-ky/<int:pk>/", reading.show, permission=SIGNED_IN, name="show"),
    address("dang-ky/<int:pk>/in/", reading.print_page, permission=SIGNED_IN, name="print"),
    address("dang-ky/<int:pk>/duyet/", judging.judge, permission=JUDGE, name="judge"),
    address("dang-ky/<int:pk>/dong-y/", judging.approve, permission=JUDGE, name="approve"),
    address("dang-ky/<int:pk>/tra-lai/", judging.return_, permission=JUDGE, name="return"),
    address("dang-ky/<int:pk>/ket-qua/", results.progress, permission=WRITE, name="progress"),
    address("dang-ky/ket-qua/<int:pk>/sua/", results.correct, permission=WRITE, name="correct"),
    address("dang-ky/ket-qua/<int:pk>/bo/", results.take_back, permission=WRITE, name="take_back"),
    address("dang-ky/<int:pk>/tai/<slug:kind>/", reading.word, permission=SIGNED_IN, name="word"),
    address("dang-ky/<int:pk>/ban-ky/", reading.signed_paper, permission=SIGNED_IN, name="signed"),
    address("dang-ky/minh-chung/<int:pk>/", reading.evidence, permission=SIGNED_IN, name="evidence"),
]
