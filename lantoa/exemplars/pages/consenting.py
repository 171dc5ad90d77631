"""A name is taken out of an exemplar, words included."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.consents.models import Consent
from lantoa.exemplars import actions, naming
from lantoa.exemplars.models import Exemplar
from lantoa.exemplars.pages.forms import RemovalForm
from lantoa.foundation.fields import carry_out
from lantoa.foundation.pages import redirect_with


def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the name out, words included."""
    named = get_object_or_404(Consent.objects.about(Exemplar), pk=pk)
    exemplar: Exemplar = named.subject
    if not naming.answers_for(request.actor, exemplar):
        raise Http404
    form = RemovalForm(request.POST or None, initial={"title": exemplar.title, "story": exemplar.story})
    if form.is_bound and carry_out(
        form, lambda **typed: actions.remove_name(named, by=request.actor, **typed)
    ):
        return redirect_with(request, exemplar, _("Đã bỏ tên khỏi bài."))
    return render(request, "exemplars/remove.html", {"form": form, "named": named, "exemplar": exemplar})
