"""Nobody is named in public without having agreed, and whoever takes it back is gone from there at once."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lantoa.consents import actions as consents
from lantoa.consents import todo as asking
from lantoa.consents.models import Consent
from lantoa.exemplars import actions, todo
from lantoa.exemplars.actions import Name
from lantoa.exemplars.models import Exemplar
from lantoa.exemplars.tests.stories import name_of, of_a_member, of_the_group, proposed, published
from lantoa.exemplars.told import TOLD
from lantoa.figures.counting import figure
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event

pytestmark = pytest.mark.django_db
TITLE = "Hiến 400 m² đất mở đường vào bản"


def two_named(cast):
    """One with an account, one known by name only, who said yes to the secretary."""
    names = [Name("Đỗ Thị Hương", cast.member.person), Name("Lò Thị Én")]
    story = "Hai nhà bàn nhau; Lò Thị Én lùi rào trước."
    exemplar = of_a_member(cast, names=names, story=story)
    other = exemplar.named.get(name="Lò Thị Én")
    consents.record_agreement(other, by=cast.secretary, way="word", agreed_on=cast.today)
    return published(cast, exemplar)


def told_of(exemplar, verb):
    """Who hears of the act, with the words she reads."""
    event = Event.objects.about(exemplar).filter(verb=verb).last()
    found = [news for one in TOLD if verb in one.verbs for news in one.tell(event)]
    return {(person, news.title, news.note) for news in found for person in news.to}


def test_whoever_is_named_is_told_when_it_is_proposed_published_and_taken_out(cast):
    exemplar = published(cast, of_a_member(cast))
    hers = cast.member.person.pk
    proposed_one = f"Bài “{TITLE}” nêu tên đồng chí đã được đề nghị công bố"
    assert told_of(exemplar, "exemplar.proposed") == {(hers, proposed_one, "")}
    assert (hers, f"Bài “{TITLE}” nêu tên đồng chí đã được công bố", "") in told_of(
        exemplar, "exemplar.published"
    )
    actions.withdraw(exemplar, by=cast.secretary, reason="Gia đình chuyển đi")
    assert told_of(exemplar, "exemplar.withdrawn") == {
        (hers, f"Bài “{TITLE}” nêu tên đồng chí đã được rút", "Gia đình chuyển đi")
    }


def library(cast, who="far_secretary"):
    return cast.client(who).get(reverse("exemplars:index")).content.decode()


def test_she_is_asked_first_in_her_own_list_of_things_to_do(cast):
    exemplar = proposed(cast, of_a_member(cast))
    assert [str(one.title) for one in asking.items(cast.member)] == [
        "Đồng chí được nêu tên trong 1 bài gương, điển hình"
    ]
    client = cast.client("member")
    page = client.get(reverse("consents:naming_me")).content.decode()
    assert TITLE in page and "chưa trả lời" in page
    client.post(reverse("consents:agree", args=[name_of(exemplar).pk]))
    one = name_of(exemplar)
    assert (one.way, one.agreed_on, one.recorded_by) == ("own_account", cast.today, "")
    assert list(asking.items(cast.member)) == []


def test_one_button_on_her_own_page_and_it_is_gone_from_everywhere_at_once(cast):
    exemplar = published(cast, of_a_member(cast))
    year = Period.year(2026)
    assert TITLE in library(cast)
    assert figure("exemplars.published", unit=cast.province, period=year).exact == 1
    client = cast.client("member")
    assert "Rút đồng ý nêu tên" in client.get(reverse("consents:naming_me")).content.decode()
    client.post(reverse("consents:revoke", args=[name_of(exemplar).pk]))
    for who in ("far_secretary", "committee", "officer", "leader", "inspector", "other_secretary"):
        assert TITLE not in library(cast, who)
        assert cast.client(who).get(exemplar.get_absolute_url()).status_code == 404
    for code in ("published", "published_total", "results"):
        assert figure(f"exemplars.{code}", unit=cast.province, period=year).exact == 0
    kept = cast.client("secretary").get(exemplar.get_absolute_url()).content.decode()
    assert "Bài đang ẩn" in kept and "đã rút đồng ý" in kept
    assert "Đang ẩn" not in library(cast, "secretary")
    assert [str(one.title) for one in todo.items(cast.secretary)] == [
        f"Bài đang ẩn vì có người rút đồng ý: {TITLE}"
    ]


def test_she_may_agree_again(cast):
    exemplar = published(cast, of_a_member(cast))
    consents.revoke(name_of(exemplar), by=cast.member)
    consents.agree(name_of(exemplar), by=cast.member)
    assert Exemplar.objects.published().get() == exemplar
    with pytest.raises(Conflict):
        consents.agree(name_of(exemplar), by=cast.member)


def test_one_of_two_takes_it_back_and_it_stays_hidden_until_her_name_is_out(cast):
    exemplar = two_named(cast)
    other = exemplar.named.get(name="Lò Thị Én")
    consents.revoke(other, by=cast.secretary)
    assert TITLE not in library(cast)
    client = cast.client("secretary")
    address = reverse("exemplars:remove_name", args=[other.pk])
    refused = client.post(address, {"title": TITLE, "story": exemplar.story}).content.decode()
    assert "Trong bài còn nêu “Lò Thị Én”" in refused
    client.post(address, {"title": TITLE, "story": "Hai nhà bàn nhau rồi cùng lùi rào."})
    assert TITLE in library(cast)
    assert [one.name for one in Consent.objects.all()] == ["Đỗ Thị Hương"]
    found = cast.client("far_secretary").get(reverse("exemplars:index"), {"tim": "lo thi en"})
    assert TITLE not in found.content.decode(), "the name no longer finds it"


def test_the_only_name_of_a_persons_deed_cannot_be_taken_out(cast):
    exemplar = of_a_member(cast)
    with pytest.raises(BadInput, match="bài của tập thể, hoặc rút bài"):
        actions.remove_name(name_of(exemplar), by=cast.secretary, title="A", story="B")


def test_a_paper_is_asked_for_kept_and_shown_to_its_unit_and_to_her_only(cast):
    named = name_of(of_a_member(cast))
    with pytest.raises(BadInput, match="Đính kèm"):
        consents.record_agreement(named, by=cast.secretary, way="paper", agreed_on=cast.today)
    client = cast.client("secretary")
    typed = {"way": "paper", "agreed_on": "15/11/2026", "paper": SimpleUploadedFile("a.pdf", b"%PDF-1.7")}
    page = client.post(reverse("consents:record", args=[named.pk]), typed, follow=True).content.decode()
    assert "Đã ghi Đỗ Thị Hương đồng ý được nêu tên." in page and "xem giấy" in page
    one = Consent.objects.get()
    assert one.recorded_by == "Nguyễn Thị Lan, Bí thư chi bộ" and one.agreed_on == dt.date(2026, 11, 15)
    paper = reverse("consents:paper", args=[one.pk])
    assert [cast.client(who).get(paper).status_code for who in ("secretary", "member", "leader")] == [
        200,
        200,
        404,
    ]


@pytest.mark.parametrize("day", [None, dt.date(2026, 11, 17)], ids=["no day", "tomorrow"])
def test_an_agreement_has_a_day_that_has_come(cast, day):
    with pytest.raises(BadInput, match="gày đồng ý"):
        consents.record_agreement(name_of(of_a_member(cast)), by=cast.secretary, way="word", agreed_on=day)


def test_nobody_agrees_for_another_by_pressing_her_button(cast):
    named = name_of(of_a_member(cast))
    for who in (cast.secretary, cast.colleague, cast.leader):
        with pytest.raises(NotAllowed):
            consents.agree(named, by=who)
    with pytest.raises(NotAllowed):
        consents.record_agreement(named, by=cast.secretary, way="own_account", agreed_on=cast.today)
    for who in (cast.colleague, cast.committee, cast.leader):
        with pytest.raises(NotAllowed):
            consents.record_agreement(named, by=who, way="word", agreed_on=cast.today)


def test_only_she_and_her_unit_take_it_back(cast):
    exemplar = published(cast, of_a_member(cast))
    for who in (cast.colleague, cast.committee, cast.leader):
        with pytest.raises(NotAllowed):
            consents.revoke(name_of(exemplar), by=who)
    with pytest.raises(Conflict):
        consents.revoke(of_two_silent(cast), by=cast.secretary)


def of_two_silent(cast):
    return of_the_group(cast, names=[Name("Lò Thị Én")]).named.get()


def test_other_words_need_another_agreement(cast):
    exemplar = of_a_member(cast)
    consents.agree(name_of(exemplar), by=cast.member)
    actions.edit(exemplar, by=cast.secretary, place="bản Pa Khao")
    assert name_of(exemplar).agrees, "the place is not what she agreed to"
    actions.edit(exemplar, by=cast.secretary, story="Gia đình nghèo nhất bản mà vẫn hiến đất.")
    assert not name_of(exemplar).agrees


def test_another_person_of_the_same_name_has_not_agreed(cast):
    exemplar = of_a_member(cast)
    consents.agree(name_of(exemplar), by=cast.member)
    actions.edit(exemplar, by=cast.secretary, names=[Name("Đỗ Thị Hương", cast.colleague.person)])
    assert not name_of(exemplar).agrees


def test_my_commendations_stand_on_the_same_page(cast):
    page = cast.client("colleague").get(reverse("consents:naming_me")).content.decode()
    assert "Chưa có nơi nào nêu tên đồng chí." in page


def test_history_does_not_repeat_who_agreed_or_whose_name_is_out(cast):
    exemplar = two_named(cast)
    other = exemplar.named.get(name="Lò Thị Én")
    consents.revoke(other, by=cast.secretary)
    actions.remove_name(other, by=cast.secretary, title=TITLE, story="Hai nhà cùng lùi rào.")
    said = " ".join(f"{event.note} {event.after} {event.before}" for event in Event.objects.about(exemplar))
    assert "Lò Thị Én" not in said and "Hương" not in said


def test_history_calls_a_deed_without_the_name_in_its_title(cast):
    exemplar = published(cast, of_a_member(cast, title="Đỗ Thị Hương hiến đất mở đường"))
    labels = {event.subject_label for event in Event.objects.about(exemplar)}
    assert labels == {"người được nêu gương hiến đất mở đường"}
