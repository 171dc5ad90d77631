"""Addresses of reviews."""

from lantoa.foundation.addresses import SIGNED_IN
from lantoa.people.addresses import address
from lantoa.reviews.pages import deciding, files, heads, hearing, keeping, opening, reading, writing

OWN, CONDUCT, DECIDE = "reviews.own", "reviews.conduct", "reviews.decide"

urlpatterns = [
    address("kiem-diem/", reading.index, permission=OWN, name="index"),
    address("kiem-diem/mo-dot/", opening.new, permission=CONDUCT, name="new"),
    address("kiem-diem/dot/<int:pk>/", reading.period, permission=CONDUCT, name="period"),
    address("kiem-diem/dot/<int:pk>/them/", opening.add, permission=CONDUCT, name="add"),
    address("kiem-diem/dot/<int:pk>/doc-truoc/", opening.show_drafts, permission=CONDUCT, name="show_drafts"),
    address("kiem-diem/dot/<int:pk>/khoa/", opening.close, permission=CONDUCT, name="close"),
    address("kiem-diem/dot/<int:pk>/mo-lai/", opening.reopen, permission=CONDUCT, name="reopen"),
    address(
        "kiem-diem/dot/<int:pk>/mo-lai/y-kien/",
        opening.answer_reopening,
        permission=CONDUCT,
        name="answer_reopening",
    ),
    address("kiem-diem/nguoi-dung-dau/", heads.index, permission=OWN, name="heads"),
    address("kiem-diem/nguoi-dung-dau/viet/<int:year>/", heads.write, permission=OWN, name="head_write"),
    address("kiem-diem/nguoi-dung-dau/<int:pk>/", heads.show, permission=OWN, name="head"),
    address("kiem-diem/nguoi-dung-dau/<int:pk>/gui/", heads.send, permission=OWN, name="head_send"),
    address("kiem-diem/nguoi-dung-dau/<int:pk>/trich/", heads.quote, permission=OWN, name="head_quote"),
    address("kiem-diem/nguoi-dung-dau/<int:pk>/rut/", heads.take_back, permission=OWN, name="head_take_back"),
    address("kiem-diem/nguoi-dung-dau/<int:pk>/y-kien/", heads.speak, permission=DECIDE, name="head_speak"),
    address("kiem-diem/<int:pk>/", reading.show, permission=OWN, name="show"),
    address("kiem-diem/<int:pk>/tai/", files.review, permission=OWN, name="word"),
    address("kiem-diem/xep-loai-lai/<int:pk>/tai/", files.rerating, permission=OWN, name="rerating_word"),
    address("kiem-diem/dot/<int:pk>/danh-muc/", files.files, permission=CONDUCT, name="files_word"),
    address("kiem-diem/<int:pk>/viet/", writing.write, permission=OWN, name="write"),
    address("kiem-diem/<int:pk>/gui/", writing.submit, permission=OWN, name="submit"),
    address("kiem-diem/<int:pk>/rut/", writing.take_back, permission=OWN, name="take_back"),
    address("kiem-diem/<int:pk>/tra-lai/", writing.send_back, permission=CONDUCT, name="send_back"),
    address("kiem-diem/<int:pk>/goi-y/", writing.prompt, permission=CONDUCT, name="prompt"),
    address("kiem-diem/<int:pk>/mau-nhom/", opening.assign, permission=CONDUCT, name="assign"),
    address("kiem-diem/<int:pk>/cuoc-hop/", hearing.hear, permission=CONDUCT, name="hear"),
    address("kiem-diem/<int:pk>/tra-loi/", hearing.reply, permission=OWN, name="reply"),
    address("kiem-diem/<int:pk>/han-che/", hearing.find, permission=CONDUCT, name="find"),
    address("kiem-diem/<int:pk>/chua-kiem-diem/", hearing.excuse, permission=CONDUCT, name="excuse"),
    address("kiem-diem/<int:pk>/dua-vao/", hearing.resume, permission=CONDUCT, name="resume"),
    address("kiem-diem/<int:pk>/xep-loai/", deciding.decide, permission=DECIDE, name="decide"),
    address("kiem-diem/<int:pk>/xep-loai-lai/", deciding.rerate, permission=DECIDE, name="rerate"),
    address("kiem-diem/<int:pk>/khieu-nai/", deciding.complain, permission=OWN, name="complain"),
    address("kiem-diem/khieu-nai/<int:pk>/", deciding.answer, permission=DECIDE, name="answer"),
    address("kiem-diem/nhom/", deciding.groups, permission=DECIDE, name="groups"),
    address("kiem-diem/nhom/<int:pk>/", deciding.ceiling, permission=DECIDE, name="ceiling"),
    address("kiem-diem/quy-tac/", keeping.terms, permission=SIGNED_IN, name="terms"),
    address("kiem-diem/mau/<int:pk>/", keeping.template, permission=SIGNED_IN, name="template"),
]
