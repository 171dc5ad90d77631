"""Addresses of breakthroughs."""

from lantoa.breakthroughs.pages import advising, amending, deciding, quarters, reading, writing
from lantoa.people.addresses import address

VIEW, WRITE, JUDGE = "breakthroughs.view", "breakthroughs.write", "breakthroughs.judge"
APPRAISE = "breakthroughs.appraise"

urlpatterns = [
    address("dot-pha/", reading.index, permission=VIEW, name="index"),
    address("dot-pha/moi/", writing.new, permission=WRITE, name="new"),
    address("dot-pha/<int:pk>/", reading.show, permission=VIEW, name="show"),
    address("dot-pha/<int:pk>/sua/", writing.edit, permission=WRITE, name="edit"),
    address("dot-pha/<int:pk>/trinh/", writing.submit, permission=WRITE, name="submit"),
    address("dot-pha/<int:pk>/rut/", writing.withdraw, permission=WRITE, name="withdraw"),
    address("dot-pha/tham-dinh/", advising.body, permission=JUDGE, name="advising_body"),
    address("dot-pha/<int:pk>/tham-dinh/", advising.appraise, permission=APPRAISE, name="appraise"),
    address("dot-pha/<int:pk>/sua-doi/", amending.propose, permission=WRITE, name="propose_amendment"),
    address("dot-pha/sua-doi/<int:pk>/", amending.show, permission=VIEW, name="amendment"),
    address("dot-pha/sua-doi/<int:pk>/duyet/", amending.amend, permission=JUDGE, name="amend"),
    address(
        "dot-pha/sua-doi/<int:pk>/rut-duyet/",
        amending.take_back,
        permission=JUDGE,
        name="take_back_amendment",
    ),
    address(
        "dot-pha/sua-doi/<int:pk>/khong-duyet/", amending.refuse, permission=JUDGE, name="refuse_amendment"
    ),
    address("dot-pha/sua-doi/<int:pk>/rut/", amending.withdraw, permission=WRITE, name="withdraw_amendment"),
    address("dot-pha/<int:pk>/cho-y-kien/", deciding.judge, permission=JUDGE, name="judge"),
    address("dot-pha/<int:pk>/duyet/", deciding.approve, permission=JUDGE, name="approve"),
    address("dot-pha/<int:pk>/rut-duyet/", deciding.take_back, permission=JUDGE, name="take_back_approval"),
    address("dot-pha/<int:pk>/tra-lai/", deciding.return_for_changes, permission=JUDGE, name="return"),
    address("dot-pha/<int:pk>/danh-gia/", deciding.assess, permission=JUDGE, name="assess"),
    address("dot-pha/<int:pk>/ket-thuc/", deciding.close, permission=JUDGE, name="close"),
    address(
        "dot-pha/<int:pk>/quy/<int:year>/<int:quarter>/", quarters.report, permission=WRITE, name="report"
    ),
    address("dot-pha/bao-cao/<int:pk>/nhan-xet/", quarters.remark, permission=VIEW, name="remark"),
    address(
        "dot-pha/bao-cao/<int:pk>/minh-chung/<int:file_pk>/",
        reading.evidence,
        permission=VIEW,
        name="evidence",
    ),
]
