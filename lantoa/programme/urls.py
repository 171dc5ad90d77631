"""Addresses of the programme and of the plans."""

from lantoa.people.addresses import address
from lantoa.programme import pages

VIEW, EDIT = "programme.view", "programme.edit"

urlpatterns = [
    address("chuong-trinh/", pages.index, permission=VIEW, name="index"),
    address("chuong-trinh/doi-ten/", pages.begin, permission=EDIT, name="begin"),
    address("chuong-trinh/can-cu/moi/", pages.basis_new, permission=EDIT, name="basis_new"),
    address("chuong-trinh/can-cu/<int:pk>/sua/", pages.basis_edit, permission=EDIT, name="basis_edit"),
    address("danh-muc-chung/", pages.lists, permission=EDIT, name="lists"),
    address("danh-muc-chung/<int:pk>/tra-loi/", pages.answer, permission=EDIT, name="answer_proposal"),
    address("chuong-trinh/chuyen-de/moi/", pages.theme_new, permission=EDIT, name="theme_new"),
    address("chuong-trinh/chuyen-de/<int:pk>/sua/", pages.theme_edit, permission=EDIT, name="theme_edit"),
    address("chuong-trinh/chuyen-de/<int:pk>/tep/", pages.theme_file, permission=VIEW, name="theme_file"),
    address("chuong-trinh/van-ban/", pages.directives, permission=VIEW, name="directives"),
    address("chuong-trinh/van-ban/tu-cap-tren/", pages.lately, permission=VIEW, name="lately"),
    address("chuong-trinh/van-ban/moi/", pages.directive_new, permission=EDIT, name="directive_new"),
    address("chuong-trinh/van-ban/<int:pk>/", pages.directive, permission=VIEW, name="directive"),
    address(
        "chuong-trinh/van-ban/<int:pk>/sua/", pages.directive_edit, permission=EDIT, name="directive_edit"
    ),
    address(
        "chuong-trinh/van-ban/<int:pk>/tep/", pages.directive_file, permission=VIEW, name="directive_file"
    ),
    address(
        "chuong-trinh/van-ban/<int:pk>/da-lam/",
        pages.directive_answer,
        permission=EDIT,
        name="directive_answer",
    ),
    address(
        "chuong-trinh/van-ban/<int:pk>/cap-duoi/",
        pages.directive_below,
        permission=VIEW,
        name="directive_below",
    ),
    address("chuong-trinh/phong-trao/", pages.movements, permission=VIEW, name="movements"),
    address(
        "chuong-trinh/phong-trao/tham-gia/", pages.participations, permission=VIEW, name="participations"
    ),
    address("chuong-trinh/phong-trao/moi/", pages.movement_new, permission=EDIT, name="movement_new"),
    address(
        "chuong-trinh/phong-trao/<int:pk>/sua/", pages.movement_edit, permission=EDIT, name="movement_edit"
    ),
    address("chuong-trinh/phong-trao/<int:pk>/", pages.movement, permission=VIEW, name="movement"),
    address(
        "chuong-trinh/phong-trao/<int:pk>/tong-ket/",
        pages.movement_sum_up,
        permission=EDIT,
        name="movement_sum_up",
    ),
    address(
        "chuong-trinh/phong-trao/<int:pk>/tham-gia/",
        pages.movement_join,
        permission=EDIT,
        name="movement_join",
    ),
    address(
        "chuong-trinh/tham-gia/<int:pk>/sua/",
        pages.participation_edit,
        permission=EDIT,
        name="participation_edit",
    ),
    address(
        "chuong-trinh/tham-gia/<int:pk>/so-ket/",
        pages.participation_review,
        permission=EDIT,
        name="participation_review",
    ),
    address(
        "chuong-trinh/tham-gia/<int:pk>/nguoi/", pages.participants, permission=EDIT, name="participants"
    ),
    address(
        "chuong-trinh/nguoi-tham-gia/<int:pk>/thoi/",
        pages.participant_end,
        permission=EDIT,
        name="participant_end",
    ),
    address(
        "chuong-trinh/so-ket-phong-trao/<int:pk>/sua/",
        pages.movement_review_edit,
        permission=EDIT,
        name="movement_review_edit",
    ),
    address(
        "chuong-trinh/tham-gia/<int:pk>/thoi/",
        pages.participation_leave,
        permission=EDIT,
        name="participation_leave",
    ),
    address("chuong-trinh/ke-hoach/", pages.plans, permission=VIEW, name="plans"),
    address("chuong-trinh/ke-hoach/moi/", pages.plan_new, permission=EDIT, name="plan_new"),
    address("chuong-trinh/ke-hoach/<int:pk>/", pages.plan, permission=VIEW, name="plan"),
    address("chuong-trinh/ke-hoach/<int:pk>/sua/", pages.plan_edit, permission=EDIT, name="plan_edit"),
    address("chuong-trinh/ke-hoach/<int:pk>/trinh/", pages.plan_submit, permission=EDIT, name="plan_submit"),
    address(
        "chuong-trinh/ke-hoach/<int:pk>/tra-lai/", pages.plan_return, permission=EDIT, name="plan_return"
    ),
    address("chuong-trinh/ke-hoach/<int:pk>/ban-hanh/", pages.plan_issue, permission=EDIT, name="plan_issue"),
    address(
        "chuong-trinh/ke-hoach/<int:pk>/tong-ket/", pages.plan_sum_up, permission=EDIT, name="plan_sum_up"
    ),
    address("chuong-trinh/ke-hoach/<int:pk>/so-ket/", pages.plan_review, permission=EDIT, name="plan_review"),
    address("chuong-trinh/ke-hoach/<int:pk>/dong/", pages.plan_close, permission=EDIT, name="plan_close"),
    address("chuong-trinh/ke-hoach/<int:pk>/cap-duoi/", pages.plan_below, permission=VIEW, name="plan_below"),
    address("chuong-trinh/ke-hoach/<int:pk>/word/", pages.plan_word, permission=VIEW, name="plan_word"),
    address("chuong-trinh/ke-hoach/<int:pk>/tep/", pages.plan_file, permission=VIEW, name="plan_file"),
    address("chuong-trinh/viec/<int:pk>/xong/", pages.task_done, permission=EDIT, name="task_done"),
]
