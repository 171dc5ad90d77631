"""What happened to one's own paper is told: within a minute, in one's own words, and never before it is sure."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from lantoa.adoptions import actions as adoptions
from lantoa.foundation import clock
from lantoa.foundation.models import Event
from lantoa.foundation.told import all_told
from lantoa.messages import actions, rules, tasks
from lantoa.messages.models import Message
from lantoa.messages.tests.told import hear, later, message_for, told_to
from lantoa.people import actions as people
from lantoa.portal import acts
from lantoa.practices.tests import stories as practices
from lantoa.registrations import actions as registrations
from lantoa.registrations.tests import papers
from tests.police import counting

pytestmark = pytest.mark.django_db
HERS = "Bản đăng ký năm 2027 của đồng chí"


def test_who_gets_her_paper_back_reads_why(cast):
    paper = papers.submitted(cast.member)
    registrations.return_for_changes(paper, by=cast.secretary, reasons=["no_target"])
    assert told_to(cast.member) == []
    hear()
    assert told_to(cast.member) == [f"{HERS} được trả lại để sửa"]
    page = cast.client("member").get(reverse("messages:index")).content.decode()
    assert "Lý do: chưa có chỉ tiêu cụ thể" in page and "chưa mở" in page
    assert told_to(cast.secretary) == [], "who did it is told nothing"


def test_an_approval_is_told_when_it_can_be_taken_back_no_more(cast, settings):
    paper = papers.approved(cast.member, cast.secretary, just_now=True)
    hear()
    assert told_to(cast.member) == []
    later(settings, minutes=9, seconds=59)
    assert told_to(cast.member) == []
    later(settings, seconds=1)
    assert told_to(cast.member) == [f"{HERS} đã được duyệt"]
    assert paper.get_absolute_url() == Message.objects.get().url


@pytest.mark.parametrize("heard_between", [True, False])
def test_an_approval_that_was_taken_back_is_never_told(cast, settings, heard_between):
    paper = papers.approved(cast.member, cast.secretary, just_now=True)
    if heard_between:
        hear()
    registrations.take_back_approval(paper, by=cast.secretary)
    hear()
    later(settings, days=1)
    assert told_to(cast.member) == []


def test_whoever_typed_a_paper_for_another_is_told_of_it_by_its_name(cast):
    paper = papers.entered(cast.secretary, cast.colleague.person)
    registrations.return_for_changes(paper, by=cast.committee, reasons=["no_duty"])
    hear()
    assert told_to(cast.colleague) == [f"{HERS} được trả lại để sửa"]
    assert told_to(cast.secretary) == [f"{paper} được trả lại để sửa"]


def test_where_a_practice_comes_from_hears_who_took_it_over_and_no_more_when_that_was_a_mistake(cast):
    origin = practices.running(cast)
    adoption = adoptions.adopt(origin, by=cast.far_secretary)
    hear()
    said = f"Chi bộ bản Pa Khao vận dụng mô hình “{origin.name}”"
    assert said in told_to(cast.secretary) and told_to(cast.far_secretary) == []
    adoptions.withdraw(adoption, by=cast.far_secretary)
    hear()
    assert said not in told_to(cast.secretary)


def test_a_listener_that_begins_or_stood_still_tells_no_old_stories(cast, settings):
    paper = papers.submitted(cast.member)
    registrations.return_for_changes(paper, by=cast.secretary, reasons=["no_target"])
    later(settings, days=rules.NEWS_FOR.days, minutes=1)
    hear()
    assert Message.objects.count() == 0


def test_telling_twice_tells_once(cast):
    paper = papers.submitted(cast.member)
    registrations.return_for_changes(paper, by=cast.secretary, reasons=["no_target"])
    event = Event.objects.get(verb="registration.returned")
    [told] = [one for one in all_told() if event.verb in one.verbs]
    for _turn in range(2):
        actions.tell(event, told)
    assert Message.objects.count() == 1


# An answer to somebody's paper. What is said in another way to whom it concerns is named with the reason.
ANSWERS = re.compile(
    r"\.(approved|returned|refused|rejected|recognised|not_accepted|verified|answered|published|amended)$"
)
SAID_OTHERWISE = {
    "access.refused": "nobody's paper",
    "beginning.rejected": "the head says so on the page where all of them begin",
    "directive.answered": "124 answers would be 124 messages: who asked reads them in one table",
    "discipline.answered": "what the person says to a decision is printed with it where it is read",
    "outreach.complaint.refused": "a citizen has no account; the unit itself writes down why",
    "outreach.opinion.answered": "a citizen has no account; the unit itself writes the answer down",
    "registration_year.amended": "the year of a committee, by itself",
    "urging.answered": "the room itself tells who asked: `messages.actions.urging`",
}


def test_every_answer_to_a_paper_is_told():
    told = {verb for one in all_told() for verb in one.verbs}
    answers = {verb for verb in acts.words() if ANSWERS.search(verb)}
    assert answers - told == set(SAID_OTHERWISE)
    assert told | {verb for one in all_told() for verb in one.undone} <= set(acts.words())


def test_the_bell_counts_what_was_not_opened_and_each_message_leads_on(cast):
    message = message_for(cast.member, url="/thong-tin-cua-toi/")
    message_for(cast.member, 2)
    client = cast.client("member")
    assert b'class="dot">2<' in client.get(reverse("messages:index")).content
    answer = client.get(message.get_absolute_url())
    assert answer.status_code == 302 and answer["Location"] == "/thong-tin-cua-toi/"
    assert b'class="dot">1<' in client.get(reverse("messages:index")).content
    client.post(reverse("messages:read_all"))
    page = client.get(reverse("messages:index")).content.decode()
    assert 'class="dot"' not in page and "chưa mở" not in page


def test_nobody_opens_what_was_told_to_another(cast):
    message = message_for(cast.member)
    for who in ("secretary", "administrator"):
        assert cast.client(who).get(message.get_absolute_url()).status_code == 404
    message.refresh_from_db()
    assert message.read_at is None


def test_the_page_asks_at_most_twelve_questions_for_three_hundred(cast):
    client = cast.client("member")
    for n in range(300):
        message_for(cast.member, n)
    with counting() as asked:
        page = client.get(reverse("messages:index")).content.decode()
    assert asked() <= 12
    assert "Trang 1 trên 6" in " ".join(page.split()) and 'class="dot">99+<' in page


def test_messages_go_with_the_record_that_is_kept_and_are_forgotten_after_thirteen_months(cast, settings):
    message_for(cast.member)
    message_for(cast.colleague)
    people.merge_people(cast.colleague.person, cast.member.person, by=cast.administrator)
    assert len(told_to(cast.colleague)) == 2
    later(settings, days=401)
    assert "2" in tasks.forget(clock.now())
    assert Message.objects.count() == 0
