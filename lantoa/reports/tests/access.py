"""Who may use which address of this room."""

from lantoa.reports import actions
from lantoa.reports.tests.world import NOW, YEAR, every_text, open_terms
from tests.access import Row

VIEWERS = "committee officer leader inspector"


def prepare(cast):
    """The commune has a report in hand; another one, of the first half of the year, is issued."""
    open_terms(cast)
    cast.things["draft"] = actions.begin(unit=cast.commune, period=YEAR, by=cast.committee)
    actions.write(cast.things["draft"], texts=every_text(), heads={}, by=cast.committee, at=NOW)
    cast.things["outline"] = actions.keep_outline(
        unit=cast.province, name="Của tỉnh", headings="Kiến nghị", given_below=True, by=cast.officer, at=NOW
    )
    first_half = type(YEAR).parse("2026-H1")
    report = actions.begin(unit=cast.commune, period=first_half, by=cast.committee)
    actions.write(report, texts=every_text(), heads={}, by=cast.committee, at=NOW)
    cast.things["issued"] = actions.issue(report, on=cast.today, letters="ĐU", by=cast.committee, at=NOW)


def draft(cast):
    return [cast.things["draft"].pk]


def outline(cast):
    return [cast.things["outline"].pk]


def section(cast):
    return [cast.things["draft"].pk, "study"]


def issued(cast):
    return [cast.things["issued"].pk]


def asked(cast):
    return {"unit": cast.commune.code, "period": "2026-Q3"}


TABLE = [
    Row("reports:index", allowed="secretary other_secretary far_secretary " + VIEWERS),
    Row("reports:begin", method="POST", data=asked, allowed="committee officer"),
    Row("reports:compare", allowed="committee officer"),
    Row("reports:outlines", allowed="committee officer"),
    Row("reports:outline_new", allowed="committee officer"),
    Row(
        "reports:outline_new",
        method="POST",
        data=lambda cast: {"name": "Đề cương", "headings": "Kiến nghị"},
        allowed="committee officer",
    ),
    Row("reports:outline", args=outline, allowed="committee officer"),
    Row("reports:outline_edit", args=outline, allowed="officer committee"),
    Row(
        "reports:outline_edit",
        args=outline,
        method="POST",
        data=lambda cast: {"name": "Đề cương", "headings": "Kiến nghị"},
        allowed="committee officer",
    ),
    Row("reports:outline_lay_aside", args=outline, method="POST", allowed="officer"),
    Row("reports:show", args=draft, allowed=VIEWERS),
    Row("reports:show", args=issued, allowed=VIEWERS),
    Row("reports:annex", args=draft, allowed=VIEWERS),
    Row("reports:annex", args=issued, allowed=VIEWERS),
    Row("reports:changes", args=issued, allowed=VIEWERS),
    Row("reports:trees", args=draft, allowed=VIEWERS),
    Row("reports:versions", args=draft, allowed=VIEWERS),
    Row("reports:compose", args=draft, allowed="committee officer"),
    Row(
        "reports:compose",
        args=draft,
        method="POST",
        data=lambda cast: {"text_duty": "Tốt"},
        allowed="committee officer",
    ),
    Row("reports:section", args=section, allowed="committee officer"),
    Row(
        "reports:section",
        args=section,
        method="POST",
        data=lambda cast: {"lines": "Đã mở {Lớp, hội nghị học tập, quán triệt}."},
        allowed="committee officer",
    ),
    Row("reports:untold", args=draft, allowed="committee officer"),
    Row("reports:restore", args=section, method="POST", allowed="committee officer"),
    Row("reports:accept", args=section, method="POST", allowed="committee officer"),
    Row("reports:download", args=draft, allowed=VIEWERS),
    Row("reports:download", args=issued, allowed=VIEWERS),
    Row("reports:issue", args=draft, allowed="committee leader"),
    Row("reports:issue", args=draft, method="POST", data=lambda cast: {}, allowed="committee leader"),
]
