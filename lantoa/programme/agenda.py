"""What the programme brings to a unit's meeting: papers to make known, tasks of the plan that fall due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.agenda import NEWS, NEXT, STUDY, Point
from lantoa.foundation.dates import show_date
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.programme import queries
from lantoa.programme.models import Directive, Theme

THEMES = {
    Theme.Span.TERM: gettext_lazy("Chuyên đề toàn khóa: %(theme)s"),
    Theme.Span.YEAR: gettext_lazy("Chuyên đề năm: %(theme)s"),
}
NEW_FOR, SOON, MOST = 45, 31, 6  # days, days, lines


def brings(unit: Unit, actor: Actor, on: dt.date) -> Iterator[Point]:
    """Themes with their papers; papers of the last weeks; the plan asked for; what of the plan falls due."""
    nearest = {theme.kind: theme for theme in queries.with_papers(queries.themes_of(unit, on))}
    for kind, said in THEMES.items():
        if theme := nearest.get(kind):
            papers = ", ".join(str(paper) for paper in theme.papers.all())
            yield Point(STUDY, str(said) % {"theme": theme}, papers)
    since = on - dt.timedelta(days=NEW_FOR)
    fresh = Directive.objects.for_unit(unit, on).filter(issued_on__range=(since, on))
    for paper in fresh[:MOST]:
        words = _("Quán triệt %(paper)s ngày %(day)s") % {"paper": paper, "day": show_date(paper.issued_on)}
        yield Point(NEWS, words, paper.abstract, paper.get_absolute_url())
    for asked in queries.owed(unit, on)[:MOST]:
        due = show_date(asked.lower_by) if asked.lower_by else ""
        yield Point(NEXT, _("Ban hành kế hoạch thực hiện %(plan)s") % {"plan": asked.symbol}, due)
    for task in queries.tasks_due(unit, on, SOON).select_related("plan")[:MOST]:
        known = [task.lead, _("hạn %(day)s") % {"day": show_date(task.due)} if task.due else ""]
        yield Point(NEXT, task.content, ", ".join(filter(None, known)), task.get_absolute_url())
