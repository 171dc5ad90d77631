"""A figure in a sentence keeps its precision word and is written as an office would write it."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.figures.catalogue import catalogue
from lantoa.figures.figure import Figure
from lantoa.foundation.dates import Period
from lantoa.reports import prose, sentences, wording
from lantoa.reports.forms import form_called
from lantoa.reports.forms.interim_inspection import INSPECTION
from lantoa.reports.forms.interim_outreach import OUTREACH
from lantoa.reports.forms.interim_sentences import COMMENDATIONS, PRACTICES


def figure(kind="number", count="mô hình", precision="chính xác", **parts):
    numbers = {k: Decimal(str(v)) for k, v in parts.items() if not isinstance(v, str)}
    return Figure(
        code="test.figure",
        label="Con số",
        kind=kind,
        unit_of_count=count,
        period=Period.year(2026),
        unit_code="D1",
        unit_name="Đảng bộ xã An Phú",
        source="counted",
        url="/so-lieu/test.figure/",
        precision=precision,
        **(parts | numbers),
    )


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (figure(value=152), "152 mô hình"),
        (figure(value=1234567, count="hồ sơ"), "1.234.567 hồ sơ"),
        (figure(value=3_000_000_000, count="đồng", precision="gần"), "gần 3 tỷ đồng"),
        (figure(value=2_953_000_000, count="đồng"), "2,953 tỷ đồng"),
        (figure(value=162_000_000, count="đồng"), "162 triệu đồng"),
        (figure(value=2_953_400_500, count="đồng"), "2.953.400.500 đồng"),
        (figure(value=550, count="ý kiến", precision="trên"), "trên 550 ý kiến"),
        (figure(value=20_000, count="người", precision="hơn"), "hơn 20.000 người"),
        (figure(value=120, count="bệnh nhân/ngày", precision="trung bình"), "trung bình 120 bệnh nhân/ngày"),
        (
            figure(value=200, count="bệnh nhân/ngày", precision="thường lên tới"),
            "thường lên tới 200 bệnh nhân/ngày",
        ),
        (figure("percent", "%", value=98.06), "98,06%"),
        (figure("percent", "%", precision="cơ bản trên", value=30), "cơ bản trên 30%"),
        (figure("percent", "%", precision="luôn đạt hơn", value=98.5), "luôn đạt hơn 98,5%"),
        (figure("ratio", "tổ chức đảng", numerator=56, denominator=66), "56/66 tổ chức đảng"),
        (figure("ratio", "hạng", numerator=34, denominator=63), "34/63 hạng"),
        (figure("range", "%", low=50, high=83), "50–83%"),
        (figure("range", "ngày", low=3, high=5, precision="khoảng"), "khoảng 3–5 ngày"),
        (figure("text", "", text="hàng trăm", precision="định tính"), "hàng trăm"),
        (figure("text", "", text="hằng quý và cuối năm", precision="định kỳ"), "hằng quý và cuối năm"),
        (figure("identifier", "", text="03-HD/ĐUK"), "03-HD/ĐUK"),
    ],
)
def test_each_kind_of_precision_is_said(made, said):
    assert prose.said(made) == said


def test_per_cent_says_reached_once():
    assert prose.said(figure("percent", "%", value=98), "reached") == "đạt 98%"
    lowest = figure("percent", "%", value=98.5, precision="luôn đạt hơn")
    assert prose.said(lowest, "reached") == "luôn đạt hơn 98,5%"
    assert (
        prose.said(figure("percent", "%", value=30, precision="cơ bản trên"), "reached")
        == "cơ bản đạt trên 30%"
    )


@pytest.mark.parametrize(("least", "said"), [(97.22, ""), (86.11, "; thấp nhất đạt 86,11%")])
def test_the_least_of_a_single_class_is_not_said_again(least, said):
    figures = {
        ("study.attendance", ""): figure("ratio", "lượt", numerator=35, denominator=36),
        ("study.least_attendance", ""): figure("percent", "%", value=least),
    }
    text = "Đạt {study.attendance:share}[!; thấp nhất {study.least_attendance:reached}]."
    assert sentences.plain(sentences.write(text, figures)) == f"Đạt 97,22%{said}."


def test_a_ratio_gives_its_share_and_a_number_stands_alone():
    assert prose.said(figure("ratio", "đảng viên", numerator=56, denominator=66), "share") == "84,85%"
    assert prose.said(figure(value=152), "number") == "152"
    assert prose.said(figure(value=3_000_000_000, count="đồng", precision="gần"), "number") == "gần 3 tỷ"


def written(text, facts=None, **figures):
    """The sentence with figures called a.one, a.two…; what is not given is not declared anywhere."""
    found = {(f"a.{name}", ""): made for name, made in figures.items()}
    line = sentences.write(text, found, facts)
    return None if line is None else sentences.plain(line)


UNITS = figure("ratio", "tổ chức đảng", numerator=56, denominator=66)
DONORS = figure(value=7, count="cá nhân")
MONEY = figure(value=3_000_000_000, count="đồng", precision="gần")
GAVE = "Có <{a.units}|{a.donors}> ủng hộ {a.money}."


def test_the_sentence_of_the_source_is_written_word_for_word():
    said = written(GAVE, units=UNITS, donors=DONORS, money=MONEY)
    assert said == "Có 56/66 tổ chức đảng và 7 cá nhân ủng hộ gần 3 tỷ đồng."


def test_what_is_missing_leaves_the_sentence_whole():
    assert written(GAVE, donors=DONORS, money=MONEY) == "Có 7 cá nhân ủng hộ gần 3 tỷ đồng."
    assert written(GAVE, units=UNITS, donors=figure(value=0), money=MONEY) == (
        "Có 56/66 tổ chức đảng ủng hộ gần 3 tỷ đồng."
    )


def test_a_sentence_without_its_figure_is_left_out():
    assert written(GAVE, units=UNITS, donors=DONORS) is None
    assert written(GAVE, money=MONEY) is None
    nobody = figure("ratio", "tổ chức đảng", numerator=0, denominator=66)
    assert written("Có {a.units} ủng hộ.", units=nobody) is None
    assert written("Tỷ lệ dự học {a.least:reached}.", least=figure("percent", "%")) is None


def test_words_in_brackets_go_with_their_figure():
    text = "Tiếp nhận {a.heard}[, giải quyết xong {a.solved}]."
    assert written(text, heard=figure(value=5, count="ý kiến")) == "Tiếp nhận 5 ý kiến."
    both = written(text, heard=figure(value=5, count="ý kiến"), solved=figure(value=3, count="ý kiến"))
    assert both == "Tiếp nhận 5 ý kiến, giải quyết xong 3 ý kiến."


def test_three_parts_are_joined_with_a_comma_and_and():
    text = "Ban hành <{a.one}|{a.two}|{a.three}>."
    said = written(text, one=figure(value=1), two=figure(value=2), three=figure(value=3))
    assert said == "Ban hành 1 mô hình, 2 mô hình và 3 mô hình."


def test_a_part_alone_is_not_said_to_be_among_the_whole():
    text = "Đăng ký {a.all}[, gồm <+{a.one} của tập thể|{a.two} của cá nhân>]."
    assert written(text, all=figure(value=5), one=figure(value=5)) == "Đăng ký 5 mô hình."
    both = written(text, all=figure(value=5), one=figure(value=3), two=figure(value=2))
    assert both == "Đăng ký 5 mô hình, gồm 3 mô hình của tập thể và 2 mô hình của cá nhân."


def test_facts_stand_beside_figures():
    assert (
        written("{unit} có {a.one}.", {"unit": "Đảng bộ xã"}, one=figure(value=1))
        == "Đảng bộ xã có 1 mô hình."
    )


def test_a_figure_carries_its_link_and_the_words_none():
    line = sentences.write("Có {a.one}.", {("a.one", ""): figure(value=1)})
    assert [(piece.text, piece.url) for piece in line] == [
        ("Có ", ""),
        ("1 mô hình", "/so-lieu/test.figure/"),
        (".", ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Có {a.one",
        "Có a.one}",
        "Có [{a.one}",
        "Có <{a.one}|",
        "Có {a.one}]",
        "Có {a b}",
        "{a.one:xyz}",
        "a|b",
    ],
)
def test_a_sentence_that_cannot_be_read_is_refused(text):
    with pytest.raises(ValueError, match="."):
        sentences.parse(text)


@given(st.lists(st.booleans(), min_size=3, max_size=3))
def test_no_sentence_ever_has_a_hole(present):
    names = [name for name, there in zip(("units", "donors", "money"), present, strict=True) if there]
    given_ = {"units": UNITS, "donors": DONORS, "money": MONEY}
    said = written(GAVE, **{name: given_[name] for name in names})
    if said is None:
        assert "money" not in names or names == ["money"]
    else:
        assert "  " not in said and "{" not in said and " và ủng" not in said and "Có ủng" not in said


@pytest.mark.parametrize(
    ("label", "count", "called"),
    [
        ("Chỉ số PCI tăng bậc", "bậc", "Chỉ số PCI tăng"),
        ("Lượt người", "người", "Lượt người"),
        ("Dân số tăng", "người", "Dân số tăng"),
    ],
)
def test_a_rise_says_its_unit_once(label, count, called):
    assert prose.called(replace(figure(value=7, count=count), label=label)) == called


KEYS = [("study.admitted", ""), ("study.admitted", "source=course")]
WHOLE_AND_PART = {("a.issues", ""): 3, ("a.issues", "column=with"): 3, ("a.issues", "before|"): 2}


def told(text, made):
    return sentences.plain(sentences.write(text, made))


def in_issues(text, **numbers_told):
    numbers = WHOLE_AND_PART | {tuple(key.split("|", 1)): value for key, value in numbers_told.items()}
    made = {key: figure(value=value, count="bản tin") for key, value in numbers.items()}
    return sentences.plain(sentences.write(text, made))


def test_a_part_that_is_the_whole_is_not_counted_again():
    text = "Đã phát hành {a.issues}[ (cùng kỳ {a.issues:before})][, trong đó {a.issues@column=with} có ảnh]."
    assert in_issues(text) == "Đã phát hành 3 bản tin (cùng kỳ 2), đều có ảnh."
    one = {"a.issues|": 1, "a.issues|column=with": 1, "a.issues|before|": 0}
    assert in_issues(text, **one) == "Đã phát hành 1 bản tin, là bản tin có ảnh."
    assert in_issues(text, **{"a.issues|column=with": 2}).endswith("(cùng kỳ 2), trong đó 2 bản tin có ảnh.")
    in_time = "Đã xử lý {a.issues}[, trong đó đúng hạn {a.issues@column=with}]."
    assert in_issues(in_time) == "Đã xử lý 3 bản tin, đều đúng hạn."


def test_a_kind_that_is_the_whole_is_named_as_what_all_of_them_are():
    text = "Đã mở {a.issues}[, trong đó <{a.issues@column=with} có ảnh|{a.issues@column=none} thường>]."
    assert in_issues(text) == "Đã mở 3 bản tin, đều là bản tin có ảnh."
    assert in_issues(text, **{"a.issues|": 4}) == "Đã mở 4 bản tin, trong đó 3 bản tin có ảnh."


def test_numbers_that_are_not_exact_are_not_taken_for_the_same():
    almost = figure(value=3, count="bản tin", precision="gần")
    made = {("a.issues", ""): almost, ("a.issues", "column=with"): almost}
    part = "Có {a.issues}[, trong đó {a.issues@column=with} có ảnh]."
    assert told(part, made) == "Có gần 3 bản tin, trong đó gần 3 bản tin có ảnh."
    assert told("Có {a.issues}[! với {a.issues@column=with}].", made) == "Có gần 3 bản tin với gần 3 bản tin."


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("{study.admitted@source=course} từ các lớp", "đều từ các lớp"),
        ("có {study.admitted@source=course} từ các lớp", "đều từ các lớp"),
        ("đúng hạn {study.admitted@source=course}", "đều đúng hạn"),
    ],
)
def test_a_part_that_is_the_whole_is_typed_as_the_part_it_is(part, said):
    made = {key: figure(value=3, count="người") for key in KEYS}
    line = sentences.write(f"Đã kết nạp {{study.admitted}} vào Đảng[, trong đó {part}].", made)
    assert sentences.plain(line) == f"Đã kết nạp 3 người vào Đảng, {said}."
    names = wording.Names({}, {})
    (kept,) = names.read(names.typed(line))
    assert kept == f"Đã kết nạp {{study.admitted}} vào Đảng, trong đó {part}."
    assert sentences.plain(wording.Source(made, {}, {}).filled(kept)) == sentences.plain(line)
    made["study.admitted", "source=course"] = figure(value=2, count="người")
    assert "trong đó" in sentences.plain(wording.Source(made, {}, {}).filled(kept))


def test_what_people_word_says_all_of_it_only_of_one_part_alone():
    made = {key: figure(value=3, count="lớp") for key in KEYS}

    def filled(text, **more):
        return sentences.plain(wording.Source(made, {}, {}, **more).filled(text))

    part = "{study.admitted@source=course}"
    kind = f"Mở {{study.admitted}}, trong đó {part} nhận thức."
    assert filled(kind, kinds=frozenset(KEYS)) == "Mở 3 lớp, đều là lớp nhận thức."
    assert filled(kind) == "Mở 3 lớp, đều nhận thức."
    assert (
        filled(f"Mở {{study.admitted}}, trong đó {part} tốt; {part} xong.")
        == "Mở 3 lớp, đều tốt; 3 lớp xong."
    )
    for as_typed in (
        f"Mở {{study.admitted}}, trong đó {part} tốt và {part} khá.",
        f"Mở {{study.admitted}}, trong đó cán bộ và {part} tốt.",
        f"Mở {{study.admitted}}, {part} tốt.",
        f"Trong năm, trong đó {part} tốt.",
    ):
        assert "đều" not in filled(as_typed), as_typed


@pytest.mark.parametrize(
    "as_typed",
    [
        "{study.admitted}, trong đó chỉ {study.admitted@source=course} đạt.",
        "{study.admitted}, trong đó chưa có {study.admitted@source=course} nào dừng.",
        "{study.admitted}, trong đó hơn {study.admitted@source=course} đạt.",
        "{study.admitted}, trong đó {study.admitted@source=course} (70.000 lượt) và {practices.running} khác.",
        "{study.admitted}, trong đó có {practices.running} đang chạy.",
        "{study.admitted@movement=movement}, trong đó {study.admitted@source=course} tốt.",
    ],
)
def test_what_is_no_part_of_what_was_said_stays_as_people_typed_it(as_typed):
    keys = [*KEYS, ("study.admitted", "movement=movement"), ("practices.running", "")]
    source = wording.Source({key: figure(value=3, count="lớp") for key in keys}, {}, {})
    assert sentences.plain(source.filled(as_typed)) == re.sub(r"\{[^}]*\}", "3 lớp", as_typed)


def test_every_part_the_ready_forms_name_is_read_back_as_all_of_it():
    form = form_called("interim")
    assert (("practices.registered_total", ""), ("practices.typical", "")) in form.among
    for whole, part in form.among:
        made = {key: figure(value=3, count="lớp") for key in (whole, part)}
        named = sentences.Slot(*part)
        text = f"Có {{{sentences.Slot(*whole)}}}, trong đó {{{named}}} tốt."
        assert ", đều" in sentences.plain(wording.Source(made, {}, {}, among=form.among).filled(text)), text


def test_parts_that_a_sentence_lists_are_kinds():
    assert form_called("interim").kinds > {("study.courses", "kind=example")}
    assert ("study.admitted", "source=course") not in form_called("interim").kinds


def test_a_number_left_out_because_it_was_just_said_is_told():
    text = "Có {a.issues}[! với {a.issues@column=with:number} lượt]."
    made = {key: figure(value=3, count="bản tin") for key in WHOLE_AND_PART}
    (told_here,) = (piece for piece in sentences.write(text, made) if piece.slot)
    assert told_here.tells == ("a.issues@column=with:number",)


def test_people_looked_at_more_than_once_are_told_beside_the_people_only():
    (text,) = (one.text for one in INSPECTION if "reviews.people" in one.text)
    made = {("reviews.collectives", ""): figure(value=2, count="tập thể")}
    made["reviews.people", ""] = figure(value=5, count="người")
    made["reviews.decided", ""] = figure(value=7, count="lượt")
    start = "Đã kiểm điểm, có kết quả đối với 2 tập thể và 5 cá nhân"
    assert told(text, made) == f"{start} (7 lượt)."
    made["reviews.decided", ""] = figure(value=5, count="lượt")
    assert told(text, made) == f"{start}."


@pytest.mark.parametrize(
    ("content", "not_content", "said"),
    [
        (2, 1, ", trong đó 2 ý kiến hài lòng và 1 ý kiến chưa hài lòng"),
        (0, 3, ", đều chưa hài lòng"),
        (0, 1, ", trong đó 1 ý kiến chưa hài lòng"),
        (0, 0, ""),
    ],
)
def test_who_is_asked_again_and_all_not_content_is_said_once(content, not_content, said):
    (sentence,) = (one for one in OUTREACH if "outreach.opinions_satisfied}" in one.text)
    counted = {"": 3, "satisfaction=satisfied": content, "satisfaction=not": not_content}
    made = {
        ("outreach.opinions_satisfied", split): figure(value=value, count="ý kiến")
        for split, value in counted.items()
    }
    line = next(filter(None, (sentences.write(text, made) for text in sentence.texts)))
    assert sentences.plain(line) == f"Đã hỏi lại 3 ý kiến sau khi trả lời{said}."


def test_a_number_just_said_is_not_said_again_in_other_words():
    text = "Có {a.issues}[! với {a.issues@column=with:number} lượt]."
    assert in_issues(text) == "Có 3 bản tin."
    assert in_issues(text, **{"a.issues|column=with": 5}) == "Có 3 bản tin với 5 lượt."


@pytest.mark.parametrize(
    ("label", "made", "said"),
    [
        (
            "Tổ chức đảng tham gia ủng hộ",
            figure("ratio", "tổ chức đảng", numerator=56, denominator=66),
            " tham gia ủng hộ",
        ),
        ("Số hộ hiến đất", figure(value=12, count="hộ"), " hiến đất"),
        ("Hộ nghèo giảm", figure(value=12, count="hộ"), ""),
        ("Điểm hài lòng", figure(value=87, count="điểm"), ""),
        ("Đồng bào giúp nhau", figure(value=9, count="đồng"), ""),
        ("Tổng số tiền ủng hộ", figure(value=9, count="triệu đồng"), ""),
    ],
)
def test_what_the_label_only_names_follows_its_number(label, made, said):
    assert prose.counted_thing(replace(made, label=label)) == said


def said_by(form_sentences, naming, **numbers_told):
    """The sentence of a form that names this measure, with these numbers in it."""
    (sentence,) = (one for one in form_sentences if naming in one.text)
    counts = {key: catalogue()[key.split("|")[0]].unit_of_count for key in numbers_told}
    made = {
        tuple(key.split("|", 1)): figure(value=value, count=str(counts[key]))
        for key, value in numbers_told.items()
    }
    return told(next(text for text in sentence.texts if sentences.write(text, made)), made)


def test_commendations_that_the_source_did_not_split_are_told_as_such():
    said = said_by(COMMENDATIONS, "commendations.unsplit", **{"commendations.unsplit|": 27})
    assert said == "Đã khen thưởng 27 tập thể, cá nhân (nguồn chưa tách tập thể với cá nhân)."


def test_what_was_thought_out_and_what_runs_are_told_with_what_was_taken_over():
    numbers_told = {
        "practices.registered_total|": 11,
        "practices.running|": 46,
        "practices.running|origin=adopted": 35,
    }
    assert said_by(PRACTICES, "practices.registered_total", **numbers_told) == (
        "Lũy kế đã đăng ký 11 mô hình tự xây dựng; đang thực hiện 46 mô hình, "
        "trong đó 35 mô hình vận dụng từ nơi khác."
    )


def test_a_slice_by_field_is_worded_by_its_name():
    made = {("practices.running", ""): figure(value=60), ("practices.running", "field=f1"): figure(value=35)}
    kept = (
        "Đang thực hiện {practices.running}, trong đó {practices.running@field=f1} về xây dựng nông thôn mới."
    )
    assert sentences.plain(wording.Source(made, {}, {}).filled(kept)) == (
        "Đang thực hiện 60 mô hình, trong đó 35 mô hình về xây dựng nông thôn mới."
    )
