"""What this room shows in the menu."""

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.menu import HOME, KEEPING, Door

DOORS = (
    Door(
        "todo",
        _("Việc cần làm"),
        "checklist",
        (("portal:todo", ""),),
        short=_("Cần làm"),
        group=KEEPING,
        order=10,
        first="member:1 secretary:1 committee:1 officer:2 leader:1 inspector:2 administrator:1",
    ),
    Door(
        "decisions",
        _("Chờ đồng chí cho ý kiến"),
        "message-2",
        (("portal:decisions", "practices.judge"),),
        short=_("Cho ý kiến"),
        group=KEEPING,
        order=90,
        first="leader:2",
    ),
    Door(
        "history",
        _("Lịch sử"),
        "history",
        (("portal:history", "history.view"), ("portal:history", "history.own")),
        group=KEEPING,
        order=200,
        first="member:8 inspector:8 administrator:6",
    ),
    Door(
        "help",
        _("Trợ giúp"),
        "help",
        (("portal:help", ""),),
        group=KEEPING,
        order=210,
        first="",
    ),
)

FRAME = {
    HOME: "portal:todo",
    "display": "portal:display",
    "help": "portal:help",
    "history": "portal:history",
    "promise": "portal:promise",
}
