"""Papers issued are seen and signed with the rights on reports (reports.view, reports.issue); none of its own."""

PERMISSIONS: dict[str, str] = {}
