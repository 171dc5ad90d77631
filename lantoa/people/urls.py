"""Addresses of people and of signing in."""

from lantoa.people import pages
from lantoa.people.addresses import PUBLIC, SIGNED_IN, address

urlpatterns = [
    address("dang-nhap/", pages.sign_in, permission=PUBLIC, name="sign_in"),
    address("dang-xuat/", pages.sign_out, permission=PUBLIC, name="sign_out"),
    address("dat-lai-mat-khau/", pages.reset, permission=PUBLIC, name="reset"),
    address("dat-lai-mat-khau/moi/", pages.set_password, permission=PUBLIC, name="set_password"),
    address("doi-mat-khau/", pages.change_password, permission=SIGNED_IN, name="change_password"),
    address("vai-tro/", pages.choose_post, permission=SIGNED_IN, name="choose_post"),
    address("toi/", pages.me, permission="people.own", name="me"),
    address("nguoi/", pages.index, permission="people.view", name="index"),
    address("nguoi/<int:pk>/", pages.show, permission="people.view", name="show"),
    address("nguoi/<int:pk>/giao-chuc-vu/", pages.appoint, permission="people.manage_posts", name="appoint"),
    address("chuc-vu/<int:pk>/ket-thuc/", pages.end_post, permission="people.manage_posts", name="end_post"),
    address(
        "nguoi/<int:pk>/tai-khoan/mo/",
        pages.open_account,
        permission="people.manage_accounts",
        name="open_account",
    ),
    address(
        "nguoi/<int:pk>/tai-khoan/ma/", pages.give_code, permission="people.manage_accounts", name="give_code"
    ),
    address(
        "nguoi/<int:pk>/tai-khoan/khoa/",
        pages.switch_account,
        permission="people.manage_accounts",
        name="switch_account",
    ),
]
