"""What holds of every list: looking writes nothing, nothing is written twice, undoing leaves nothing behind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse

from lantoa.exchange import actions, queries
from lantoa.exchange.models import Import
from lantoa.foundation.exchange import CHANGED, CONFLICT, NEW, SAME
from lantoa.foundation.models import Event
from lantoa.foundation.sheets import as_workbook
from lantoa.foundation.tables import Grid, read_file, read_text

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Example:
    """A table of two good rows and one that cannot be; what of the first is said otherwise later."""

    who: str
    good: str
    bad: str
    wrong: tuple[str, str]  # the column and the words that the bad row gets there ("" for the whole row)
    mended: tuple[str, str] | None = None
    page: str = ""
    asked: str = ""
    by_code: bool = False  # what is only near is asked about, so the list that went out is mended


EXAMPLES = {
    "donations": Example(
        "secretary",
        "Cuộc vận động\tNgày\tHọ và tên\tSố tiền\tHiện vật\tSố lượng\tĐVT\n"
        "Địa chỉ nhân đạo\t05/10/2026\tĐỗ Thị Hương\t500.000\t\t\t\n"
        "Địa chỉ nhân đạo\t05/10/2026\t\t\tgạo\t12,5\tkg",
        "Địa chỉ nhân đạo\t05/10/2026\t\t100.000\tgạo\t\t",
        ("in_kind", "tiền hoặc hiện vật"),
        ("12,5", "15"),
        by_code=True,
        page="outreach:donations",
    ),
    "pledges": Example(
        "secretary",
        "Giúp ai, việc gì\tHọ và tên\tĐịnh kỳ\tSố tiền\tHiện vật\tTừ ngày\n"
        "Một học sinh mồ côi lớp 9\tĐỗ Thị Hương\tmỗi tháng\t500.000\t\t05/09/2026\n"
        "Bếp ăn tình thương\t\tmỗi quý\t\t20 kg gạo\t05/09/2026",
        "Một cụ già neo đơn\t\tmỗi tháng\t\t\t05/09/2026",
        ("amount", "Nhập số tiền mỗi lần"),
        ("20 kg gạo", "30 kg gạo"),
        by_code=True,
        page="outreach:pledges",
    ),
    "opinions": Example(
        "secretary",
        "Nội dung ý kiến\tNgày\tLĩnh vực\tNgười góp ý\tTrả lời\tTrả lời ngày\n"
        "1. Đường thôn lầy lội\t05/10/2026\tđường, điện, nước\tÔng Hai\tSẽ sửa quý I\t12/10/2026\n"
        "'=Thủ tục còn chậm\t05/10/2026\tthủ tục hành chính\t\t\t",
        "Đèn đường hỏng\t05/10/2026\t\t\tĐã sửa\t01/10/2026",
        ("answered_on", "sớm hơn ngày tiếp nhận"),
        ("Sẽ sửa quý I", "Đã sửa xong"),
        page="outreach:opinions",
    ),
    "complaints": Example(
        "committee",
        "Số đơn\tNgày nhận\tLoại đơn\tNội dung\tHọ và tên\tKết luận\tKết quả\tNgày giải quyết\n"
        "05\t05/10/2026\tkhiếu nại\tChưa trả tiền đất\tBàn Thị Góp\tđúng\tĐã trả đủ\t20/10/2026\n"
        "06\t05/10/2026\tkiến nghị\tSửa đường thôn\t\t\t\t",
        "07\t05/10/2026\ttố cáo\tCán bộ chậm\t\t\tĐã trả lời\t20/10/2026",
        ("result", "Chọn kết luận"),
        ("Đã trả đủ", "Đã trả đủ, có biên nhận"),
        page="outreach:complaints",
    ),
    "issues": Example(
        "secretary",
        "Bản tin\tSố bản tin\tNgày\tSố bản in\n"
        "Bản tin tư pháp\tSố 3/2026\t05/10/2026\t200\n"
        "Bản tin tư pháp\tSố 2/2026\t05/07/2026\t",
        "Bản tin tư pháp\tSố 4/2026\t05/12/2026\t",
        ("issued_on", "chưa đến"),
        ("200", "250"),
        page="outreach:issues",
    ),
    "shares": Example(
        "secretary",
        "Nội dung\tKênh\tTừ ngày\tĐến ngày\tSố lượt\tSố người\n"
        "Gương người tốt\tZalo chi bộ\t01/10/2026\t31/10/2026\t40\t12\n"
        "Bài về đại hội\tFacebook Đoàn\t01/10/2026\t31/10/2026\t9\t",
        "Bài khác\tZalo chi bộ\t01/10/2026\t31/10/2026\t3\t5",
        ("people", "không nhiều hơn số lượt"),
        ("40\t12", "41\t12"),
        page="outreach:shares",
    ),
    "prize_works": Example(
        "secretary",
        "Tên tác phẩm\tĐợt giải\tLĩnh vực\tTác giả\tNgày gửi\tĐạt giải\tNgày trao\n"
        "Thầy tôi\tGiải của trường, năm 2026\tBáo chí\tTổ Văn\t05/10/2026\tgiải A\t20/10/2026\n"
        "Tiếng khèn\tGiải của trường, năm 2026\tVăn học\tLò Văn Ánh\t05/10/2026\t\t",
        "Bức tranh\tGiải của trường, năm 2026\tHội họa\tLò Văn Ánh\t05/10/2026\t\t",
        ("field", "Chọn một lĩnh vực"),
        ("Tiếng khèn", "Tiếng khèn bản em"),
        by_code=True,
        page="outreach:prize_works",
    ),
    "meetings": Example(
        "secretary",
        "Ngày\tLoại\tVắng\tGiờ\tThời lượng\tChuyên đề\n"
        "03/10/2026\tsinh hoạt thường kỳ\tĐỗ Thị Hương (ốm); Bùi Văn Thắng\t14h30\t90\t\n"
        "04/11/2026\tchuyên đề\t\t\t\tHọc tập Bác về nêu gương",
        "05/11/2026\tsinh hoạt thường kỳ\tNguyễn Văn Lạ\t\t\t",
        ("absent", "không có trong danh sách phải dự"),
        ("; Bùi Văn Thắng", ""),
        "meetings:index",
    ),
    "registrations": Example(
        "secretary",
        "Họ và tên\tNăm\tNội dung đăng ký\tChỉ tiêu\tĐVT\tHạn\n"
        "Đỗ Thị Hương\t2027\tKèm hai học sinh yếu môn Toán\t2\thọc sinh\t30/05/2027\n"
        "Đỗ Thị Hương\t2027\tĐọc hết một cuốn sách về Bác mỗi quý\t\t\t",
        "Bùi Văn Thắng\t2027\tTrồng cây quanh trường\t5\t\t",
        ("target_unit", "đơn vị"),
        page="registrations:index",
        asked="nam=2027",
    ),
    "commendations": Example(
        "secretary",
        "Số quyết định\tNgày quyết định\tHình thức\tĐối tượng\tHọ và tên\n"
        "05-QĐ/CB\t05/10/2026\tbiểu dương\tcá nhân\tĐỗ Thị Hương\n"
        "05-QĐ/CB\t05/10/2026\tbiểu dương\ttập thể\tTổ Toán",
        "06-QĐ/CB\t05/10/2026\tbằng khen\tcá nhân\tBùi Văn Thắng",
        ("form", "không thuộc thẩm quyền"),
        page="commendations:index",
    ),
    "practices": Example(
        "secretary",
        "Tên mô hình\tCách làm\tSố người tham gia\tKinh phí\tTừ ngày\tĐến ngày\n"
        "Tiết học không tiếng chuông\t1. Họp tổ. 2. Làm thử.\t12\t1,5 triệu\t01/09/2026\t\n"
        "Tủ sách lưu động\tMỗi lớp một tủ\t\t\t\t",
        "Vườn rau của em\tTrồng rau\t\t\t01/09/2026\t01/08/2026",
        ("last_day", ""),
        ("Mỗi lớp một tủ", "Mỗi lớp hai tủ"),
        "practices:index",
    ),
    "works": Example(
        "secretary",
        "Tên công trình\tLoại\tKinh phí\tNgày bàn giao\n"
        "Nhà đại đoàn kết thôn Nà Lùng\tnhà ở\t80 triệu\t05/10/2026\n"
        "Sân chơi trường\tnhà văn hóa, sân chơi\t\t",
        "Cầu treo\tcầu\t\t05/12/2026",
        ("handed_over_on", "chưa đến"),
        ("80000000", "90000000"),
        by_code=True,
        page="outreach:works",
    ),
    "articles": Example(
        "secretary",
        "Tiêu đề\tThể loại\tNơi đăng\tNgày\tLink\n"
        "Lớp học không tiếng chuông\tbài\tBáo Sơn Hà\t05/10/2026\thttps://example.org/1\n"
        "Mỗi tuần một việc tốt\tchuyên mục\tBản tin trường\t01/09/2026\t",
        "Một tin\ttin\tBản tin\t05/10/2026\tjavascript:alert(1)",
        ("url", "bắt đầu bằng https"),
        ("example.org/1", "example.org/2"),
        by_code=True,
        page="outreach:articles",
    ),
    "readings": Example(
        "officer",
        "Tên\tLoại\tNguồn\tTrang\tNội dung\n"
        "Chiếc áo ấm\tmẩu chuyện\tSách của tỉnh\t12\tMột mùa đông nọ. ;; Rồi xuân về.\n"
        "Lời dặn người cán bộ\ttrích dẫn\tSách của tỉnh\t40\t",
        "Một câu chuyện\tchưa rõ loại\tSách của tỉnh\t\t",
        ("kind", "chuyện"),
        ("12\tMột", "13\tMột"),
        page="readings:index",
    ),
    "calendar": Example(
        "secretary",
        "Ngày\tLoại\tGiờ\tChuyên đề\tĐến lượt\n"
        "03/12/2026\tsinh hoạt thường kỳ\t14h30\t\tTổ Văn\n"
        "15/12/2026\thội nghị\t\tTổng kết năm 2026\t",
        "03/10/2026\tsinh hoạt thường kỳ\t\t\t",
        ("held_on", "đã qua"),
        ("Tổ Văn", "Tổ Toán"),
        "meetings:calendar",
    ),
    "plans": Example(
        "secretary",
        "Tên kế hoạch\tNăm\tSố, ký hiệu\tNgày ban hành\tPhân công\n"
        "Kế hoạch năm 2026\t2026\t01-KH/CB\t05/01/2026\tDạy phụ đạo | Tổ Toán || 31/05/2026 | 12 buổi\n"
        "Kế hoạch làm thêm\t2026\t\t\tTrồng cây | Đoàn ;; Trồng hoa | Hội",
        "Kế hoạch khác\t2026\t\t05/01/2026\t",
        ("number", "Nhập số, ký hiệu"),
        ("Trồng cây", "Trồng rau"),
        "programme:plans",
        by_code=True,
    ),
    "study_units": Example(
        "committee",
        "Lớp học\tĐơn vị dự\tĐược triệu tập\tSố dự\n"
        "Hội nghị của xã\tChi bộ thôn Nà Lùng\t20\t19\n"
        "Hội nghị của xã\tChi bộ Trường THCS Hòa Bình\t18\t17",
        "Hội nghị của xã\tĐảng bộ xã An Phú\t9\t12",
        ("attended", "nhiều hơn số được triệu tập"),
        ("20\t19", "20\t18"),
        "study:class_units",
    ),
    "movements": Example(
        "secretary",
        "Tên phong trào\tPhát động ngày\tĐến hết ngày\tCấp\tMục tiêu\n"
        "Giúp nhau học tốt\t05/01/2026\t31/12/2026\tđơn vị\tMỗi tổ kèm hai học sinh\n"
        "Trường sạch, lớp sạch\t05/02/2026\t\t\t",
        "Ba tháng thi đua\t05/03/2026\t01/02/2026\t\t",
        ("last_day", "sau ngày bắt đầu"),
        ("Mỗi tổ kèm hai", "Mỗi tổ kèm ba"),
        "programme:movements",
        by_code=True,
    ),
    "participations": Example(
        "committee",
        "Phong trào\tĐơn vị\tTham gia từ ngày\tNội dung\tSố người\tTrong đó đảng viên\n"
        "Dân vận khéo\tChi bộ thôn Nà Lùng\t05/02/2026\tGiúp ba hộ\t12\t7\n"
        "Dân vận khéo\t\t05/02/2026\t\t\t",
        "Dân vận khéo\tChi bộ Trường THCS Hòa Bình\t05/02/2026\t\t3\t9",
        ("party_members", "nhiều hơn tổng số"),
        ("Giúp ba hộ", "Giúp bốn hộ"),
        "programme:participations",
    ),
    "courses": Example(
        "secretary",
        "Loại lớp\tTên lớp\tKhai giảng ngày\tSố học viên\tGiấy chứng nhận\tCó nội dung học tập Bác\n"
        "đảng viên mới\tLớp đảng viên mới khóa 3\t05/03/2026\t40\t38\tx\n"
        "nhận thức về Đảng\tLớp nhận thức về Đảng\t05/04/2026\t25\t\t",
        "lý luận chính trị\tLớp chuyên đề\t05/05/2026\t10\t12\t",
        ("certified", "nhiều hơn số học viên"),
        ("38", "39"),
        "study:courses",
    ),
    "admissions": Example(
        "secretary",
        "Ngày kết nạp\tSố người\tPhong trào\n03/02/2026\t2\t\n19/05/2026\t3\t",
        "20/12/2026\t1\t",
        ("admitted_on", "chưa đến"),
        page="study:admissions",
    ),
    "study": Example(
        "secretary",
        "Nội dung\tNgày học\tTriệu tập\tDự\tHọc bù\tHình thức\n"
        "Nghị quyết số 1\t05/10/2026\t18\t16\t1\ttrực tuyến\n"
        "Chuyên đề năm 2026\t12/10/2026\t18\t18\t\t",
        "Chuyên đề quý III\t02/11/2026\t10\t12\t\t",
        ("party_attended", "nhiều hơn số được triệu tập"),
        ("16\t1", "17\t0"),
        "study:index",
    ),
}
CODES = sorted(EXAMPLES)


def opened(cast, code: str, grid: Grid | str) -> Import:
    grid = read_text(grid) if isinstance(grid, str) else grid
    by = getattr(cast, EXAMPLES[code].who)
    return actions.open_list(grid, kind=code, unit=by.unit, by=by)


def counts(cast, draft: Import) -> dict[str, int]:
    looked = queries.look(draft, getattr(cast, EXAMPLES[draft.kind].who))
    return {state: n for state, n in looked.counts.items() if n}


def brought_in(cast, code: str) -> Import:
    return actions.carry_out(opened(cast, code, EXAMPLES[code].good), by=getattr(cast, EXAMPLES[code].who))


LEFT_OUT = {"foundation.Event", "exchange.Import", "foundation.Sent", "writing.Pool"}
LEFT_OUT |= {"documents.Register"}  # the counter of a series, that a paper was entered in it


@cache
def questions() -> dict[str, str]:
    """Table → how its rows are asked for, without their numbers; as it stands, for it is asked again and again."""
    quote = connection.ops.quote_name
    asked = {}
    for model in apps.get_models():
        if model.__module__.startswith("lantoa") and model._meta.label not in LEFT_OUT:
            columns = [quote(one.column) for one in model._meta.concrete_fields if not one.primary_key]
            asked[model._meta.label] = f"SELECT {', '.join(columns)} FROM {quote(model._meta.db_table)}"
    return asked


def world() -> dict[str, list[tuple[object, ...]]]:
    """Every row of the house without its number; not the history, nor the lists themselves."""
    found = {}
    with connection.cursor() as cursor:
        for label, question in questions().items():
            cursor.execute(question)
            if rows := cursor.fetchall():
                found[label] = sorted(rows, key=str)
    return found


def gone_out(cast, code: str) -> bytes:
    declared, by = queries.kinds()[code], getattr(cast, EXAMPLES[code].who)
    return as_workbook(declared, declared.rows(by.unit, by=by), by=by)


@pytest.mark.deep(each=3)
@pytest.mark.parametrize("code", CODES)
def test_looking_writes_nothing_and_says_what_its_own_action_would_refuse(cast, setting, code):
    setting(code)
    before, events, example = world(), Event.objects.count(), EXAMPLES[code]
    draft = opened(cast, code, f"{example.good}\n{example.bad}")
    looked = queries.look(draft, getattr(cast, example.who))
    assert [plan.state for plan in looked.plans] == [NEW, NEW, CONFLICT], [
        (plan.said, plan.row.wrongs) for plan in looked.plans
    ]
    column, words = example.wrong
    last = looked.plans[-1]
    assert words in (last.row.wrongs.get(column, "") if column else last.said), (last.row.wrongs, last.said)
    assert (world(), Event.objects.count()) == (before, events)


@pytest.mark.deep(each=3)
@pytest.mark.parametrize("code", CODES)
def test_the_same_table_again_says_nothing_to_do(cast, setting, code):
    setting(code)
    assert brought_in(cast, code).counts[NEW] == 2
    assert counts(cast, opened(cast, code, EXAMPLES[code].good)) == {SAME: 2}


@pytest.mark.deep(each=3)
@pytest.mark.parametrize("code", CODES)
def test_what_went_out_and_comes_back_unchanged_says_nothing_to_do(cast, setting, code):
    setting(code)
    brought_in(cast, code)
    assert counts(cast, opened(cast, code, read_file("a.xlsx", gone_out(cast, code)))) == {SAME: 2}


@pytest.mark.deep(each=3)
@pytest.mark.parametrize("code", CODES)
def test_undoing_leaves_the_rows_as_they_were(cast, setting, code):
    setting(code)
    before = world()
    done = brought_in(cast, code)
    assert world() != before and Event.objects.filter(verb="import.imported").count() == 1
    assert actions.undo(done, by=getattr(cast, EXAMPLES[code].who)) == []
    assert world() == before


def rows_apart(code: str) -> tuple[str, str]:
    """The table with its first row only, and with its second only."""
    heading, first, second = EXAMPLES[code].good.split("\n")
    return f"{heading}\n{first}", f"{heading}\n{second}"


@pytest.mark.deep(each=3)
@pytest.mark.parametrize("code", [code for code in CODES if code != "registrations"])
@pytest.mark.parametrize("turned", [False, True])
def test_undoing_leaves_what_stood_there_before_the_list(cast, setting, code, turned):
    """What is brought in beside it may stand on the same decision, class or campaign."""
    setting(code)
    by, (there, _new) = getattr(cast, EXAMPLES[code].who), rows_apart(code)[:: -1 if turned else 1]
    actions.carry_out(opened(cast, code, there), by=by)
    before = world()
    done = brought_in(cast, code)
    assert (done.counts[NEW], done.counts[SAME]) == (1, 1)
    assert actions.undo(done, by=by) == []
    assert world() == before


def mended(cast, code: str) -> Grid | str:
    """The table with one cell said otherwise: as it was typed, or as it went out with its codes."""
    before, after = EXAMPLES[code].mended
    if not EXAMPLES[code].by_code:
        return EXAMPLES[code].good.replace(before, after, 1)
    grid = read_file("a.xlsx", gone_out(cast, code))
    return Grid([[cell.replace(before, after) for cell in row] for row in grid.rows], grid.name)


def test_every_list_that_comes_in_has_an_example():
    """Units and people have stories of their own: `test_lists.py`."""
    coming_in = {kind.code for kind in queries.kinds().values() if kind.imports}
    assert coming_in == {*CODES, "units", "people"}


@pytest.mark.deep(each=3)
@pytest.mark.parametrize("code", [code for code in CODES if EXAMPLES[code].mended])
def test_what_is_mended_in_excel_is_changed_and_put_back(cast, setting, code):
    setting(code)
    example = EXAMPLES[code]
    brought_in(cast, code)
    before = world()
    draft = opened(cast, code, mended(cast, code))
    assert counts(cast, draft) == {CHANGED: 1, SAME: 1}
    by = getattr(cast, example.who)
    done = actions.carry_out(draft, by=by)
    assert world() != before
    assert actions.undo(done, by=by) == []
    assert world() == before


@pytest.mark.deep(each=3)
@pytest.mark.parametrize("code", CODES)
def test_the_list_goes_out_whole_from_its_own_page(cast, setting, code):
    setting(code)
    brought_in(cast, code)
    example = EXAMPLES[code]
    client = cast.client(example.who)
    page = reverse(example.page) + f"?{example.asked}"
    answer = client.get(f"{page}&xuat=xlsx")
    assert answer.headers["Content-Disposition"].startswith(f'attachment; filename="{code}-')
    assert "xuat=xlsx" in client.get(page).content.decode()
    assert counts(cast, opened(cast, code, read_file("a.xlsx", answer.content))) == {SAME: 2}


@pytest.mark.parametrize(
    "page", ["breakthroughs:index", "shortcomings:index", "exemplars:index", "adoptions:library"]
)
def test_lists_that_only_go_out_have_their_button_too(cast, page):
    client = cast.client("secretary")
    assert "xuat=xlsx" in client.get(reverse(page)).content.decode()
    answer = client.get(reverse(page), {"xuat": "xlsx"})
    assert read_file("a.xlsx", answer.content).rows[0][-1] == "Mã"


def test_who_keeps_no_records_of_people_reads_no_cards_and_telephones(cast):
    kind = queries.kinds()["people"]
    assert {"phone", "card_number", "email"} & {one.code for one in kind.columns_for(cast.administrator)}
    for who in ("secretary", "committee", "officer", "leader", "inspector"):
        assert not {"phone", "card_number", "email"} & {
            one.code for one in kind.columns_for(getattr(cast, who))
        }


@pytest.mark.parametrize(("who", "may"), [("secretary", False), ("administrator", True)])
def test_people_are_brought_in_where_that_is_offered(cast, who, may):
    client, door = cast.client(who), reverse("exchange:start", args=["people"])
    assert (door in client.get(reverse("people:index")).content.decode()) is may
    assert (client.get(door).status_code == 200) is may
