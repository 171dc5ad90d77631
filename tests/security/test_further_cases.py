"""Cases T04, T07, T35, T41, T44, T53: further ones of the classes that docs/security.md names."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import etree

from lantoa.foundation.attachments import judge
from lantoa.practices import actions as practices
from lantoa.practices.tests.stories import of_the_cell
from lantoa.registrations.rules import Undertaking
from lantoa.registrations.tests import papers
from tests import police
from tests.architecture.test_access import addresses
from tests.cast import person
from tests.judging import raw_words
from tests.security.test_answers import bare
from tests.security.test_who_belongs_nowhere import an_address

TEMPLATE = "{{ 7*191 }} {% debug %} ${7*191} #{7*191} <%= 7*191 %>"


def test_a_file_of_one_paper_is_not_found_under_another(cast):
    """T04: both papers are hers to read; the address that mixes them leads nowhere."""
    one, other = of_the_cell(cast), of_the_cell(cast)
    file = judge(SimpleUploadedFile("a.pdf", b"%PDF-1.7"))
    practices.add_evidence(one, files=[file], by=cast.secretary)
    kept, client = one.evidence.get(), cast.client("secretary")
    assert client.get(reverse("practices:evidence", args=[one.pk, kept.pk])).status_code == 200
    assert client.get(reverse("practices:evidence", args=[other.pk, kept.pk])).status_code == 404


@pytest.mark.parametrize("name", ["people:index", "registrations:index", "practices:index"])
def test_no_list_is_put_in_order_by_what_the_address_asks(cast, name):
    """T07: persons are not sorted by results, whatever somebody writes into the address."""
    papers.submitted(cast.member), papers.submitted(cast.colleague)
    client = cast.client("secretary")
    plain = bare(client.get(reverse(name)))
    asked = {"sort": "-born_on", "order_by": "result", "ordering": "-value", "o": "1", "sap-xep": "ket-qua"}
    words = re.sub(r'(href|action|value)="[^"]*"', "", bare(client.get(reverse(name), asked)))
    assert words == re.sub(r'(href|action|value)="[^"]*"', "", plain)


@pytest.mark.django_db
def test_no_form_is_taken_from_another_site(cast):
    """T35: every address refuses what comes without the token, whoever is signed in."""
    client = Client(enforce_csrf_checks=True)
    client.cookies = cast.client("administrator").cookies
    taken = {
        name
        for name in addresses()
        if client.post(an_address(name), {}, headers={"origin": "https://evil.example"}).status_code != 403
    }
    assert taken == set()


def test_words_that_look_like_a_template_stay_words(cast):
    """T41: on the page and in Word."""
    police.typed.update(raw_words(TEMPLATE))
    someone = person(f"Lò Thị {TEMPLATE}"[:100], cast.cell)
    told = Undertaking(**{**papers.TASK.__dict__, "what": f"{papers.WHAT} {TEMPLATE}"})
    paper = papers.submitted(cast.member, task=told)
    client = cast.client("secretary")
    page = client.get(reverse("people:show", args=[someone.pk])).content.decode()
    page += client.get(reverse("registrations:show", args=[paper.pk])).content.decode()
    word = client.get(reverse("registrations:word", args=[paper.pk, "ban-dang-ky"]))
    printed = "".join(etree.fromstring(part_of(word, "word/document.xml")).itertext())
    for read in (page, printed):
        assert "{{ 7*191 }}" in read and "1337" not in read


def part_of(answer, name: str) -> bytes:
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return zipfile.ZipFile(io.BytesIO(content)).read(name)


def test_a_form_of_ten_thousand_boxes_is_refused_in_words(cast):
    """T44."""
    answer = cast.client("member").post("/dang-nhap/", {f"box{n}": "x" for n in range(10_000)})
    assert answer.status_code == 400 and "không đúng khuôn" in answer.content.decode()


def test_what_leaves_in_word_fetches_nothing(cast):
    """T53: nothing in the file leads out but links that a reader presses, and those lead to this house."""
    paper = papers.submitted(cast.member)
    word = cast.client("secretary").get(reverse("registrations:word", args=[paper.pk, "ban-dang-ky"]))
    content = b"".join(word.streaming_content) if word.streaming else word.content
    archive = zipfile.ZipFile(io.BytesIO(content))
    outward = [
        (link.get("Type", "").rpartition("/")[2], link.get("Target", ""))
        for part in archive.namelist()
        if part.endswith(".rels")
        for link in etree.fromstring(archive.read(part))
        if link.get("TargetMode") == "External"
    ]
    assert all(kind == "hyperlink" and "//testserver/" in target for kind, target in outward)
    assert not [part for part in archive.namelist() if "vba" in part.lower() or "activex" in part.lower()]
