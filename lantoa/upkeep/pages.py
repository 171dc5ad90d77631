"""The administrator's page of upkeep, and the address for probes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from lantoa.foundation import clock, replay, sealing
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.fields import PlainForm, TextField, carry_out
from lantoa.foundation.models import Seal
from lantoa.foundation.pages import redirect_with
from lantoa.people import sign_in
from lantoa.people.actors import keeps_lists
from lantoa.upkeep import actions, queries, rules
from lantoa.upkeep.models import Checked, KeepPlace, KeptCopy

HERE = "upkeep:index"
DOOR = "upkeep"  # under which wrong passwords are counted
KEEPING, KEY, PLACE = "sao-luu", "khoa", "noi"


class PasswordForm(PlainForm):
    """Who does this is asked for her password again."""

    password = forms.CharField(
        label=gettext_lazy("Mật khẩu của đồng chí"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class PlaceForm(PasswordForm):
    """Another folder for copies."""

    path = TextField(
        label=gettext_lazy("Thư mục ở đĩa khác"),
        max_length=500,
        widget=forms.TextInput(attrs={"list": "dia-dang-cam", "autocomplete": "off"}),
        help_text=gettext_lazy("Đường dẫn đầy đủ trên máy chủ, ví dụ /media/usb/lan-toa."),
    )
    field_order = ("path", "password")


def of_the_machine(page: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The machine holds everybody's data: who administers a part of the tree keeps neither it nor its copies."""

    @wraps(page)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        rules.must_keep_the_machine(keeps=keeps_lists(request.actor))
        return page(request, *args, **kwargs)

    return kept


def index(request: HttpRequest) -> HttpResponse:
    """What ran, what is late, which copies there are, under which root the history stands; who administers a part of
    the tree reads who keeps the machine."""
    if not keeps_lists(request.actor):
        keepers = queries.keepers_of_the_machine(request.actor.on)
        return render(request, "upkeep/kept_above.html", {"keepers": keepers})
    return _page(request)


def _page(
    request: HttpRequest,
    *,
    keeping: PasswordForm | None = None,
    key: PasswordForm | None = None,
    place: PlaceForm | None = None,
) -> HttpResponse:
    """The page; with a form that came back, where the password was wrong."""
    now, copy = clock.now(), queries.last_copy()
    second, places, lines = queries.last_second_copy(), queries.places(), queries.lines(now)
    context = {
        "naming": place or PlaceForm(prefix=PLACE),
        "second_is_late": rules.is_copy_late(second.at if second else None, now),
        "keeping": keeping or PasswordForm(prefix=KEEPING),
        "making_key": key or PasswordForm(prefix=KEY),
        "came_back": keeping or key or place,
        "to_look_at": [line for line in lines if line.is_late],
        "as_they_should": [line for line in lines if not line.is_late],
        "copies": KeptCopy.objects.all()[:10],
        "restoring_takes": queries.minutes_to_restore(),
        "plugged_in": queries.plugged_in(),
        "told": actions.TOLD,
        "copy_is_late": rules.is_copy_late(copy.at if copy else None, now),
        "places": places,
        "one_place": not any(one.counts for one in places),
        "has_key": bool(queries.public_key()),
        "uses_sqlite": "sqlite" in settings.DATABASES["default"]["ENGINE"],
        "is_secure": request.is_secure(),
        "certificate_ends": queries.ends_at(),
        "seal": Seal.objects.order_by("-pk").first(),
        "seal_places": [(place, bool(sealing.written_at(place))) for place in sealing.places()],
    }
    return render(request, "upkeep/index.html", context, status=400 if keeping or key or place else 200)


@posts_only
@of_the_machine
def run(request: HttpRequest) -> HttpResponse:
    """One task, now."""
    made = actions.run_task(request.POST.get("task", ""), by=request.actor)
    if not made.is_good:
        raise Conflict(made.said)
    return redirect_with(request, HERE, made.said)


def _knows_the_password(request: HttpRequest, form: PasswordForm) -> bool:
    """Whether it was right; if not, the form says so beside its box."""
    return bool(carry_out(form, lambda password: _must_be_the_password(request, password)))


def _must_be_the_password(request: HttpRequest, typed: str) -> None:
    """What gives everything away asks again; guessing it shuts the door like the one of sign-in."""
    name = request.user.sign_in_name
    if sign_in.is_shut(request, DOOR, name):
        raise BadInput(_("Đã nhập sai nhiều lần. Thử lại sau 5 phút."), "password")
    is_right = request.user.check_password(typed)
    if not is_right:
        sign_in.note_wrong_try(request, DOOR, name)
    rules.must_be_the_password(is_right=is_right)


