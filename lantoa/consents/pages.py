"""Who agrees to be named: her own page and buttons, and what others write down for her."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.consents import actions, queries
from lantoa.consents.models import Consent
from lantoa.consents.subjects import kind_of, kinds
from lantoa.consents.words import BY_WORD, ON_PAPER
from lantoa.foundation import attachments
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import DayField, FilesField, PlainForm, capitalised, carry_out
from lantoa.foundation.pages import redirect_with


class AgreementForm(PlainForm):
    """How somebody agreed who did not do so in an account of her own."""

    way = forms.ChoiceField(
        label=gettext_lazy("Đồng ý bằng cách nào"),
        choices=capitalised([one for one in Consent.Way.choices if one[0] in (ON_PAPER, BY_WORD)]),
        widget=forms.RadioSelect,
    )
    agreed_on = DayField(label=gettext_lazy("Ngày đồng ý"))
    paper = FilesField(
        label=gettext_lazy("Giấy đồng ý có chữ ký"),
        most=1,
        required=False,
        help_text=gettext_lazy("Ảnh chụp hoặc bản quét. Chỉ người ấy và đơn vị viết bài xem được."),
    )

    def agreement(self) -> dict[str, Any]:
        """What the action asks for."""
        typed = dict(self.cleaned_data)
        files = typed.pop("paper")
        return typed | {"paper": files[0] if files else None}


def naming_me(request: HttpRequest) -> HttpResponse:
    """Every place that names me, each with the button that takes the agreement back."""
    found = [(kind.section, list(kind.places(request.actor))) for kind in kinds()]
    return render(request, "consents/naming_me.html", {"sections": [one for one in found if one[1]]})


def _load(request: HttpRequest, pk: int) -> Consent:
    """One's own name, or one in something one answers for; 404 otherwise."""
    consent = get_object_or_404(Consent.objects.select_related("person", "paper"), pk=pk)
    if not queries.is_named(request.actor, consent) and not queries.answers_for(request.actor, consent):
        raise Http404
    return consent


def _back(request: HttpRequest, consent: Consent, said: str) -> HttpResponse:
    if queries.is_named(request.actor, consent):
        return redirect_with(request, "consents:naming_me", said)
    return redirect_with(request, consent.subject, said)


@posts_only
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """I agree to be named."""
    consent = _load(request, pk)
    actions.agree(consent, by=request.actor)
    return _back(request, consent, _("Đã ghi đồng chí đồng ý được nêu tên. Rút lại lúc nào cũng được."))


@posts_only
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """I no longer agree; or it is written down that she does not."""
    consent = _load(request, pk)
    actions.revoke(consent, by=request.actor)
    return _back(request, consent, str(kind_of(consent.subject_type).hidden))


def record(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down an agreement given on paper or by word."""
    consent = _load(request, pk)
    if not queries.answers_for(request.actor, consent):
        raise Http404
    first = {"agreed_on": request.actor.on, "way": ON_PAPER}
    form = AgreementForm(request.POST or None, request.FILES or None, initial=first)
    if form.is_bound and carry_out(
        form, lambda **_typed: actions.record_agreement(consent, by=request.actor, **form.agreement())
    ):
        said = _("Đã ghi %(name)s đồng ý được nêu tên.") % {"name": consent.name}
        return redirect_with(request, consent.subject, said)
    return render(request, "consents/record.html", {"form": form, "consent": consent})


def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The signed paper, for who answers for it and for her who signed it."""
    consent = _load(request, pk)
    if consent.paper is None:
        raise Http404
    return attachments.serve(consent.paper)


def moved_to_my_page(request: HttpRequest) -> HttpResponse:
    """The page of before."""
    return redirect("consents:naming_me")


def moved(request: HttpRequest, pk: int, *, kind: str, act: str) -> HttpResponse:
    """An address of before, a button pressed on a page that was open meanwhile included."""
    consent = get_object_or_404(Consent.objects.filter(subject_type__model=kind, former_id=pk))
    page = kind_of(consent.subject_type).removal if act == "remove" else f"consents:{act}"
    return redirect(reverse(page, args=[consent.pk]), preserve_request=True)
