"""Addresses of upkeep."""

from lantoa.people.addresses import PUBLIC, address
from lantoa.upkeep import pages

MANAGE = "upkeep.manage"

urlpatterns = [
    address("van-hanh/", pages.index, permission=MANAGE, name="index"),
    address("van-hanh/chay/", pages.run, permission=MANAGE, name="run"),
    address("van-hanh/sao-luu/", pages.keep, permission=MANAGE, name="keep"),
    address("van-hanh/noi-giu/", pages.name_place, permission=MANAGE, name="name_place"),
    address("van-hanh/noi-giu/<int:pk>/bo/", pages.drop_place, permission=MANAGE, name="drop_place"),
    address("van-hanh/khoa/", pages.make_key, permission=MANAGE, name="make_key"),
    address("van-hanh/doi-chieu-lich-su/", pages.verify, permission=MANAGE, name="verify"),
    address("van-hanh/kiem-tra/", pages.checks, permission=MANAGE, name="checks"),
    address("chung-thu/", pages.certificate, permission=PUBLIC, name="certificate"),
    address("chung-thu/lan-toa.crt", pages.authority, permission=PUBLIC, name="authority"),
    address("suc-khoe/", pages.health, permission=PUBLIC, name="health"),
]
