"""Addresses of one's own data, of the desk that answers, of the registers."""

from lantoa.people.addresses import address
from lantoa.personal_data.pages import desk, emergency, erasing, incidents, on_paper, own, registers

OWN, ANSWER, REGISTERS = "people.own", "personal_data.answer", "personal_data.registers"
BOOK, OPEN = "personal_data.emergencies", "personal_data.ask_to_open"

urlpatterns = [
    address("toi/du-lieu/", own.index, permission=OWN, name="index"),
    address("toi/du-lieu/tep/", own.download, permission=OWN, name="download"),
    address("toi/du-lieu/yeu-cau/moi/", own.ask, permission=OWN, name="ask"),
    address("toi/du-lieu/yeu-cau/<int:pk>/", own.own_request, permission=OWN, name="own_request"),
    address("toi/du-lieu/yeu-cau/<int:pk>/rut/", own.withdraw, permission=OWN, name="withdraw"),
    address("toi/du-lieu/yeu-cau/<int:pk>/bo-han-che/", own.lift, permission=OWN, name="lift"),
    address("toi/du-lieu/yeu-cau/<int:pk>/to-giay/", on_paper.own_scan, permission=OWN, name="own_scan"),
    address("du-lieu-ca-nhan/", desk.desk, permission=ANSWER, name="desk"),
    address("du-lieu-ca-nhan/yeu-cau/tren-giay/", on_paper.enter, permission=ANSWER, name="enter"),
    address("du-lieu-ca-nhan/yeu-cau/<int:pk>/to-giay/", on_paper.scan, permission=ANSWER, name="scan"),
    address("du-lieu-ca-nhan/yeu-cau/<int:pk>/", desk.show, permission=ANSWER, name="request"),
    address("du-lieu-ca-nhan/yeu-cau/<int:pk>/tiep-nhan/", desk.take, permission=ANSWER, name="take"),
    address("du-lieu-ca-nhan/yeu-cau/<int:pk>/gia-han/", desk.extend, permission=ANSWER, name="extend"),
    address("du-lieu-ca-nhan/han/", desk.terms, permission=ANSWER, name="terms"),
    address("du-lieu-ca-nhan/so-yeu-cau/", registers.register, permission=REGISTERS, name="register"),
    address("du-lieu-ca-nhan/so-xu-ly/", registers.processing, permission=OWN, name="processing"),
    address("du-lieu-ca-nhan/so-xu-ly/<slug:code>/", registers.purpose, permission=ANSWER, name="purpose"),
    address("du-lieu-ca-nhan/su-co/", incidents.index, permission=ANSWER, name="incidents"),
    address("du-lieu-ca-nhan/su-co/moi/", incidents.new, permission=ANSWER, name="incident_new"),
    address("du-lieu-ca-nhan/su-co/han/", incidents.hours, permission=ANSWER, name="incident_hours"),
    address("du-lieu-ca-nhan/su-co/<int:pk>/", incidents.show, permission=ANSWER, name="incident"),
    address("du-lieu-ca-nhan/su-co/<int:pk>/sua/", incidents.mend, permission=ANSWER, name="incident_mend"),
    address(
        "du-lieu-ca-nhan/su-co/<int:pk>/xong/", incidents.close, permission=ANSWER, name="incident_close"
    ),
    address(
        "du-lieu-ca-nhan/su-co/<int:pk>/in/", incidents.print_one, permission=ANSWER, name="incident_print"
    ),
    address("du-lieu-ca-nhan/yeu-cau/<int:pk>/xoa/", erasing.erase, permission=ANSWER, name="erase"),
    address("du-lieu-ca-nhan/mo-khan-cap/", emergency.index, permission=BOOK, name="emergencies"),
    address("du-lieu-ca-nhan/mo-khan-cap/moi/", emergency.ask, permission=OPEN, name="emergency_new"),
    address("du-lieu-ca-nhan/mo-khan-cap/<int:pk>/", emergency.show, permission=BOOK, name="emergency"),
    address(
        "du-lieu-ca-nhan/mo-khan-cap/<int:pk>/dong-y/",
        emergency.agree,
        permission="personal_data.agree_to_open",
        name="emergency_agree",
    ),
    address(
        "du-lieu-ca-nhan/mo-khan-cap/<int:pk>/dong/", emergency.end, permission=BOOK, name="emergency_end"
    ),
    address(
        "du-lieu-ca-nhan/mo-khan-cap/<int:pk>/doc/", emergency.read, permission=OPEN, name="emergency_read"
    ),
    address("du-lieu-ca-nhan/luu-giu/", erasing.retention, permission=ANSWER, name="retention"),
    address("du-lieu-ca-nhan/luu-giu/<int:pk>/xoa/", erasing.let_go, permission=ANSWER, name="let_go"),
    address("du-lieu-ca-nhan/luu-giu/<int:pk>/giu/", erasing.keep, permission=ANSWER, name="keep"),
]
