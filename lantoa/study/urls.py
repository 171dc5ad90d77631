"""Addresses of study."""

from lantoa.people.addresses import address
from lantoa.study.pages import attendance, certificates, classes, courses, curricula, essays, intakes

urlpatterns = [
    address("hoc-tap/", classes.index, permission="study.view", name="index"),
    address("hoc-tap/moi/", classes.new, permission="study.edit", name="new"),
    address("hoc-tap/<int:pk>/", classes.show, permission="study.view", name="show"),
    address("hoc-tap/<int:pk>/sua/", classes.edit, permission="study.edit", name="edit"),
    address("hoc-tap/<int:pk>/hoc-bu/", classes.make_up, permission="study.edit", name="make_up"),
    address("hoc-tap/<int:pk>/bo/", classes.remove, permission="study.edit", name="remove"),
    address("hoc-tap/<int:pk>/tai-lieu/", classes.file, permission="study.view", name="file"),
    address("hoc-tap/<int:pk>/diem-danh/", attendance.attendance, permission="study.edit", name="attendance"),
    address(
        "hoc-tap/<int:pk>/diem-danh/bang/",
        attendance.attendance_table,
        permission="study.edit",
        name="attendance_table",
    ),
    address("hoc-tap/vang/<int:pk>/da-hoc/", attendance.studied, permission="study.edit", name="studied"),
    address("hoc-tap/<int:pk>/don-vi/", attendance.part_new, permission="study.edit", name="part_new"),
    address("hoc-tap/so-du/", attendance.class_units, permission="study.view", name="class_units"),
    address(
        "hoc-tap/so-du/<int:pk>/bo/", attendance.part_remove, permission="study.edit", name="part_remove"
    ),
    address("hoc-tap/thu-hoach/", essays.mine, permission="study.write", name="mine"),
    address("hoc-tap/<int:pk>/viet/", essays.write, permission="study.write", name="write"),
    address("hoc-tap/thu-hoach/<int:pk>/", essays.essay, permission="study.write", name="essay"),
    address("hoc-tap/thu-hoach/<int:pk>/rut/", essays.take_back, permission="study.write", name="take_back"),
    address("hoc-tap/lop-boi-duong/", courses.index, permission="study.view", name="courses"),
    address("hoc-tap/lop-boi-duong/moi/", courses.new, permission="study.edit", name="course_new"),
    address("hoc-tap/lop-boi-duong/<int:pk>/", intakes.course, permission="study.view", name="course"),
    address(
        "hoc-tap/lop-boi-duong/<int:pk>/don-vi-cu/", intakes.new, permission="study.edit", name="intake_new"
    ),
    address("hoc-tap/don-vi-cu/<int:pk>/sua/", intakes.edit, permission="study.edit", name="intake_edit"),
    address("hoc-tap/don-vi-cu/<int:pk>/bo/", intakes.remove, permission="study.edit", name="intake_remove"),
    address(
        "hoc-tap/lop-boi-duong/<int:pk>/giay-chung-nhan/",
        certificates.new,
        permission="study.edit",
        name="certificate_new",
    ),
    address(
        "hoc-tap/lop-boi-duong/<int:pk>/giay-chung-nhan/word/",
        certificates.word,
        permission="study.edit",
        name="certificates_word",
    ),
    address(
        "hoc-tap/giay-chung-nhan/<int:pk>/gach-bo/",
        certificates.strike_out,
        permission="study.edit",
        name="certificate_strike_out",
    ),
    address("hoc-tap/chuong-trinh/", curricula.index, permission="study.view", name="curricula"),
    address("hoc-tap/chuong-trinh/moi/", curricula.new, permission="study.edit", name="curriculum_new"),
    address(
        "hoc-tap/chuong-trinh/<int:pk>/sua/", curricula.edit, permission="study.edit", name="curriculum_edit"
    ),
    address("hoc-tap/lop-boi-duong/<int:pk>/sua/", courses.edit, permission="study.edit", name="course_edit"),
    address("hoc-tap/ket-nap/", courses.admissions, permission="study.view", name="admissions"),
    address("hoc-tap/ket-nap/moi/", courses.admit, permission="study.edit", name="admission_new"),
    address(
        "hoc-tap/ket-nap/<int:pk>/gach-bo/",
        courses.strike_out,
        permission="study.edit",
        name="admission_strike_out",
    ),
]
