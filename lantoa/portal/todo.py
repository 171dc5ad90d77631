"""What the hall asks of a person: to go on with what she began to type and did not send."""

from __future__ import annotations

from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_moment
from lantoa.foundation.entry import drafts
from lantoa.foundation.todo import Todo
from lantoa.people.actors import Actor
from lantoa.portal.queries import AT_THE_DRAFT

MOST = 5


def items(actor: Actor) -> list[Todo]:
    """Her drafts in this post, newest first."""
    return [
        Todo(
            _("Viết tiếp: %(page)s") % {"page": one},
            f"{one.place}{AT_THE_DRAFT}",
            _("Viết tiếp"),
            note=_("Lưu nháp lúc %(at)s, chưa gửi") % {"at": show_moment(one.saved_at)},
        )
        for one in drafts.unsent(actor)[:MOST]
    ]
