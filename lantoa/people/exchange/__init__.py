"""The list of people, and of posts: who belongs where, who holds which post, who signs in how.

A list never moves anybody to another cell (a move needs a day) and never empties what is known. A post that gives
rights over others waits for a second person, as everywhere.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from lantoa.foundation.exchange import Kind
from lantoa.foundation.rights import SHEET, right_to_read
from lantoa.people.exchange.columns import COLUMNS, ONE_WORD, WITH_PHONES
from lantoa.people.exchange.leaving import count, rows
from lantoa.people.exchange.planning import plan
from lantoa.people.exchange.posts import POSTS
from lantoa.people.exchange.writing import undo, write

# Which right each column needs is a row of the one table of fields, in this room's `permissions`.
ASKED = ("born_on", "card_number", "phone", "email")
ACCOUNTS = "people.manage_accounts"
PEOPLE = Kind(
    code="people",
    label=gettext_lazy("Người, chức vụ, tài khoản"),
    imports=ACCOUNTS,
    views="people.view",
    columns=COLUMNS,
    plan=plan,
    write=write,
    undo=undo,
    rows=rows,
    count=count,
    names_persons=True,
    gives_posts=True,
    private={name: right_to_read(f"people.{name}", SHEET) for name in ASKED},
    hint=gettext_lazy("Mỗi dòng một người, có chi bộ; thêm chức vụ, điện thoại nếu có."),
    options=(
        (WITH_PHONES, gettext_lazy("Mở tài khoản theo số điện thoại cho người chưa có")),
        (ONE_WORD, gettext_lazy("Nhận cả tên chỉ có một chữ, đã đối chiếu giấy tờ")),
    ),
)
KINDS = [PEOPLE, POSTS.kind]
