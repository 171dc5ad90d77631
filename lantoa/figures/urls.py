"""Addresses of figures."""

from lantoa.figures.pages import behind, declaring, grid, keeping, procedures, reading, stages
from lantoa.people.addresses import address

VIEW, KEEP = "figures.view", "figures.indicators"

urlpatterns = [
    address("so-lieu/", reading.index, permission=VIEW, name="index"),
    address("so-lieu/khai-bao/", declaring.declared, permission=VIEW, name="declared"),
    address("so-lieu/khai-bao/khai/", declaring.declare, permission="figures.declare", name="declare"),
    address("so-lieu/khai-bao/bang/<str:code>/", grid.grid, permission="figures.declare", name="grid"),
    address(
        "so-lieu/khong-phat-sinh/<int:pk>/rut/",
        declaring.take_back_nothing,
        permission="figures.declare",
        name="take_back_nothing",
    ),
    address("so-lieu/chi-tieu/", keeping.index, permission=VIEW, name="indicators"),
    address("so-lieu/chi-tieu/them/", keeping.new, permission=KEEP, name="indicator_new"),
    address("so-lieu/chi-tieu/thu-tuc/", procedures.procedures, permission=KEEP, name="procedures"),
    address("so-lieu/chi-tieu/dem-duoc/", keeping.count_besides, permission=KEEP, name="count_besides"),
    address("so-lieu/chi-tieu/co-san/<str:code>/bat/", keeping.switch_on, permission=KEEP, name="switch_on"),
    address("so-lieu/chi-tieu/<int:pk>/sua/", keeping.edit, permission=KEEP, name="indicator_edit"),
    address("so-lieu/chi-tieu/<int:pk>/thoi/", keeping.stop, permission=KEEP, name="indicator_stop"),
    address("so-lieu/chi-tieu/<int:pk>/khai-lai/", keeping.resume, permission=KEEP, name="indicator_resume"),
    address("so-lieu/cach-neu/", keeping.saying, permission=KEEP, name="saying"),
    address("so-lieu/cach-neu/<int:pk>/bo/", keeping.say_exactly, permission=KEEP, name="say_exactly"),
    address("so-lieu/giai-doan/", stages.stages, permission=VIEW, name="stages"),
    address("so-lieu/giai-doan/<int:pk>/bo/", stages.stage_drop, permission=VIEW, name="stage_drop"),
    address(
        "so-lieu/<str:code>/khong-phat-sinh/",
        declaring.say_nothing,
        permission="figures.declare",
        name="say_nothing",
    ),
    address("so-lieu/<str:code>/", behind.records, permission=VIEW, name="records"),
]
