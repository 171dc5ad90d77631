"""Who may use the addresses of people."""

import datetime as dt
from functools import partial

from allauth.mfa.models import Authenticator

from lantoa.people import actions
from lantoa.people.models import OpenSession
from tests.access import Row
from tests.cast import PASSWORD, POSTS, person

NEW_PASSWORD = {"old_password": PASSWORD} | dict.fromkeys(
    ("new_password1", "new_password2"), "them mot cau dai 2027"
)
VIEWERS = " ".join(POSTS)


def prepare(cast):
    """A post that waits for its second person, and one that its holder does not know of yet."""
    ask = partial(actions.appoint, starts=cast.today, by=cast.administrator)
    cast.things["grant"] = ask(cast.colleague.person, unit=cast.cell, role="secretary")
    twice = [person("Bàn Văn Hai", unit) for unit in (cast.cell, cast.other_cell)]
    cast.things["merge"] = actions.merge_people(*twice, by=cast.system)
    cast.things["session"] = OpenSession.objects.create(
        account=cast.account("member"), session_key="nơi khác"
    )
    data = {"name": "Máy cũ", "credential": {}}
    cast.things["passkey"] = Authenticator.objects.create(
        user=cast.account("member"), type="webauthn", data=data
    )
    actions.give_reset_code(cast.account("colleague"), by=cast.administrator)
    cast.things["without_account"] = person("Tẩn A Chín", cast.cell)
    dates = {"starts": cast.today, "ends": cast.today + dt.timedelta(days=9)}
    cast.things["deputy"] = actions.ask_deputy(cast.colleague.person, by=cast.secretary, **dates)
    cast.things["own"] = ask(cast.member.person, unit=cast.cell, role="member")


def asked(cast):
    return [cast.things["grant"].pk]


TABLE = [
    Row("people:slips", allowed="administrator"),
    Row("people:new", allowed="administrator"),
    Row("people:doubles", allowed="administrator"),
    Row("people:merge", args=lambda w: [w.member.person.pk, w.colleague.person.pk], allowed="administrator"),
    Row("people:undo_merge", args=lambda w: [w.things["merge"].pk], method="POST", allowed="administrator"),
    Row("people:edit", args=lambda w: [w.member.person.pk], allowed="administrator"),
    Row("people:transfer", args=lambda w: [w.member.person.pk], allowed="administrator"),
    Row("people:hand_over", args=lambda w: [w.secretary.post_id], allowed="administrator"),
    Row("people:change_password", allowed="everyone", typed=lambda w: NEW_PASSWORD),
    Row("people:prove", allowed="everyone"),
    Row("people:second_key", allowed="everyone"),
    Row("people:new_paper", method="POST", allowed="everyone"),
    Row("people:second_key_off", method="POST", allowed="everyone"),
    Row("people:add_passkey", method="POST", allowed="everyone"),
    Row("people:remove_passkey", args=lambda w: [w.things["passkey"].pk], method="POST", allowed="member"),
    Row("people:end_session", args=lambda w: [w.things["session"].pk], method="POST", allowed="member"),
    Row(
        "people:agree_to_drop",
        args=lambda w: [w.colleague.person.pk],
        method="POST",
        allowed="committee leader",
    ),
    Row("people:stay", method="POST", allowed="everyone"),
    Row("people:choose_post", allowed="everyone"),
    Row("people:me", allowed="everyone"),
    Row("people:deputies", allowed="everyone"),
    Row(
        "people:take_back_deputy",
        args=lambda w: [w.things["deputy"].pk],
        method="POST",
        allowed="secretary",
    ),
    Row("people:end_other_sessions", method="POST", allowed="everyone"),
    Row(
        "people:acknowledge",
        args=lambda w: [w.things["own"].pk],
        method="POST",
        allowed="member",
    ),
    Row("people:grants", allowed="committee leader administrator"),
    Row("people:confirm_all", method="POST", allowed="committee leader administrator"),
    # The commune's committee is below who asked, the province's administrator asked herself.
    Row("people:confirm_grant", args=asked, method="POST", allowed="leader"),
    Row(
        "people:refuse_grant",
        args=asked,
        method="POST",
        data=lambda w: {"reason": "chưa có nghị quyết"},
        allowed="leader",
    ),
    Row("people:withdraw_grant", args=asked, method="POST", allowed="administrator"),
    Row("people:index", allowed=VIEWERS),
    Row(
        "people:show",
        args=lambda w: [w.member.person.pk],
        allowed="secretary committee officer leader inspector administrator",
    ),
    Row(
        "people:appoint",
        args=lambda w: [w.member.person.pk],
        method="POST",
        data=lambda w: {"unit": w.cell.code, "role": "secretary", "reach": "unit", "starts": "01/12/2026"},
        typed=lambda w: {"anyway": "on"},
        allowed="administrator",
    ),
    Row(
        "people:end_post",
        args=lambda w: [w.secretary.post_id],
        method="POST",
        data=lambda w: {"ends": "01/12/2026"},
        allowed="administrator",
    ),
    Row(
        "people:open_account",
        args=lambda w: [w.things["without_account"].pk],
        method="POST",
        data=lambda w: {"sign_in_name": "0912345678"},
        allowed="administrator",
    ),
    Row(
        "people:give_code",
        args=lambda w: [w.account("secretary").person_id],
        method="POST",
        allowed="administrator",
    ),
    Row(
        "people:switch_account",
        args=lambda w: [w.account("secretary").person_id],
        method="POST",
        allowed="administrator",
    ),
]
