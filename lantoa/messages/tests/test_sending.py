"""Letters by a real server on this machine: a hint and a link, tried again until they are taken, off until named."""

from __future__ import annotations

import datetime as dt
import socket
from email import message_from_bytes
from email.policy import default
from itertools import pairwise

import pytest
from aiosmtpd.controller import Controller
from django.urls import reverse
from django.utils import timezone

from lantoa.messages import actions, channels, rules
from lantoa.messages.channels import Channel
from lantoa.messages.models import Sending
from lantoa.messages.tests.told import message_for
from lantoa.registrations.tests import papers

pytestmark = pytest.mark.django_db
MONDAY = timezone.make_aware(dt.datetime(2026, 11, 16, 8, 0))


class Post:
    """What the server took; `busy` of the first letters it does not take."""

    def __init__(self) -> None:
        self.letters, self.busy = [], 0

    async def handle_DATA(self, server, session, envelope):
        if self.busy:
            self.busy -= 1
            return "451 try later"
        self.letters.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=default)))
        return "250 taken"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture
def post(settings):
    """A real server of letters on the loopback, and the house that knows it."""
    taken = Post()
    controller = Controller(taken, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS = "127.0.0.1", False
    settings.EMAIL_PORT = controller.port
    settings.LANTOA_ADDRESS = "https://lantoa.example.vn"
    yield taken
    controller.stop()


def with_address(cast, who):
    cast.account(who)
    person = getattr(cast, who).person
    person.email = f"{who}@example.vn"
    person.save()
    return person


def test_the_digest_says_how_much_and_by_when_and_never_what(cast, post):
    person = with_address(cast, "member")
    message_for(cast.member, 1)
    message_for(cast.member, 2, due_on=dt.date(2026, 11, 20))
    assert actions.put_digests(MONDAY) == 1 and actions.put_digests(MONDAY) == 0
    assert actions.send_due(MONDAY) == (1, 0) and actions.send_due(MONDAY) == (0, 0)
    [(to, letter)] = post.letters
    body = letter.get_content()
    assert to == [person.email] and "Đồng chí có 2 việc, hạn gần nhất 20/11/2026." in body
    assert "https://lantoa.example.vn/thong-bao/" in body
    assert "Bản đăng ký" not in body and person.full_name not in str(letter)
    assert Sending.objects.get().outcome == "đã gửi"


def test_a_server_that_does_not_take_it_is_tried_again_with_growing_pauses_and_then_no_more(cast, post):
    with_address(cast, "member")
    message_for(cast.member)
    actions.put_digests(MONDAY)
    post.busy, now, tries = 99, MONDAY, []
    while (one := Sending.objects.get()).next_try_at:
        now = max(now, one.next_try_at)
        now = rules.next_loud(timezone.localtime(now))
        tries.append(now)
        assert actions.send_due(now) == (0, 1)
    pauses = [later - sooner for sooner, later in pairwise(tries)]
    assert len(tries) == 6 and pauses == sorted(pauses)
    assert one.sent_at is None and "451" in one.outcome
    page = cast.client("administrator").get(reverse("messages:sendings")).content.decode()
    assert "thôi gửi" in page and "451" in page


def test_the_second_try_succeeds_when_the_server_is_back(cast, post):
    with_address(cast, "member")
    message_for(cast.member)
    actions.put_digests(MONDAY)
    post.busy = 1
    assert actions.send_due(MONDAY) == (0, 1)
    assert actions.send_due(MONDAY + dt.timedelta(minutes=4)) == (0, 0)
    assert actions.send_due(MONDAY + dt.timedelta(minutes=5)) == (1, 0)
    assert len(post.letters) == 1 and Sending.objects.get().tries == 2


def test_who_switches_the_digest_off_gets_none_but_hears_what_waits_for_her_word(cast, post):
    person = with_address(cast, "secretary")
    message_for(cast.secretary)
    papers.submitted(cast.member)
    client = cast.client("secretary")
    page = client.get(reverse("messages:index")).content.decode()
    assert "Tắt thư tổng hợp" in page
    client.post(reverse("messages:choose_digest"), {"nhan": "khong"})
    friday = MONDAY + dt.timedelta(days=4)
    assert actions.put_digests(MONDAY) == 0
    assert actions.put_waiting(MONDAY + dt.timedelta(days=3)) == 0
    assert actions.put_waiting(friday) == 1 and actions.put_waiting(friday) == 0
    actions.send_due(friday)
    [(to, letter)] = post.letters
    assert to == [person.email] and "1 việc chờ cho ý kiến đã quá 3 ngày" in letter.get_content()


@pytest.mark.parametrize("hour", [6, 21])
def test_no_letter_goes_at_night_and_none_on_another_day_than_the_first_of_the_week(cast, post, hour):
    with_address(cast, "member")
    message_for(cast.member)
    assert actions.put_digests(MONDAY.replace(hour=hour)) == 0
    assert actions.put_digests(MONDAY + dt.timedelta(days=1)) == 0
    actions.put_digests(MONDAY)
    assert actions.send_due(MONDAY.replace(hour=hour)) == (0, 0)
    assert rules.is_first_worked_of_week(dt.date(2026, 4, 28)), (
        "the Monday before is the day of the Hùng Kings, moved"
    )


def test_nothing_leaves_a_house_that_names_no_server(cast):
    with_address(cast, "member")
    message_for(cast.member)
    assert actions.put_digests(MONDAY) == 0 and not Sending.objects.exists()
    assert "Thư điện tử" not in cast.client("member").get(reverse("messages:index")).content.decode()


taken: list[tuple[str, ...]] = []
INVENTED = Channel(
    "pigeon", "bồ câu", lambda: True, lambda person: person.phone, lambda *told: taken.append(told)
)


def test_another_channel_is_a_plug_that_gets_a_number_a_day_and_a_link(cast, settings):
    settings.MESSAGE_CHANNELS = [f"{__name__}.INVENTED"]
    assert [one.code for one in channels.channels()] == ["pigeon"]
    cast.account("member")
    cast.member.person.phone = "0912000111"
    cast.member.person.save()
    message_for(cast.member, due_on=dt.date(2026, 11, 20))
    actions.put_digests(MONDAY)
    actions.send_due(MONDAY)
    [(address, words, link, _key)] = taken
    assert (address, words) == ("0912000111", "Đồng chí có 1 việc, hạn gần nhất 20/11/2026.")
    assert link.endswith("/thong-bao/")
