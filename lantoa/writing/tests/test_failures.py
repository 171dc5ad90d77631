"""What earlier readers of such texts got wrong: each sentence is a lesson about the language."""

from __future__ import annotations

import pytest

from lantoa.writing import rules
from lantoa.writing.rules import advise, labels


@pytest.mark.parametrize(
    "text",
    [
        "Chi bộ phân công đảng viên gõ từng nhà, bàn bạc với dân chuyện hiến đất.",
        "Cùng nhau quét rác, nhổ cỏ đường làng.",
        "Động viên người dân không phá rừng làm nương.",
        "Kêu gọi các cụ bảo tồn nghề dệt của bản.",
    ],
)
def test_an_act_need_not_be_on_any_list_of_official_verbs(text):
    assert labels(text)["action"]
    assert advise(text).hint("action") is None


def test_no_text_is_ever_told_that_it_holds_no_act():
    said = " ".join(str(message) for message in rules.MESSAGES.values()).lower()
    assert "không có việc làm" not in said
    assert "yếu" not in said and "không đạt" not in said and "điểm số" not in said


def test_a_unit_that_nobody_listed_is_counted():
    found = advise("Dựng 2 cổng chào ở đầu thôn.").of("target")
    assert [one.text for one in found] == ["2 cổng"]


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện khẩu hiệu “Ngày làm việc 8 giờ”.",
        "Phấn đấu đạt tiêu chí số 6 về cơ sở vật chất văn hóa.",
        "Làm căn cước cho công dân từ đủ 14 tuổi.",
        "Hướng dẫn bà con cài định danh mức 2.",
        "Kèm học sinh lớp 6 còn yếu môn Toán.",
        "Dọn vệ sinh ở xóm 7.",
        "Tự soi theo 27 biểu hiện suy thoái.",
        "Mỗi ngày làm một việc tốt.",
        "Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.",
    ],
)
def test_a_number_that_names_something_is_no_target(text):
    assert not labels(text)["measurable_target"], advise(text).of("target")


@pytest.mark.parametrize(
    "text",
    [
        "Ra quân phong trào “Ngày thứ Bảy tình nguyện”.",
        "Tham gia Ngày thứ Bảy tình nguyện của Đoàn xã.",
        "Mỗi ngày làm một việc tốt.",
        "Thường xuyên tu dưỡng đạo đức.",
        "Giữ nếp sống hằng ngày giản dị, giản dị trong sinh hoạt hằng ngày.",
        "Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.",
        "Đây là lần thứ hai xã đăng ký.",
    ],
)
def test_a_time_in_a_name_or_a_habit_is_no_deadline(text):
    assert not labels(text)["deadline"], advise(text).of("deadline")


def test_a_campaign_of_ten_days_is_a_deadline():
    found = advise("Mở đợt cao điểm 10 ngày làm sạch bờ biển.").of("deadline")
    assert [one.text for one in found] == ["cao điểm 10 ngày"]


def test_a_verb_inside_a_compound_is_no_verb():
    text = "Phát huy sáng kiến, tinh thần lao động của tập thể."
    said = labels(text)
    assert not said["product"] and not said["beneficiary"] and not said["action"]


def test_twice_a_day_is_a_measure_and_a_time():
    advice = advise("Lau dọn buồng bệnh mỗi ngày 2 lần.")
    assert [one.text for one in advice.of("target")] == ["2 lần"]
    assert advice.of("deadline")
    assert not labels("Sinh hoạt chuyên đề mỗi quý 1 lần.")["measurable_target"]


def test_a_range_is_one_target():
    assert [one.text for one in advise("Giúp từ 5 đến 7 hộ nghèo.").of("target")] == ["5 đến 7 hộ"]


def test_all_members_sign_up_is_a_number_but_no_result():
    advice = advise("100% đảng viên đăng ký học tập và làm theo Bác.")
    assert advice.hint("target") is None
    assert str(advice.hint("formal_target").message).startswith("Chỉ tiêu này đo việc đăng ký")


def test_a_share_of_results_is_not_formal():
    advice = advise("100% hồ sơ đăng ký khai sinh được giải quyết trước hạn.")
    assert advice.hint("formal_target") is None and advice.hint("target") is None


@pytest.mark.parametrize(
    "text", ["Lập danh sách người bệnh từng tuần.", "Thăm gia đình chính sách trong xã."]
)
def test_a_list_and_a_policy_are_no_books(text):
    assert not any(found.text == "sách" for found in advise(text).found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mỗi tuần 2 bài dạy miễn phí.", "2 bài"),
        ("Hồ sơ đúng hạn đạt chín mươi lăm phần trăm.", "chín mươi lăm phần trăm"),
        ("Trồng một nghìn cây xanh.", "một nghìn cây"),
        ("Giảm một nửa thời gian chờ.", "một nửa"),
        ("Giảm 1/2 số hồ sơ trễ.", "1/2 số"),
    ],
)
def test_a_number_is_read_however_it_is_written(text, said):
    assert [one.text for one in advise(text).of("target")] == [said]


@pytest.mark.parametrize("when", ["T6/2026", "HK2", "Q2", "trước 30.6", "trong 24 giờ", "trước  ngày  30/6"])
def test_a_time_is_read_however_it_is_written(when):
    assert advise(f"Trả hồ sơ cho dân {when}.").of("deadline")


def test_two_blanks_between_words_are_one():
    text = "Giúp  5  hộ\u00a0\u00a0nghèo  trước\tngày 30/11/2026"
    advice = advise(text)
    assert [one.text for one in advice.of("target")] == ["5  hộ"]
    assert [text[one.start : one.end] for one in advice.of("deadline")] == ["ngày 30/11/2026"]


@pytest.mark.parametrize("name", ["lớp 4A", "quốc lộ 1A", "5S", "năm anh em", "phố 8/3", "lớp 9/3"])
def test_a_name_with_a_number_is_neither_a_target_nor_a_time(name):
    advice = advise(f"Dọn sạch sân ở {name} cùng bà con.")
    assert advice.of("target") == () == advice.of("deadline")


def test_paper_about_the_work_is_not_its_result():
    paper, work = "Xây dựng 1 kế hoạch, 2 báo cáo trước 30/6.", "Xây 1 cây cầu, viết 2 báo cáo trước 30/6."
    assert advise(paper).hint("formal_target") is not None
    assert advise(work).hint("formal_target") is None


def test_what_was_typed_without_marks_is_not_said_to_lack_anything():
    advice = advise("giup 5 ho ngheo trong thon thoat ngheo truoc 30/11/2026")
    assert [hint.key for hint in advice.hints] == ["no_marks"]


def test_marks_round_the_whole_undertaking_do_not_hide_it():
    seen = labels("“Dạy bơi miễn phí cho 20 học sinh trước 30/6”")
    assert seen["action"] and seen["measurable_target"] and seen["deadline"]


def test_a_plain_word_of_honesty_is_an_act():
    text = "Không nhận quà, ai đưa phong bì thì trả lại ngay trước mặt mọi người."
    assert advise(text).hint("action") is None


def test_three_turns_of_phrase_at_the_end_of_a_long_text_are_not_most_of_it():
    routine = " Không ngừng học tập, nâng cao trình độ, hoàn thành tốt nhiệm vụ được giao."
    text = "Mỗi tháng nấu 150 suất cơm phát cho bệnh nhân nghèo ở bệnh viện huyện. " * 5 + routine
    assert advise(text).hint("stock") is None
