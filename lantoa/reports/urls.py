"""Addresses of reports."""

from lantoa.people.addresses import address
from lantoa.reports.pages import comparing, issuing, listing, outlining, reading, untold, wording, writing

VIEW, COMPOSE, ISSUE = "reports.view", "reports.compose", "reports.issue"

urlpatterns = [
    address("bao-cao/", listing.index, permission=VIEW, name="index"),
    address("bao-cao/soan/", listing.begin, permission=COMPOSE, name="begin"),
    address("bao-cao/doi-chieu/", comparing.compare, permission=COMPOSE, name="compare"),
    address("bao-cao/de-cuong/", outlining.index, permission=COMPOSE, name="outlines"),
    address("bao-cao/de-cuong/moi/", outlining.new, permission=COMPOSE, name="outline_new"),
    address("bao-cao/de-cuong/<int:pk>/", outlining.show, permission=COMPOSE, name="outline"),
    address("bao-cao/de-cuong/<int:pk>/sua/", outlining.edit, permission=COMPOSE, name="outline_edit"),
    address(
        "bao-cao/de-cuong/<int:pk>/thoi-dung/",
        outlining.lay_aside,
        permission=COMPOSE,
        name="outline_lay_aside",
    ),
    address("bao-cao/<int:pk>/", reading.show, permission=VIEW, name="show"),
    address("bao-cao/<int:pk>/soan/", writing.compose, permission=COMPOSE, name="compose"),
    address("bao-cao/<int:pk>/soan/<slug:code>/", wording.section, permission=COMPOSE, name="section"),
    address(
        "bao-cao/<int:pk>/soan/<slug:code>/lay-lai/", wording.restore, permission=COMPOSE, name="restore"
    ),
    address("bao-cao/<int:pk>/soan/<slug:code>/da-xem/", wording.accept, permission=COMPOSE, name="accept"),
    address("bao-cao/<int:pk>/chua-noi-den/", untold.untold, permission=COMPOSE, name="untold"),
    address("bao-cao/<int:pk>/phu-luc/", reading.annex, permission=VIEW, name="annex"),
    address("bao-cao/<int:pk>/thay-doi/", reading.changes, permission=VIEW, name="changes"),
    address("bao-cao/<int:pk>/theo-to-chuc/", reading.by_trees, permission=VIEW, name="trees"),
    address("bao-cao/<int:pk>/cac-ban/", reading.versions, permission=VIEW, name="versions"),
    address("bao-cao/<int:pk>/tai/", reading.download, permission=VIEW, name="download"),
    address("bao-cao/<int:pk>/ban-hanh/", issuing.issue, permission=ISSUE, name="issue"),
]
