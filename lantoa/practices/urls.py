"""Addresses of practices."""

from lantoa.people.addresses import address
from lantoa.practices.pages import (
    assessing,
    catalogues,
    consenting,
    criteria,
    judging,
    lessons,
    reading,
    requesting,
    results,
    writing,
)

VIEW, WRITE, JUDGE = "practices.view", "practices.write", "practices.judge"

urlpatterns = [
    address("mo-hinh/cua-toi/", reading.index, permission=VIEW, name="index"),
    address(
        "chuong-trinh/phong-trao/<int:pk>/mo-hinh/", reading.of_movement, permission=VIEW, name="of_movement"
    ),
    address(
        "chuong-trinh/phong-trao/<int:pk>/danh-gia-mo-hinh/",
        assessing.assess,
        permission=JUDGE,
        name="assess",
    ),
    address("mo-hinh/moi/", writing.new, permission=WRITE, name="new"),
    address("mo-hinh/tieu-chi/", catalogues.criteria, permission="programme.edit", name="criteria"),
    address("mo-hinh/<int:pk>/tieu-chi/", criteria.checklist, permission=JUDGE, name="checklist"),
    address("mo-hinh/linh-vuc/", catalogues.fields, permission="programme.edit", name="fields"),
    address("mo-hinh/bai-hoc/", lessons.index, permission=VIEW, name="lessons"),
    address("mo-hinh/bai-hoc/<int:pk>/", lessons.show, permission=VIEW, name="lesson"),
    address("mo-hinh/<int:pk>/bai-hoc/", lessons.preview, permission=WRITE, name="lesson_preview"),
    address("mo-hinh/<int:pk>/rut-bai-hoc/", lessons.take_back, permission=WRITE, name="lesson_take_back"),
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
    address("mo-hinh/<int:pk>/ket-qua/", results.result, permission=WRITE, name="result"),
    address("mo-hinh/<int:pk>/phan-cot-loi/", results.core_parts, permission=WRITE, name="core_parts"),
    address("mo-hinh/bo-ten/<int:pk>/", consenting.remove, permission=WRITE, name="named_remove"),
]
