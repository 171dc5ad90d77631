"""What belongs to oneself: the choice of post, what the system knows, the sessions elsewhere."""

from __future__ import annotations

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import BadInput
from lantoa.foundation.menu import HOME, way
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.people import actions, codes, queries, sign_in
from lantoa.people.middleware import CHOSEN, find_actor, key_of
from lantoa.people.models import Membership, OpenSession, Post
from lantoa.people.pages.shared import with_names


def choose_post(request: HttpRequest) -> HttpResponse:
    """Which of one's posts to act with."""
    find_actor(request)
    if request.method == "POST":
        known = {key_of(actor) for actor in request.actors}
        if request.POST.get("as") not in known:
            raise BadInput(_("Vai trò này không còn hiệu lực. Chọn vai trò khác trong danh sách."))
        request.session[CHOSEN] = request.POST["as"]
        return redirect(way(HOME))
    names = organisation.names_of([a.unit.pk for a in request.actors if a.unit], request.actor.on)
    choices = [
        {
            "key": key_of(a),
            "label": a.label,
            "unit": names.get(a.unit.pk) if a.unit else "",
            "current": a == request.actor,
        }
        for a in request.actors
    ]
    return render(request, "people/choose_post.html", {"choices": choices})


def me(request: HttpRequest) -> HttpResponse:
    """What the system knows of me: memberships, posts, account."""
    person = request.actor.person
    context = {
        "person": person,
        "memberships": Membership.objects.filter(person=person).select_related("unit").order_by("-starts"),
        "posts": Post.objects.filter(person=person).select_related("unit", "title").order_by("-starts"),
        "sessions": sign_in.sessions_of(request, request.user),
        "sign_ins": queries.sign_ins_of(person),
        "has_second_key": codes.has_second_key(request.user),
        "new_posts": organisation.with_unit_names(queries.newly_held_by(person), request.actor.on),
    }
    return render(request, "people/me.html", with_names(context, request.actor.on))


@posts_only
def stay(request: HttpRequest) -> HttpResponse:
    """Still here: any click is enough, and this one changes nothing else."""
    return HttpResponse(status=204)


@posts_only
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Signed out on every other machine."""
    actions.end_other_sessions(request.user, by=request.actor)
    update_session_auth_hash(request, request.user)
    sign_in.note_session(request, request.user)
    return redirect_with(request, "people:me", _("Đã thoát khỏi các máy khác."))


@posts_only
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """Signed out at one other machine."""
    open_session = get_object_or_404(OpenSession, pk=pk, account=request.user)
    if open_session.session_key == request.session.session_key:
        raise BadInput(_("Đây là máy đang dùng. Bấm Đăng xuất ở đầu trang."))
    actions.end_session(open_session, by=request.actor)
    return redirect_with(request, "people:me", _("Đã thoát khỏi máy ấy."))
