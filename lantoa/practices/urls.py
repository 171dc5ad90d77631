"""Addresses of practices."""

from lantoa.people.addresses import address
from lantoa.practices.pages import (
    adopting,
    consenting,
    following,
    judging,
    lessons,
    reading,
    requesting,
    spread,
    writing,
)

VIEW, WRITE, JUDGE = "practices.view", "practices.write", "practices.judge"
OWN = "people.own"

urlpatterns = [
    address("mo-hinh/", reading.index, permission=VIEW, name="index"),
    address("mo-hinh/moi/", writing.new, permission=WRITE, name="new"),
    address("mo-hinh/linh-vuc/", judging.fields, permission="programme.edit", name="fields"),
    address("mo-hinh/lan-toa/", spread.overview, permission=VIEW, name="spread_overview"),
    address("mo-hinh/bai-hoc/", lessons.index, permission=VIEW, name="lessons"),
    address("mo-hinh/bai-hoc/<int:pk>/", lessons.show, permission=VIEW, name="lesson"),
    address("mo-hinh/<int:pk>/bai-hoc/", lessons.preview, permission=WRITE, name="lesson_preview"),
    address("mo-hinh/<int:pk>/rut-bai-hoc/", lessons.take_back, permission=WRITE, name="lesson_take_back"),
    address("mo-hinh/<int:pk>/lan-toa/", spread.show, permission=VIEW, name="spread"),
    address("mo-hinh/<int:pk>/", reading.show, permission=VIEW, name="show"),
    address("mo-hinh/<int:pk>/sua/", writing.edit, permission=WRITE, name="edit"),
    address("mo-hinh/<int:pk>/de-nghi/", writing.propose, permission=WRITE, name="propose"),
    address("mo-hinh/<int:pk>/tham-dinh/", judging.judge, permission=JUDGE, name="judge"),
    address("mo-hinh/<int:pk>/dong-y/", judging.accept, permission=JUDGE, name="accept"),
    address("mo-hinh/<int:pk>/tra-lai/", judging.return_for_changes, permission=JUDGE, name="return"),
    address("mo-hinh/<int:pk>/bat-dau/", writing.start, permission=WRITE, name="start"),
    address("mo-hinh/<int:pk>/dung/", writing.stop, permission=WRITE, name="stop"),
    address("mo-hinh/<int:pk>/cong-nhan/", judging.recognise, permission=JUDGE, name="recognise"),
    address("mo-hinh/<int:pk>/de-nghi-cong-nhan/", requesting.ask, permission=WRITE, name="ask_recognition"),
    address("mo-hinh/de-nghi/<int:pk>/", requesting.answer, permission=JUDGE, name="answer_request"),
    address("mo-hinh/<int:pk>/tieu-bieu/", judging.mark_typical, permission=JUDGE, name="typical"),
    address("mo-hinh/<int:pk>/minh-chung/", writing.add_evidence, permission=WRITE, name="add_evidence"),
    address("mo-hinh/<int:pk>/minh-chung/<int:file_pk>/", reading.evidence, permission=VIEW, name="evidence"),
    address("mo-hinh/<int:pk>/van-dung/", adopting.adopt, permission=JUDGE, name="adopt"),
    address("mo-hinh/<int:pk>/giu-doi-bo/", adopting.parts, permission=WRITE, name="parts"),
    address("mo-hinh/<int:pk>/cach-lam/", adopting.adapt, permission=WRITE, name="adapt"),
    address("mo-hinh/<int:pk>/rut-van-dung/", adopting.withdraw, permission=WRITE, name="withdraw"),
    address("mo-hinh/<int:pk>/con-duy-tri/", following.checkup, permission=WRITE, name="checkup"),
    address("mo-hinh/<int:pk>/rut-tra-loi/", following.take_back, permission=WRITE, name="take_back"),
    address("mo-hinh/<int:pk>/ket-qua/", following.result, permission=WRITE, name="result"),
    address("mo-hinh/<int:pk>/phan-cot-loi/", following.core_parts, permission=WRITE, name="core_parts"),
    address("mo-hinh/<int:pk>/dang-giup/", following.helping, permission=VIEW, name="helping"),
    address("mo-hinh/neu-ten/<int:pk>/dong-y/", consenting.agree, permission=OWN, name="named_agree"),
    address("mo-hinh/neu-ten/<int:pk>/rut/", consenting.revoke, permission=OWN, name="named_revoke"),
    address("mo-hinh/neu-ten/<int:pk>/ghi/", consenting.record, permission=WRITE, name="named_record"),
    address("mo-hinh/neu-ten/<int:pk>/bo-ten/", consenting.remove, permission=WRITE, name="named_remove"),
    address("mo-hinh/neu-ten/<int:pk>/giay/", consenting.paper, permission=VIEW, name="named_paper"),
]
