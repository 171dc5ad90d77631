"""Whatever is typed into whatever box, nothing answers with a fault, and the pages of what was written still open.

Every form of the house is opened as the first person who may, filled in as somebody would who wants it to succeed, and
must succeed once; then one box at a time is filled with something nasty while the rest stays as it was, and when that
was taken the pages of the room are opened again. What a page does not offer and a name does not tell stands in the
room's access table (`typed`).
A few values a box in the usual run, always the same; every page, and other values for each seed, when `make deep`
asks (marker `deep`).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, Resolver404, get_resolver, resolve, reverse

from lantoa.foundation.errors import Refusal
from lantoa.foundation.models import Event
from lantoa.people.addresses import PUBLIC
from tests import examples, police
from tests.architecture.test_access import addresses, doors
from tests.architecture.test_forms import forms
from tests.architecture.test_house import templates
from tests.cast import Cast, build
from tests.fuzz.boxes import NASTY, Sent, filters_of, forms_of

USUAL = {
    "tim",
    "ky",
    "nam",
    "don-vi",
    "trang",
    "loai",
    "ngay",
    "thang",
    "tach",
    "loc",
    "truoc",
    "format",
    "sua",
}
# What cannot succeed here, and why that proves nothing less.
NEVER_SUCCEEDS = {
    "people:second_key": "asks for the six digits a telephone shows now; the room's stories turn it on, print and off",
    "people:new_paper": "the same",
    "people:add_passkey": "asks for what only a telephone or a computer can sign; the room's stories sign it",
    "people:second_key_off": "the same",
    "upkeep:keep": "copies a whole database, and needs a key that was printed; the room's stories do both",
    "exchange:export": "a button only for lists of more than 5,000 rows; the room's stories ask for such files",
    "meetings:read_sheet": "reads a photograph of a sheet that was printed; the room's stories take one",
    "meetings:appoint_year": "in November the one month left has its day; the room's stories register a year",
    **dict.fromkeys(
        (
            "reviews:hear",
            "reviews:find",
            "reviews:decide",
            "reviews:complain",
            "reviews:close",
            "reviews:submit",
        ),
        "comes after other acts, on later days; the room's stories take them in their order",
    ),
    "supervision:close": "puts away a whole file; the room's stories fill it paper by paper",
    "supervision:draw": "draws of a year without an approved paper here; the room's stories draw twice",
    "writing:advice": "is only looked at: nothing is written, the same page comes back",
    "reports:compare": "the same; the room's stories lay files of every kind beside what is counted",
}
OF_TCVN3 = "§¶ng bé x· häc tËp vµ lµm theo"
READS_OLD_FONTS = {
    "exchange:start": "a table in TCVN3 is read as what it says, and shown before anything is written",
    "reorganising:table": "the same",
}
# A text that stands in a form of something new: nobody else can have changed it.
BEGINS_WITH = {
    "supervision:assign finding": "the words of the note that is given to be mended",
    "outreach:prize_new fields_of_it": "the usual fields of a prize, to be changed before it is opened",
    "messages:urge text": "the usual words of a reminder, to be changed before it is sent",
    "reports:outline_new headings": "the headings of the ready outline that this one begins as",
}
ACTION = re.compile(r"""action="{% url "([\w:]+)\"""")
names = [door.__name__.split(".")[1] for door in doors()]


@dataclass
class Told:
    """What became of a room's forms: the addresses that were sent something, those that took it, and what refused."""

    tried: set[str] = field(default_factory=set)
    succeeded: set[str] = field(default_factory=set)
    refused: dict[str, str] = field(default_factory=dict)
    took_old_fonts: set[str] = field(default_factory=set)
    blind: set[str] = field(default_factory=set)


@pytest.fixture(autouse=True)
def _budgets_are_for_stories(monkeypatch, settings):
    """Garbage goes ways that no story goes; what is asked there was never measured, and no door shuts after it."""
    monkeypatch.setattr(police, "measured_by_stories", False)
    settings.THROTTLE = False


