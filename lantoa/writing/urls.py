"""Addresses of writing."""

from lantoa.people.addresses import address
from lantoa.writing.pages import advice, phrases

WRITE, PHRASES = "registrations.write", "writing.phrases"

urlpatterns = [
    address("goi-y/", advice.advice, permission=WRITE, name="advice"),
    address("goi-y/da-can-nhac/", advice.considered, permission=WRITE, name="considered"),
    address("cau-mau/", phrases.index, permission=PHRASES, name="phrases"),
    address("cau-mau/<int:pk>/thoi-dung/", phrases.retire, permission=PHRASES, name="retire_phrase"),
    address("cau-mau/<int:pk>/dung-lai/", phrases.restore, permission=PHRASES, name="restore_phrase"),
]
