"""A list is brought in, mended, dropped and taken back by who has the right to its kind, where she reaches."""

from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.exchange import actions, beside, leaving, queries
from lantoa.exchange.models import Export, Import
from lantoa.exchange.tests.test_lists import PEOPLE, opened
from lantoa.foundation.errors import NotAllowed
from tests.cast import PASSWORD

pytestmark = pytest.mark.django_db


def test_neither_without_the_right_nor_out_of_reach(cast):
    draft, done = opened(cast, PEOPLE), opened(cast, PEOPLE)
    done = actions.carry_out(done, by=cast.administrator)
    far = replace(cast.administrator, unit=cast.far)
    powerless = replace(cast.administrator, permissions=frozenset())
    for nobody in (far, powerless, cast.member):
        for act in (
            lambda by: opened(cast, PEOPLE, by=by),
            lambda by: actions.mend(draft, by=by, cells={}, answers={}),
            lambda by: actions.carry_out(draft, by=by),
            lambda by: beside.start(draft, by=by),
            lambda by: actions.drop(draft, by=by),
            lambda by: actions.undo(done, by=by),
        ):
            with pytest.raises(NotAllowed):
                act(nobody)
        assert not Import.objects.visible_to(nobody).exists()
    assert done in Import.objects.visible_to(cast.administrator)


def test_a_list_with_posts_is_written_by_who_showed_a_key_in_the_last_five_minutes(cast, settings):
    client, draft = cast.client("administrator"), opened(cast, PEOPLE)
    page = client.get(draft.get_absolute_url())
    settings.LANTOA_NOW = "2026-11-16T08:06:00+07:00"
    typed = {"viec": "nhap", "so-dong": str(len(page.context["looked"].to_write))}
    asked = client.post(draft.get_absolute_url(), typed)["Location"]
    assert asked.startswith(reverse("people:prove"))
    draft.refresh_from_db()
    assert draft.state == Import.State.DRAFT
    assert client.post(asked, {"password": PASSWORD})["Location"] == draft.get_absolute_url()
    client.post(draft.get_absolute_url(), typed)
    draft.refresh_from_db()
    assert draft.state == Import.State.DONE


def test_a_list_that_one_may_not_read_does_not_go_out(cast):
    client = cast.client("administrator")
    shut = [code for code, kind in queries.kinds().items() if not cast.administrator.may(kind.views)]
    answers = {code: client.get(reverse("exchange:export", args=[code])).status_code for code in shut[:3]}
    assert len(answers) == 3 and set(answers.values()) == {404}
    assert client.get(reverse("exchange:export", args=["people"])).status_code == 200


def test_no_file_is_asked_for_of_a_list_that_one_may_not_read_or_of_a_unit_out_of_reach(cast):
    kinds = queries.kinds()
    shut = next(kind for kind in kinds.values() if not cast.administrator.may(kind.views))
    for kind, unit, by in (
        (shut, cast.province, cast.administrator),
        (kinds["people"], cast.far, cast.secretary),
    ):
        with pytest.raises(NotAllowed):
            leaving.start(kind, unit, by=by)
    assert not Export.objects.exists()