@posts_only
@of_the_machine
def keep(request: HttpRequest) -> HttpResponse:
    """A copy, now."""
    form = PasswordForm(request.POST, prefix=KEEPING)
    if not _knows_the_password(request, form):
        return _page(request, keeping=form)
    made = actions.run_task("upkeep.keep", by=request.actor)
    if not made.is_good:
        raise Conflict(made.said)
    return redirect_with(request, HERE, _("Đã sao lưu và thử khôi phục: %(said)s") % {"said": made.said})


@posts_only
@of_the_machine
def name_place(request: HttpRequest) -> HttpResponse:
    """Copies go to this folder too."""

    def act(path: str, password: str) -> KeepPlace:
        _must_be_the_password(request, password)
        return actions.name_place(path, by=request.actor)

    form = PlaceForm(request.POST, prefix=PLACE)
    made = carry_out(form, act)
    if not made:
        return _page(request, place=form)
    said = _("Từ nay bản sao ghi thêm vào %(path)s. Bấm Sao lưu ngay để có bản đầu tiên ở đó.")
    return redirect_with(request, HERE, said % {"path": made.path})


@posts_only
@of_the_machine
def drop_place(request: HttpRequest, pk: int) -> HttpResponse:
    """No further copies go there."""
    place = get_object_or_404(KeepPlace, pk=pk)
    actions.drop_place(place, by=request.actor)
    return redirect_with(request, HERE, _("Không ghi thêm bản sao vào %(path)s nữa.") % {"path": place.path})


@posts_only
@of_the_machine
@never_cache
def make_key(request: HttpRequest) -> HttpResponse:
    """A new key for copies; its private half is shown this once, to be printed."""
    form = PasswordForm(request.POST, prefix=KEY)
    if not _knows_the_password(request, form):
        return _page(request, key=form)
    private = actions.make_key()
    context = {
        "shown": rules.in_groups(private),
        "public": queries.public_key(),
        "at": clock.now(),
        "told": actions.TOLD,
    }
    return render(request, "upkeep/key.html", context)


@posts_only
@of_the_machine
def verify(request: HttpRequest) -> HttpResponse:
    """Compare the history with its seals, now."""
    found = sealing.verify()
    if found.fault:
        raise Conflict(found.fault.said)
    if wrong := replay.first_wrong():
        raise Conflict(wrong.said)
    said = _(
        "%(n)s sự kiện đúng như lúc niêm phong; %(waiting)s chưa niêm phong. Người làm đều giữ quyền ấy vào ngày ấy."
    )
    return redirect_with(request, HERE, said % {"n": found.checked, "waiting": found.waiting})


@of_the_machine
def checks(request: HttpRequest) -> HttpResponse:
    """Every sentence that should be true of the data, and what made it false when it was last asked; asked anew."""
    if request.method == "POST":
        actions.ask_for("upkeep.check_data", by=request.actor)
        return redirect("upkeep:checks")
    kept = Checked.objects.first()
    found = queries.kept_checks(kept)
    context = {
        "kept": kept,
        "found": found,
        "wrong": sum(bool(one.count) for one in found),
        "unasked": sum(one.count is None for one in found),
        "under_way": queries.asked_for("upkeep.check_data", clock.now()),
    }
    return render(request, "upkeep/checks.html", context)


def certificate(request: HttpRequest) -> HttpResponse:
    """How a phone of the office comes to trust this machine; 404 while it has no certificate of its own."""
    told = queries.fingerprint()
    if not told:
        raise Http404
    return render(request, "upkeep/certificate.html", {"fingerprint": told, "port": settings.HTTPS_PORT})


def authority(request: HttpRequest) -> HttpResponse:
    """The certificate to trust, as phones take it. 404 while there is none."""
    if not queries.authority_file().exists():
        raise Http404
    found = queries.authority_file().read_bytes()
    response = HttpResponse(found, content_type="application/x-x509-ca-cert")
    response["Content-Disposition"] = 'attachment; filename="lan-toa.crt"'
    return response


@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """For probes, without signing in: four words, no figures. 503 when the database is away."""
    said = queries.health(clock.now())
    return JsonResponse(said, status=503 if said["database"] != "ok" else 200)
