"""Who may use the addresses of people."""

from tests.access import Row
from tests.cast import POSTS

VIEWERS = " ".join(POSTS)

TABLE = [
    Row("people:change_password", allowed="everyone"),
    Row("people:choose_post", allowed="everyone"),
    Row("people:me", allowed="everyone"),
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
        args=lambda w: [w.colleague.person.pk],
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