@contextmanager
def undone():
    """What is done inside has not happened afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def faultless(client: Client, method: str, where: str, data: dict[str, Any]) -> Any:
    """The answer; a fault fails the test with what was sent."""
    client.raise_request_exception = True
    try:
        answer = getattr(client, method)(where, data)
    except Exception as fault:
        sent = {name: f"{value!s:.60}" for name, value in data.items()}
        pytest.fail(f"{method} {where} {sent}: {type(fault).__name__}: {fault!s:.300}")
    assert answer.status_code < 500, (method, where, data)
    return answer


def furnished(door: Any) -> Cast:
    cast = build()
    if hasattr(door, "prepare"):
        door.prepare(cast)
    return cast


def first_who_may(row: Any) -> str:
    return "member" if row.allowed == "everyone" else row.allowed.split()[0]


def address_of(row: Any, cast: Cast) -> str:
    return reverse(row.name, args=row.args(cast) if row.args else [])


def name_of(where: str) -> str:
    """ "meetings:record" for its address; "" for an address of nobody."""
    with suppress(Resolver404):
        return resolve(where).view_name
    return ""


def kind_of(sent: Sent) -> tuple[Any, ...]:
    """One for the same form of all records: a button beside each of a hundred lines is one form."""
    return name_of(sent.where) or sent.where, *sent.shape[1:]


class Fuzz:
    """One room, furnished, and how much of it is tried."""

    def __init__(self, door: Any, *, pages: int, boxes: int, values: int, after: int) -> None:
        self.door, self.cast = door, furnished(door)
        self.rng = random.Random(examples.seed())
        self.pages, self.boxes, self.values, self.after = pages, boxes, values, after
        self.seen: dict[tuple[Any, ...], bool] = {}  # a kind of form, and whether one of it has succeeded
        self.told = Told()

    def rows(self) -> list[Any]:
        return self.rng.sample(self.door.TABLE, min(self.pages, len(self.door.TABLE)))

    def garble(self) -> Told:
        """Send each form as it should be, and then with nasty values in so many boxes."""
        for row in self.rows():
            with undone():
                client = self.cast.client(first_who_may(row))
                address = address_of(row, self.cast)
                for sent in self.forms_at(client, row, address):
                    self.send(client, address, sent)
        for come, typed in getattr(self.door, "STRANGERS", {}).items():
            with undone():
                client, address = come(self.cast)
                for sent in forms_shown(client, address):
                    self.send(client, address, self.filled(sent, typed))
        return self.told

    def forms_at(self, client: Client, row: Any, address: str) -> list[Sent]:
        typed = row.typed(self.cast) if row.typed else {}
        if row.method == "POST":
            return [Sent(address, dict(row.data(self.cast) if row.data else {}) | typed)]
        found = forms_shown(client, address)
        self.told.blind |= {f"{name_of(one.where)} {box}" for one in found for box in one.blind}
        return [self.filled(one, typed) for one in found]

    def filled(self, sent: Sent, typed: dict[str, Any]) -> Sent:
        sent.boxes |= {name: value for name, value in typed.items() if name in (*sent.boxes, *sent.files)}
        return sent

    def send(self, client: Client, page: str, sent: Sent) -> None:
        """Once as it should be; what that leads to, a second step, is a form like any other."""
        name, kind = name_of(sent.where), kind_of(sent)
        if self.seen.get(kind):
            return
        is_new = kind not in self.seen
        self.seen[kind] = False
        self.told.tried.add(name)
        with undone():
            written = Event.objects.count()
            answer = faultless(client, "post", sent.where, sent.whole())
            if _is_done(answer, sent, written=Event.objects.count() > written):
                self.told.succeeded.add(name)
                self.seen[kind] = True
            else:
                self.told.refused[name] = _why(answer)
            for step in _forms_on(answer, sent.where) if is_new else ():
                if step.pressed and step.pressed != sent.pressed and step.where == sent.where:
                    self.send(client, page, step)
        if is_new or self.seen[kind]:
            self.garbled(client, page, sent)
            self.in_an_old_font(client, sent)

    def in_an_old_font(self, client: Client, sent: Sent) -> None:
        """What was typed for TCVN3 is written by no form, whatever box it stands in."""
        for box in sent.lines[: self.boxes] if name_of(sent.where) not in READS_OLD_FONTS else ():
            with undone():
                written = Event.objects.count()
                answer = faultless(client, "post", sent.where, sent.with_box(box, OF_TCVN3))
                said = written < Event.objects.count() or _is_done(answer, sent, written=False)
                if said:
                    self.told.took_old_fonts.add(f"{name_of(sent.where)} {box}")

    def garbled(self, client: Client, page: str, sent: Sent) -> None:
        """One box at a time; when it was taken, the pages of the thing, of the room and the first page still open."""
        for box in self.rng.sample(list(sent.boxes), min(self.boxes, len(sent.boxes))):
            for value in self.rng.sample(NASTY, self.values):
                with undone():
                    written = Event.objects.count()
                    answer = faultless(client, "post", sent.where, sent.with_box(box, value))
                    if _is_done(answer, sent, written=Event.objects.count() > written):
                        self.open_again(client, answer, "/" if sent.where == page else page)

    def open_again(self, client: Client, answer: Any, page: str) -> None:
        led_to = answer.get("Location", "/").partition("#")[0]
        for address in dict.fromkeys((led_to, page, "/")):
            faultless(client, "get", address, {})
        read = [row for row in self.door.TABLE if row.method == "GET"]
        for row in self.rng.sample(read, min(self.after, len(read))):
            with suppress(Refusal, ObjectDoesNotExist):  # what was taken may have left nothing of that kind
                faultless(self.cast.client(first_who_may(row)), "get", address_of(row, self.cast), {})

    def ask(self, *, filters: int) -> None:
        """The lists of the room, asked by what nobody asks for."""
        for row in [row for row in self.rows() if row.method == "GET"]:
            with undone():
                client = self.cast.client(first_who_may(row))
                address = address_of(row, self.cast)
                answer = client.get(address)
                if answer.status_code == 200 and "text/html" in answer["Content-Type"]:
                    asked = sorted(filters_of(answer.content) | USUAL)
                    for name in self.rng.sample(asked, min(filters, len(asked))):
                        for value in self.rng.sample(NASTY, self.values):
                            faultless(client, "get", address, {name: value[:3000]})


def forms_shown(client: Client, address: str) -> list[Sent]:
    """The forms of a page that write."""
    return _forms_on(faultless(client, "get", address, {}), address)


def _forms_on(answer: Any, address: str) -> list[Sent]:
    if answer.status_code != 200 or "text/html" not in answer["Content-Type"]:
        return []
    found = forms_of(answer.content, address)
    return [one for one in found if not one.where.startswith(("/dang-xuat", "/dang-nhap", "/ban-nhap"))]


def _is_done(answer: Any, sent: Sent, *, written: bool) -> bool:
    """It leads on, or shows the next step or what is shown once: no mistakes, and not the same form again."""
    if answer.status_code in (302, 204) or (answer.status_code == 200 and written):
        return True
    is_clean = answer.status_code == 200 and b'id="loi"' not in answer.content
    return is_clean and sent.shape not in [one.shape for one in _forms_on(answer, sent.where)]


def _why(answer: Any) -> str:
    words = " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())
    at = max(words.find("cần sửa"), words.find("Chưa thực hiện được"), 0)
    return f"{answer.status_code}: {words[at : at + 300]}"


def written_at(room: str) -> Iterator[str]:
    """The addresses that the forms of a room's templates go to, where they say so."""
    for name in templates():
        if name.startswith(f"{room}/"):
            for form in forms(name):
                yield from ACTION.findall(form) if 'method="post"' in form else ()


