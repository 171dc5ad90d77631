"""A process of its own for what takes long: the worker of upkeep where it runs, else one started for this alone."""

from __future__ import annotations

import subprocess
import sys

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django_q.tasks import async_task

from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput
from lantoa.people import actors
from lantoa.people.actors import Actor
from lantoa.people.models import Post
from lantoa.upkeep import queries as upkeep
from lantoa.upkeep import rules as worker


def hand_over(work: str, command: str, pk: int) -> None:
    """`work` is the dotted name of what the worker calls with this key; `command` does the same from `manage.py`."""
    if not worker.has_stopped(upkeep.last_beat(), clock.now()):
        async_task(work, pk)
        return
    words = [sys.executable, str(settings.BASE_DIR / "manage.py"), command, str(pk)]
    quiet = subprocess.DEVNULL
    subprocess.Popen(
        words, cwd=settings.BASE_DIR, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )


def doer(post_id: int | None, person_id: int, request_id: str) -> Actor:
    """Who asked, with the post she asked in, as it stands today. BadInput when it has ended."""
    on = timezone.localdate(clock.now())
    posts = Post.objects.on(on).select_related("person", "unit", "title", "stands_for")
    post = posts.filter(pk=post_id).first() if post_id else None
    if post is None or post.person_id != person_id:
        raise BadInput(_("Chức vụ dùng để làm việc này đã kết thúc. Người đang giữ chức vụ làm lại."))
    return actors.as_post(post, on, request_id=request_id).for_one_request()
