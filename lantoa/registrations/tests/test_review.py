"""Likeness and the reviewer's order: the author learns no name and no word, the reviewer with rights sees both."""

from __future__ import annotations

import html
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from lantoa.foundation import heard
from lantoa.foundation.models import Draft
from lantoa.foundation.tests.forms import Form
from lantoa.people import actors
from lantoa.registrations import actions, queries
from lantoa.registrations.heard import LIKENESS
from lantoa.registrations.models import Registration
from lantoa.registrations.queries import review
from lantoa.registrations.rules import Undertaking
from lantoa.registrations.tests import papers
from lantoa.writing import actions as writing
from lantoa.writing.models import IndexedText
from lantoa.writing.queries import pool_of, text_hash
from lantoa.writing.tests.papers import NURSE, NURSE_COPY, NURSE_REORDERED
from tests.cast import person

QUEUE = reverse("registrations:queue")
VAGUE = Undertaking(what="Luôn trung thành, nói đi đôi với làm, hoàn thành tốt nhiệm vụ được giao.")


def sent(by, what, year=2027) -> Registration:
    one = papers.submitted(by, task=Undertaking(what=what, due=None), year=year)
    heard.hear(LIKENESS)
    return one


def judged(cast, one, who="secretary") -> str:
    answer = cast.client(who).get(reverse("registrations:judge", args=[one.pk]))
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def indexed() -> set[str]:
    """What is compared once the room has heard."""
    heard.hear(LIKENESS)
    return set(IndexedText.objects.values_list("subject_id", flat=True))


# The index follows the paper


def test_what_is_sent_is_indexed_and_what_comes_back_is_not(cast):
    draft = papers.drafted(cast.member)
    assert indexed() == set()
    one = actions.submit(draft, by=cast.member)
    assert indexed() == {str(one.pk)}
    actions.return_for_changes(one, by=cast.secretary, reasons=["no_target"])
    assert indexed() == set()
    actions.submit(actions.save_draft(one, by=cast.member, tasks=[papers.TASK]), by=cast.member)
    assert indexed() == {str(one.pk)}
    papers.agree(one, cast.secretary)
    assert indexed() == {str(one.pk)}


def test_what_its_owner_disowns_is_taken_out(cast):
    one = papers.entered(cast.secretary, cast.member.person)
    assert indexed() == {str(one.pk)}
    actions.withdraw(one, by=cast.member)
    assert indexed() == set()


def test_it_is_kept_under_its_commune_its_year_and_its_owner(cast):
    one = papers.submitted(cast.member)
    assert indexed() == {str(one.pk)}
    kept = IndexedText.objects.select_related("pool").get()
    assert kept.pool.key == pool_of(cast.cell, cast.today)
    assert (kept.year, kept.owner) == (one.year, f"person:{cast.member.person.pk}")


# What the author sees


def test_the_author_of_a_copy_reads_no_name_and_no_word_of_the_other(cast):
    sent(cast.colleague, NURSE)
    draft = papers.drafted(cast.member, task=Undertaking(what=NURSE_COPY))
    client = cast.client("member")
    for address in ("write", "check"):
        page = html.unescape(client.get(reverse(f"registrations:{address}", args=[2027])).content.decode())
        assert "Có đoạn giống với bản đăng ký khác trong đơn vị." in page
        assert "Thắng" not in page and "tăng huyết áp" not in page and "96 người bệnh" not in page
    one = actions.submit(draft, by=cast.member)
    page = html.unescape(client.get(one.get_absolute_url()).content.decode())
    assert "Thắng" not in page and "tăng huyết áp" not in page


def test_an_own_text_of_last_year_is_a_question_without_a_percentage(cast):
    papers.agree(sent(cast.member, NURSE, year=2026), cast.secretary)
    papers.drafted(cast.member, task=Undertaking(what=NURSE))
    page = cast.client("member").get(reverse("registrations:write", args=[2027])).content.decode()
    said = page[page.index("Giống nhiều với bản năm 2026") :]
    assert "mục tiêu mới" in said and "%" not in said.partition("</li>")[0].replace("80%", "")


# What the reviewer sees


def test_a_reviewer_with_rights_sees_both_with_the_shared_passages_marked(cast):
    sent(cast.colleague, NURSE)
    page = judged(cast, sent(cast.member, NURSE_COPY))
    assert "Hai bản có đoạn giống nhau" in page and "Bùi Văn Thắng, năm 2027" in page
    sides = page[page.index('class="sides"') :]
    assert sides.count('<mark class="same">') >= 4
    assert "tăng huyết áp" in sides and "tiểu đường" in sides
    assert "tăng huyết áp" not in "".join(part.split("</mark>")[0] for part in sides.split("<mark")[1:])


def test_a_reviewer_without_rights_to_the_other_sees_no_text(cast):
    """The other cell's paper lies in the same commune, out of this secretary's reach."""
    neighbour = actors.as_member(person("Vàng Thị Sua", cast.other_cell).memberships.get(), cast.today)
    sent(neighbour, NURSE)
    one = sent(cast.member, NURSE_COPY)
    page = judged(cast, one)
    assert "Có đoạn giống một bản khác mà đồng chí không có quyền xem." in page
    assert "Sua" not in page and "tăng huyết áp" not in page and 'class="sides"' not in page
    assert "tăng huyết áp" in judged(cast, one, "committee")


def test_last_years_text_stands_beside_with_what_is_the_same(cast):
    papers.agree(sent(cast.member, NURSE, year=2026), cast.secretary)
    page = judged(cast, sent(cast.member, NURSE_REORDERED))
    assert "Rất giống bản năm 2026 của người viết." in page and "%" not in _advice(page)
    assert '<mark class="same">' in page[page.index("Bản năm 2026 và kết quả") :]
    assert "Hai bản có đoạn giống nhau" not in page