@pytest.mark.deep(each=3)
@pytest.mark.django_db
@pytest.mark.parametrize("door", doors(), ids=names)
def test_neither_a_box_nor_a_filter_makes_a_fault(door):
    fuzz = Fuzz(door, pages=2, boxes=2, values=1, after=1)
    fuzz.garble()
    fuzz.ask(filters=2)
    assert fuzz.told.took_old_fonts == set()
    assert fuzz.told.blind - set(BEGINS_WITH) == set()


@pytest.mark.deep
@pytest.mark.timeout(3600)
@pytest.mark.django_db
@pytest.mark.parametrize("door", doors(), ids=names)
def test_each_form_succeeds_once_and_no_box_and_no_filter_makes_a_fault_whatever_is_typed(door):
    fuzz = Fuzz(door, pages=1000, boxes=4, values=4, after=2)
    told = fuzz.garble()
    fuzz.ask(filters=4)
    room = door.__name__.split(".")[1]
    assert told.took_old_fonts == set()
    assert told.blind - set(BEGINS_WITH) == set()
    written = told.tried | {name for name in written_at(room) if name.startswith(f"{room}:")}
    never = {name: told.refused.get(name, "no page showed it") for name in written - told.succeeded}
    assert set(never) - set(NEVER_SUCCEEDS) == set(), never


@pytest.mark.django_db
def test_an_open_door_takes_whatever_is_typed(cast):
    rng, client = random.Random(examples.seed()), Client()
    for name, page in addresses().items():
        with suppress(NoReverseMatch):
            if page.permission == PUBLIC:
                _knock(client, reverse(name), rng)


def _knock(client: Client, address: str, rng: random.Random) -> None:
    for sent in forms_shown(client, address):
        for box in sent.boxes:
            faultless(client, "post", sent.where, sent.with_box(box, rng.choice(NASTY)))


def test_there_is_an_address_for_every_row():
    assert {row.name.split(":")[0] for door in doors() for row in door.TABLE} <= {
        included.namespace for included in get_resolver().url_patterns
    }


def test_what_never_succeeds_is_still_there():
    assert set(NEVER_SUCCEEDS) <= {row.name for door in doors() for row in door.TABLE}
