"""What an author is told, where the words stand, and that the same text is always told the same."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantoa.writing import rules
from lantoa.writing.rules import advise, labels, needs_a_closer_look
from lantoa.writing.tests.sentences import SENTENCES
from tests.examples import examples

CONCRETE = "Mỗi tháng nấu 150 suất cơm phát cho bệnh nhân nghèo ở bệnh viện huyện."
VAGUE = (
    "Luôn trung thành với Đảng, nói đi đôi với làm, hoàn thành tốt nhiệm vụ được giao, gương mẫu, khiêm tốn."
)
DUTIES = ["Chăm sóc người bệnh theo phân cấp", "Ghi hồ sơ"]
ANY = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from([s.text for s in SENTENCES]), max_size=3).map(" ".join),
    st.text(alphabet="12/.-% mỗiộtạáăngàyđếnhộ“”\n", max_size=120),
)


def test_a_concrete_text_is_told_nothing_but_what_it_holds():
    advice = advise(CONCRETE, kind="practice")
    assert advice.hints == ()
    assert [one.text for one in advice.of("deadline")] == ["Mỗi tháng"]
    assert [one.text for one in advice.of("target")] == ["150 suất"]
    assert "bệnh nhân nghèo" in [one.text for one in advice.of("beneficiary")]


def test_a_general_text_is_asked_for_the_act_first():
    advice = advise(VAGUE)
    assert [hint.key for hint in advice.hints] == ["action", "target", "deadline", "stock", "product"]
    assert str(advice.hints[0].message).startswith("Gợi ý: nội dung này còn chung chung.")


def test_stock_phrases_are_underlined():
    hint = advise(VAGUE).hint("stock")
    assert "nói đi đôi với làm" in [one.text for one in hint.words]


def test_two_stock_phrases_are_not_yet_many():
    assert advise("Trung thực, nói đi đôi với làm, nhận kèm hai em lớp 5.").hint("stock") is None


def test_the_organisations_own_phrases_count_too():
    text = "Chung sức xây quê, vững tay chèo lái, giữ trọn niềm tin."
    own = ["Chung sức xây quê", "vững tay chèo lái", "giữ trọn niềm tin"]
    assert advise(text).hint("stock") is None
    assert advise(text, stock_phrases=own).hint("stock")


def test_who_profits_is_asked_of_practices_and_breakthroughs_only():
    text = "Lắp 12 bóng đèn trên đoạn đường đầu thôn trước 30/6."
    assert advise(text).hint("beneficiary") is None
    assert advise(text, kind="practice").hint("beneficiary").soft
    assert advise(text, kind="breakthrough").hint("beneficiary").soft


def test_a_date_in_the_forms_own_box_is_a_deadline():
    assert advise("Kèm 3 em yếu Toán.").hint("deadline")
    assert advise("Kèm 3 em yếu Toán.", deadline_given=True).hint("deadline") is None


def test_the_duty_is_asked_for_if_there_is_a_list_to_choose_from():
    assert advise(CONCRETE).hint("duty") is None
    assert "Chọn từ bản mô tả vị trí việc làm" in str(advise(CONCRETE, duties=DUTIES).hint("duty").message)


def test_a_chosen_duty_shares_a_word_with_the_text():
    advice = advise("Gọi điện nhắc người bệnh tái khám.", duties=DUTIES, chosen_duty=DUTIES[0])
    assert advice.hint("duty") is None
    assert [one.text for one in advice.of("duty")] == ["bệnh"]


def test_a_chosen_duty_is_not_contradicted_but_one_that_the_text_names_is_offered():
    assert advise("Nuôi ong lấy mật.", duties=DUTIES, chosen_duty=DUTIES[1]).hint("duty") is None
    hint = advise("Chăm sóc cụ ốm ở xóm.", duties=DUTIES, chosen_duty=DUTIES[1]).hint("duty")
    assert hint.soft and f"«{DUTIES[0]}»" in str(hint.message)


def test_soft_hints_come_last():
    keys = [hint.soft for hint in advise("Học tập nghiêm túc.", kind="practice").hints]
    assert keys == sorted(keys)


def test_an_empty_text_is_told_nothing():
    assert advise("").hints == advise(" \n\u200b").hints == ()


def test_the_version_of_the_rules_is_kept_with_the_advice():
    assert advise(CONCRETE).rule_version == rules.RULE_VERSION


def test_no_message_holds_a_share_or_a_mark_of_the_text():
    for sentence in SENTENCES:
        for hint in advise(sentence.text, kind=sentence.kind, duties=DUTIES).hints:
            assert "%" not in str(hint.message).replace("95%", "")


def test_the_reviewer_reads_reasons_and_no_number():
    look = needs_a_closer_look(VAGUE)
    assert "chưa thấy việc cụ thể" in [str(reason) for reason in look.reasons]
    assert not any(char.isdigit() for reason in look.reasons for char in str(reason))


def test_likeness_moves_a_text_forward():
    orders = [needs_a_closer_look(CONCRETE, likeness=score).order for score in (0.0, 0.29, 0.3, 0.6)]
    assert orders[0] == orders[1] and orders[2] == orders[0] + 1 and orders[3] == orders[0] + 2


def test_the_same_text_is_told_the_same_a_hundred_times():
    for text in (CONCRETE, VAGUE):
        assert len({repr(advise(text, kind="practice", duties=DUTIES)) for _run in range(100)}) == 1


@settings(max_examples=examples(60))
@given(ANY)
def test_whatever_is_found_stands_in_the_original(text):
    advice = advise(text, kind="practice", duties=DUTIES, chosen_duty=DUTIES[0])
    words = [*advice.found, *(word for hint in advice.hints for word in hint.words)]
    for one in words:
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text


@settings(max_examples=examples(60))
@given(st.sampled_from(SENTENCES))
def test_a_decomposed_text_is_told_the_same_at_its_own_places(sentence):
    composed = unicodedata.normalize("NFC", sentence.text)
    decomposed = unicodedata.normalize("NFD", sentence.text)
    one, other = advise(composed, kind=sentence.kind), advise(decomposed, kind=sentence.kind)
    assert [hint.key for hint in one.hints] == [hint.key for hint in other.hints]
    assert [(f.key, f.text) for f in one.found] == [
        (f.key, unicodedata.normalize("NFC", f.text)) for f in other.found
    ]
    assert all(decomposed[f.start : f.end] == f.text for f in other.found)


@settings(max_examples=examples(40))
@given(ANY)
def test_any_text_can_be_measured_and_ordered(text):
    assert set(labels(text).values()) <= {True, False}
    assert needs_a_closer_look(text).order >= 0


@pytest.mark.deep
@pytest.mark.parametrize(
    "part",
    [
        "cho em ",
        "1/",
        "1",
        "1 đến ",
        "năm 2026 ",
        "mỗi một ",
        "“a ",
        "a\u0301",
        "đơn vị: ",
        "3 kg a ",
        "cần, ",
    ],
)
def test_a_long_text_costs_in_proportion_to_its_length(part):
    """Looking back over the whole text for each word would cost sixteen times as much, not four."""

    def cost(times: int) -> float:
        text, began = part * times, time.process_time()
        advise(text, kind="practice", duties=DUTIES)
        return time.process_time() - began

    assert min(cost(6000), cost(6000)) < 10 * max(0.01, min(cost(1500), cost(1500)))
