"""Who agrees to be named: one's own page, and what the unit writes down for somebody without an account."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.exemplars import actions, queries
from lantoa.exemplars.models import Exemplar, NamedPerson
from lantoa.exemplars.pages.forms import AgreementForm, RemovalForm
from lantoa.foundation import attachments
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import BadInput
from lantoa.foundation.fields import put_refusal
from lantoa.foundation.pages import redirect_with


def naming_me(request: HttpRequest) -> HttpResponse:
    """Every record that names me, each with the button that takes the agreement back."""
    actor = request.actor
    named = queries.naming_me(actor)
    queries.with_names([one.exemplar for one in named], actor.on)
    context = {
        "named": named,
        "practices": queries.practices_naming_me(actor),
        "commendations": queries.commendations_naming_me(actor),
    }
    return render(request, "exemplars/naming_me.html", context)


def _load(request: HttpRequest, pk: int) -> NamedPerson:
    """A name of an exemplar one sees, if it is one's own or one writes for its unit; 404 otherwise."""
    seen = Exemplar.objects.visible_to(request.actor).values("pk")
    named = get_object_or_404(
        NamedPerson.objects.select_related("exemplar__unit", "person"), pk=pk, exemplar__in=seen
    )
    if not queries.is_named(request.actor, named) and not queries.may_write(request.actor, named.exemplar):
        raise Http404
    return named


def _back(request: HttpRequest, named: NamedPerson, said: str) -> HttpResponse:
    if queries.is_named(request.actor, named):
        return redirect_with(request, "exemplars:naming_me", said)
    return redirect_with(request, "exemplars:show", said, named.exemplar_id)


@posts_only
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """I agree to be named."""
    named = _load(request, pk)
    actions.agree(named, by=request.actor)
    said = _("Đã ghi đồng chí đồng ý được nêu tên. Rút lại lúc nào cũng được.")
    return _back(request, named, said)


@posts_only
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """I no longer agree; or the unit writes down that she does not."""
    named = _load(request, pk)
    actions.revoke(named, by=request.actor)
    return _back(request, named, _("Đã rút đồng ý. Bài không còn hiện ở nơi nào ngoài đơn vị viết bài."))


def _load_for_its_unit(request: HttpRequest, pk: int) -> NamedPerson:
    named = _load(request, pk)
    if not queries.may_write(request.actor, named.exemplar):
        raise Http404
    return named


def record(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down an agreement given on paper or by word."""
    named = _load_for_its_unit(request, pk)
    form = AgreementForm(
        request.POST or None, request.FILES or None, initial={"agreed_on": request.actor.on, "way": "paper"}
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_agreement(named, by=request.actor, **form.agreement())
        except BadInput as bad:
            put_refusal(form, bad)
        else:
            said = _("Đã ghi %(name)s đồng ý được nêu tên.") % {"name": named.name}
            return redirect_with(request, "exemplars:show", said, named.exemplar_id)
    return render(
        request, "exemplars/record.html", {"form": form, "named": named, "exemplar": named.exemplar}
    )


def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the name out, words included."""
    named = _load_for_its_unit(request, pk)
    exemplar = named.exemplar
    form = RemovalForm(request.POST or None, initial={"title": exemplar.title, "story": exemplar.story})
    if request.method == "POST" and form.is_valid():
        try:
            actions.remove_name(named, by=request.actor, **form.cleaned_data)
        except BadInput as bad:
            put_refusal(form, bad)
        else:
            return redirect_with(request, "exemplars:show", _("Đã bỏ tên khỏi bài."), exemplar.pk)
    return render(request, "exemplars/remove.html", {"form": form, "named": named, "exemplar": exemplar})


def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The signed paper, for the unit that keeps it and for her who signed it."""
    named = _load(request, pk)
    if named.paper is None:
        raise Http404
    return attachments.serve(named.paper)
