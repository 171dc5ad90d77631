"""Addresses of meetings."""

from lantoa.meetings import pages
from lantoa.people.addresses import address

ATTEND, VIEW, EDIT, RULES = "meetings.attend", "meetings.view", "meetings.edit", "meetings.rules"

urlpatterns = [
    address("sinh-hoat/", pages.index, permission=VIEW, name="index"),
    address("sinh-hoat/chi-bo-toi/", pages.mine, permission=ATTEND, name="mine"),
    address("sinh-hoat/tat-ca/", pages.everywhere, permission=VIEW, name="everywhere"),
    address("sinh-hoat/ghi/", pages.record, permission=EDIT, name="record"),
    address("sinh-hoat/ghi/bang/", pages.attendance_table, permission=EDIT, name="attendance_table"),
    address("sinh-hoat/lich/", pages.calendar, permission=VIEW, name="calendar"),
    address("sinh-hoat/lich/sap-toi/", pages.upcoming, permission=EDIT, name="upcoming"),
    address("sinh-hoat/lich/moi/", pages.appoint, permission=EDIT, name="appoint"),
    address("sinh-hoat/lich/ca-nam/", pages.appoint_year, permission=EDIT, name="appoint_year"),
    address("sinh-hoat/lich/cac-chi-bo/", pages.schedule, permission=VIEW, name="schedule"),
    address("sinh-hoat/lich/cac-chi-bo/word/", pages.schedule_word, permission=VIEW, name="schedule_word"),
    address("sinh-hoat/lich/<int:pk>/", pages.prepare, permission=EDIT, name="prepare"),
    address(
        "sinh-hoat/lich/<int:pk>/phieu-diem-danh/",
        pages.attendance_sheet,
        permission=EDIT,
        name="attendance_sheet",
    ),
    address("sinh-hoat/lich/<int:pk>/doc-phieu/", pages.read_sheet, permission=EDIT, name="read_sheet"),
    address("sinh-hoat/lich/<int:pk>/sua/", pages.reappoint, permission=EDIT, name="reappoint"),
    address("sinh-hoat/lich/<int:pk>/bo/", pages.cancel, permission=EDIT, name="cancel"),
    address("sinh-hoat/lich/<int:pk>/thong-nhat/", pages.agree, permission=EDIT, name="agree"),
    address("sinh-hoat/diem/", pages.scores, permission=VIEW, name="scores"),
    address("sinh-hoat/diem/cach-cham/", pages.rule, permission=RULES, name="rule"),
    address("sinh-hoat/da-ke/<int:pk>/", pages.tellings, permission=ATTEND, name="tellings"),
    address("sinh-hoat/<int:pk>/", pages.show, permission=ATTEND, name="show"),
    address("sinh-hoat/<int:pk>/sua/", pages.edit, permission=EDIT, name="edit"),
    address("sinh-hoat/<int:pk>/bien-ban/", pages.file, permission=VIEW, name="file"),
    address("sinh-hoat/<int:pk>/bien-ban/word/", pages.minutes, permission=VIEW, name="minutes"),
    address("sinh-hoat/<int:pk>/nghi-quyet/word/", pages.resolution, permission=VIEW, name="resolution"),
    address("sinh-hoat/<int:pk>/tu-cham/", pages.score, permission=EDIT, name="score"),
    address("sinh-hoat/<int:pk>/da-dang/", pages.posted, permission=EDIT, name="posted"),
    address("sinh-hoat/<int:pk>/bo/", pages.remove, permission=EDIT, name="remove"),
    address("sinh-hoat/ban-khac/<int:pk>/lay/", pages.answer_take, permission=EDIT, name="answer_take"),
    address("sinh-hoat/ban-khac/<int:pk>/bo/", pages.answer_drop, permission=EDIT, name="answer_drop"),
    address("sinh-hoat/mat-mang.js", pages.offline_worker, permission=EDIT, name="offline_worker"),
    address("sinh-hoat/viec/<int:pk>/", pages.task, permission=EDIT, name="task"),
    address("sinh-hoat/viec/<int:pk>/xong/", pages.task_done, permission=ATTEND, name="task_done"),
]
