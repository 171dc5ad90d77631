"""Two fingers, two windows, two people at the very same moment: real connections, real transactions."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from lantoa.foundation.models import Edited, Sent
from lantoa.foundation.tests.forms import Form
from lantoa.outreach.models import CitizenOpinion
from lantoa.study import actions as study
from lantoa.study.models import StudyClass
from tests.cast import build

pytestmark = [pytest.mark.alone, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
NEW = reverse("outreach:opinions_new")


def at_once(*sendings):
    """Everybody presses at the same moment; the answers in order."""

    def press(sending):
        try:
            return sending()
        finally:
            connection.close()

    # The in-memory SQLite of the tests has one writer by nature: there one comes right after the other.
    with ThreadPoolExecutor(len(sendings) if connection.vendor == "postgresql" else 1) as people:
        return list(people.map(press, sendings))


def same_browser(client):
    other = Client()
    other.cookies = client.cookies
    return other


def test_three_clicks_on_a_slow_line_are_one_record():
    cast = build()
    form = Form(cast.client("secretary"), NEW)
    form.data["text"] = "Đường liên thôn đọng nước."
    clicks = [lambda: form.send(by=same_browser(form.client)) for _ in range(3)]
    answers = at_once(*clicks)
    assert CitizenOpinion.objects.count() == 1 and Sent.objects.count() == 1
    assert {answer["Location"] for answer in answers} == {reverse("outreach:opinions")}


def test_of_two_who_save_at_the_same_moment_one_is_asked():
    cast = build()
    one = study.record_class(
        unit=cast.cell, topic="Nghị quyết", held_on=cast.today, party_attended=9, party_summoned=10,
        level="cell", form="direct", by=cast.secretary,
    )  # fmt: skip
    page = reverse("study:edit", args=[one.pk])
    hers, his = Form(cast.client("secretary"), page), Form(cast.client("committee"), page)
    answers = at_once(lambda: hers.send(speaker="Trần Hùng"), lambda: his.send(speaker="Vũ Đức"))
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    first = next(n for n, answer in enumerate(answers) if answer.status_code == 302)
    assert StudyClass.objects.get().speaker == ["Trần Hùng", "Vũ Đức"][first]
    assert Edited.objects.count() == 1
