"""Addresses of commendations."""

from lantoa.commendations.pages import (
    balance,
    decisions,
    dossiers,
    eligibility,
    judging,
    listing,
    nominating,
    own,
    thanking,
)
from lantoa.people.addresses import address

VIEW, PROPOSE, DECIDE = "commendations.view", "commendations.propose", "commendations.decide"
RULES, APPRAISE = "commendations.rules", "commendations.appraise"
OWN = "people.own"

urlpatterns = [
    address("khen-thuong/", listing.index, permission=VIEW, name="index"),
    address(
        "chuong-trinh/phong-trao/<int:pk>/khen-thuong/",
        listing.of_movement,
        permission=VIEW,
        name="of_movement",
    ),
    address("khen-thuong/can-doi/", balance.balance, permission=DECIDE, name="balance"),
    address("khen-thuong/bieu-duong/", balance.honours, permission=OWN, name="honours"),
    address("khen-thuong/cam-on/", thanking.index, permission=OWN, name="thanks"),
    address("mo-hinh/<int:pk>/loi-cam-on/", thanking.of_practice, permission=OWN, name="thanks_of_practice"),
    address("mo-hinh/<int:pk>/cam-on/", thanking.new, permission=OWN, name="thank"),
    address(
        "khen-thuong/cam-on/<int:pk>/hien/", thanking.let_it_be_shown, permission=OWN, name="thanks_show"
    ),
    address("khen-thuong/cam-on/<int:pk>/rut/", thanking.take_back, permission=OWN, name="thanks_take_back"),
    address("khen-thuong/cua-toi/", own.mine, permission=OWN, name="mine"),
    address("khen-thuong/<int:pk>/cong-bo/", own.consent, permission=OWN, name="consent"),
    address("khen-thuong/<int:pk>/dong-y-cong-bo/", own.agree, permission=OWN, name="agree"),
    address("khen-thuong/<int:pk>/gach-bo/", decisions.strike_out, permission=DECIDE, name="strike_out"),
    address("khen-thuong/tieu-chuan/", eligibility.index, permission=VIEW, name="rules"),
    address("khen-thuong/tieu-chuan/them/", eligibility.write, permission=RULES, name="rule_new"),
    address("khen-thuong/tieu-chuan/co-san/", eligibility.take_ready, permission=RULES, name="rules_ready"),
    address("khen-thuong/tieu-chuan/<int:pk>/", eligibility.write, permission=RULES, name="rule_edit"),
    address(
        "khen-thuong/de-nghi/<int:pk>/can-cu/", eligibility.state, permission=PROPOSE, name="state_years"
    ),
    address(
        "khen-thuong/de-nghi/<int:pk>/can-cu/<int:stated_pk>/bo/",
        eligibility.unstate,
        permission=PROPOSE,
        name="unstate_year",
    ),
    address("khen-thuong/dot/mo/", listing.new_occasion, permission=VIEW, name="occasion_new"),
    address("khen-thuong/quyet-dinh/ghi/", decisions.new, permission=VIEW, name="decision_new"),
    address("khen-thuong/quyet-dinh/<int:pk>/", decisions.show, permission=VIEW, name="decision"),
    address("khen-thuong/quyet-dinh/<int:pk>/word/", decisions.word, permission=VIEW, name="decision_word"),
    address("khen-thuong/quyet-dinh/<int:pk>/trao/", decisions.award, permission=VIEW, name="award"),
    address("khen-thuong/de-nghi/", listing.proposals, permission=VIEW, name="proposals"),
    address("khen-thuong/de-nghi/viet/", nominating.new, permission=PROPOSE, name="proposal_new"),
    address("khen-thuong/de-nghi/<int:pk>/", judging.show, permission=VIEW, name="proposal"),
    address("khen-thuong/de-nghi/<int:pk>/sua/", nominating.edit, permission=PROPOSE, name="proposal_edit"),
    address("khen-thuong/de-nghi/<int:pk>/bo/", nominating.discard, permission=PROPOSE, name="discard"),
    address("khen-thuong/de-nghi/<int:pk>/binh-xet/", judging.vote, permission=PROPOSE, name="vote"),
    address("khen-thuong/de-nghi/<int:pk>/gui/", judging.submit, permission=PROPOSE, name="submit"),
    address(
        "khen-thuong/de-nghi/<int:pk>/tham-dinh/", judging.appraise, permission=APPRAISE, name="appraise"
    ),
    address("khen-thuong/de-nghi/<int:pk>/ho-so/", dossiers.of_proposal, permission=VIEW, name="dossier"),
    address("khen-thuong/dot/<int:pk>/", dossiers.occasion, permission=VIEW, name="occasion"),
    address(
        "khen-thuong/dot/<int:pk>/ho-so/", dossiers.of_occasion, permission=PROPOSE, name="occasion_dossier"
    ),
    address(
        "khen-thuong/quyet-dinh/<int:pk>/giay-khen/",
        dossiers.certificates,
        permission=VIEW,
        name="certificates",
    ),
    address("khen-thuong/de-nghi/<int:pk>/tra-lai/", judging.give_back, permission=DECIDE, name="return"),
    address("khen-thuong/de-nghi/<int:pk>/dong-y/", judging.approve, permission=DECIDE, name="approve"),
    address("khen-thuong/de-nghi/<int:pk>/trinh-len/", judging.send_up, permission=DECIDE, name="send_up"),
    address("khen-thuong/de-nghi/<int:pk>/khong-khen/", judging.decline, permission=DECIDE, name="decline"),
    address("khen-thuong/de-nghi/<int:pk>/quyet-dinh/", judging.decide, permission=DECIDE, name="decide"),
]
