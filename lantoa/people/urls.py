"""Addresses of people and of signing in."""

from lantoa.people.addresses import PUBLIC, SIGNED_IN, address
from lantoa.people.pages import deputies, grants, keeping, merging, own, persons, second_key, sign_in, slips

POSTS, CONFIRM, ACCOUNTS = "people.manage_posts", "people.confirm_posts", "people.manage_accounts"

urlpatterns = [
    address("dang-nhap/", sign_in.sign_in, permission=PUBLIC, name="sign_in"),
    address("dang-nhap/buoc-hai/", second_key.step, permission=PUBLIC, name="second_step"),
    address("dang-nhap/xac-nhan/", second_key.prove, permission=SIGNED_IN, name="prove"),
    address("dang-xuat/", sign_in.sign_out, permission=PUBLIC, name="sign_out"),
    address("dat-lai-mat-khau/", sign_in.reset, permission=PUBLIC, name="reset"),
    address("dat-lai-mat-khau/moi/", sign_in.set_password, permission=PUBLIC, name="set_password"),
    address("doi-mat-khau/", sign_in.change_password, permission=SIGNED_IN, name="change_password"),
    address("toi/o-lai/", own.stay, permission=SIGNED_IN, name="stay"),
    address("vai-tro/", own.choose_post, permission=SIGNED_IN, name="choose_post"),
    address("toi/", own.me, permission="people.own", name="me"),
    address(
        "toi/thoat-may-khac/", own.end_other_sessions, permission="people.own", name="end_other_sessions"
    ),
    address("toi/phien/<int:pk>/thoat/", own.end_session, permission="people.own", name="end_session"),
    address("toi/khoa-thu-hai/", second_key.index, permission="people.own", name="second_key"),
    address("toi/khoa-thu-hai/ma-du-phong/", second_key.paper, permission="people.own", name="new_paper"),
    address("toi/khoa-thu-hai/may/", second_key.add_passkey, permission="people.own", name="add_passkey"),
    address(
        "toi/khoa-thu-hai/may/<int:pk>/bo/",
        second_key.remove_passkey,
        permission="people.own",
        name="remove_passkey",
    ),
    address("toi/khoa-thu-hai/tat/", second_key.turn_off, permission="people.own", name="second_key_off"),
    address("toi/chuc-vu/<int:pk>/da-biet/", grants.acknowledge, permission="people.own", name="acknowledge"),
    address("toi/nho-thay/", deputies.index, permission="people.own", name="deputies"),
    address(
        "toi/nho-thay/<int:pk>/thoi/", deputies.take_back, permission="people.own", name="take_back_deputy"
    ),
    address("nguoi/", persons.index, permission="people.view", name="index"),
    address("nguoi/moi/", keeping.new, permission=ACCOUNTS, name="new"),
    address("nguoi/trung/", merging.doubles, permission=ACCOUNTS, name="doubles"),
    address("nguoi/<int:pk>/gop/<int:other>/", merging.merge, permission=ACCOUNTS, name="merge"),
    address("nguoi/tach/<int:pk>/", merging.undo, permission=ACCOUNTS, name="undo_merge"),
    address("nguoi/<int:pk>/sua/", keeping.edit, permission=ACCOUNTS, name="edit"),
    address("nguoi/<int:pk>/chuyen/", keeping.transfer, permission=ACCOUNTS, name="transfer"),
    address("chuc-vu/<int:pk>/ban-giao/", keeping.hand_over, permission=POSTS, name="hand_over"),
    address("phieu-ma/", slips.choose, permission=ACCOUNTS, name="slips"),
    address("nguoi/<int:pk>/", persons.show, permission="people.view", name="show"),
    address("nguoi/<int:pk>/giao-chuc-vu/", keeping.appoint, permission=POSTS, name="appoint"),
    address("chuc-vu/<int:pk>/ket-thuc/", persons.end_post, permission=POSTS, name="end_post"),
    address("chuc-vu/cho-xac-nhan/", grants.index, permission=CONFIRM, name="grants"),
    address("chuc-vu/cho-xac-nhan/ca-danh-sach/", grants.confirm_all, permission=CONFIRM, name="confirm_all"),
    address("chuc-vu/de-nghi/<int:pk>/xac-nhan/", grants.confirm, permission=CONFIRM, name="confirm_grant"),
    address("chuc-vu/de-nghi/<int:pk>/khong-dong-y/", grants.refuse, permission=CONFIRM, name="refuse_grant"),
    address("chuc-vu/de-nghi/<int:pk>/rut/", grants.withdraw, permission=POSTS, name="withdraw_grant"),
    address("nguoi/<int:pk>/tai-khoan/mo/", persons.open_account, permission=ACCOUNTS, name="open_account"),
    address("nguoi/<int:pk>/tai-khoan/ma/", persons.give_code, permission=ACCOUNTS, name="give_code"),
    address(
        "nguoi/<int:pk>/tai-khoan/bo-khoa-thu-hai/",
        second_key.agree_to_drop,
        permission=CONFIRM,
        name="agree_to_drop",
    ),
    address(
        "nguoi/<int:pk>/tai-khoan/khoa/", persons.switch_account, permission=ACCOUNTS, name="switch_account"
    ),
]