def _advice(page: str) -> str:
    return (
        page[page.index("Lời khuyên cho bản này") :]
        .partition("</section>")[0]
        .replace("80%", "")
        .replace("95%", "")
    )


def test_the_advice_stands_at_the_right_and_offers_the_ready_reason(cast):
    page = judged(cast, papers.submitted(cast.member, task=VAGUE))
    said = _advice(page)
    assert "nội dung này còn chung chung" in said
    assert 'data-ticks="id_reasons_0">Chọn lý do “chưa nêu rõ việc cụ thể”' in said
    assert 'data-ticks="id_reasons_1">Chọn lý do “chưa có chỉ tiêu cụ thể”' in said
    for place, (value, _label) in enumerate(review.ReturnReason.choices):
        assert f'value="{value}" id="id_reasons_{place}"' in page


def test_the_reviewer_reads_what_the_author_has_considered(cast):
    task = Undertaking(what="Kèm học sinh yếu trong năm 2027.")
    one = papers.submitted(cast.member, task=task)
    about = "registrations.draft:2027"
    writing.consider(
        cast.account("member"),
        subject=about,
        key="target",
        text_hash=text_hash(task.what),
        reason="Tùy số em",
    )
    assert "Người viết đã cân nhắc: Tùy số em" in judged(cast, one)


# The order


@pytest.fixture
def three(cast) -> list[Registration]:
    names = ["Hoàng Thị Mai", "Ngô Quang Vinh"]
    mai, vinh = (actors.as_member(person(n, cast.cell).memberships.get(), cast.today) for n in names)
    return [papers.submitted(cast.member), papers.submitted(mai, task=VAGUE), sent(vinh, NURSE)]


def test_the_default_order_is_that_of_coming_in(cast, three):
    assert cast.client("secretary").get(QUEUE).url == reverse("registrations:judge", args=[three[0].pk])
    assert "Máy gợi ý thứ tự" not in judged(cast, three[0])


def test_what_needs_a_closer_look_comes_first_with_its_reasons_and_no_number(cast, three):
    client = cast.client("secretary")
    first = client.get(f"{QUEUE}?thu-tu=xem-ky").url
    assert first == reverse("registrations:judge", args=[three[1].pk])
    page = html.unescape(client.get(first).content.decode())
    assert "Máy gợi ý thứ tự, không đánh giá. Người xem quyết định." in page
    listed = page[page.index("Cả hàng đợi") :].partition("</details>")[0]
    assert listed.index("Hoàng Thị Mai") < listed.index("Đỗ Thị Hương")
    assert "chưa thấy việc cụ thể; chưa thấy chỉ tiêu về kết quả" in listed
    assert str(review.looks_at(three, cast.today)[three[1].pk].order) not in listed
    back = client.post(reverse("registrations:return", args=[three[1].pk]), {"reasons": ["no_target"]})
    ordered = review.closer_first(three, review.looks_at(three, cast.today))
    assert back.url == reverse("registrations:judge", args=[ordered[1].pk])
    assert client.get(f"{QUEUE}?thu-tu=gui-truoc").url == reverse("registrations:judge", args=[three[0].pk])


def test_a_copy_is_looked_at_more_closely(cast, three):
    twin = sent(cast.colleague, NURSE_COPY)
    look = review.looks_at([twin], cast.today)[twin.pk]
    assert "có đoạn giống một bản khác" in look.reasons
    assert look.order > review.looks_at([three[0]], cast.today)[three[0].pk].order


@pytest.mark.deep
def test_a_longer_queue_costs_no_more_queries(cast, three, django_assert_max_num_queries):
    client = cast.client("secretary")
    address = client.get(f"{QUEUE}?thu-tu=xem-ky").url
    client.get(address)
    with django_assert_max_num_queries(60) as before:
        client.get(address)
    for number in range(8):
        one = person(f"Lò Văn {'ABCDEFGH'[number]}", cast.cell)
        task = Undertaking(what=f"Trồng {number + 3} cây xanh.", target_value=Decimal(3), target_unit="cây")
        papers.submitted(actors.as_member(one.memberships.get(), cast.today), task=task)
    with django_assert_max_num_queries(len(before)):
        client.get(address)


def test_nobody_is_looked_at_when_nothing_waits(cast):
    assert review.looks_at([], cast.today) == {}
    assert queries.waiting_for(cast.secretary).count() == 0


# The buttons of the panel


def test_without_javascript_the_button_keeps_what_is_typed_and_comes_back(cast):
    client, address = cast.client("member"), reverse("registrations:write", args=[2027])
    page = html.unescape(client.get(address).content.decode())
    assert 'formaction="#khuyen-viec1"' in page
    asked = page[page.index('name="hoi" value="') + len('name="hoi" value="') :]
    asked = asked[: asked.index("}") + 1]
    boxes = papers.BOXES | {"viec1-due": "31/2", "hoi": asked}
    page = html.unescape(Form(client, address).send(**boxes).content.decode())
    assert 'value="31/2"' in page and "<b>Chỉ tiêu:</b> «30 người»" in page
    assert Draft.objects.get().boxes["viec1-due"] == ["31/2"] and not Registration.objects.exists()


def test_what_was_sent_before_the_index_was_there_can_be_put_in(cast):
    waits, back = papers.submitted(cast.member), papers.submitted(cast.colleague)
    actions.return_for_changes(back, by=cast.secretary, reasons=["no_target"])
    IndexedText.objects.all().delete()
    for _again in range(2):
        out = StringIO()
        call_command("index_registrations", stdout=out)
        assert out.getvalue() == "Đã lập chỉ mục 1 bản đăng ký.\n" and indexed() == {str(waits.pk)}
