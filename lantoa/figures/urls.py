"""Addresses of figures."""

from lantoa.figures import pages
from lantoa.people.addresses import address

urlpatterns = [
    address("so-lieu/", pages.index, permission="figures.view", name="index"),
    address("so-lieu/khai-bao/", pages.declared, permission="figures.view", name="declared"),
    address("so-lieu/khai-bao/khai/", pages.declare, permission="figures.declare", name="declare"),
    address("so-lieu/giai-doan/", pages.stages, permission="figures.view", name="stages"),
    address("so-lieu/giai-doan/<int:pk>/bo/", pages.stage_drop, permission="figures.view", name="stage_drop"),
    address("so-lieu/<str:code>/", pages.records, permission="figures.view", name="records"),
]
