"""What the log says: a fault tells everything, a refusal one line; both under the number that the page shows."""

from __future__ import annotations

import logging


class RequestLines(logging.Filter):
    """Give each line its request's number; a request that was refused (4xx) is no fault and needs no traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.number = getattr(getattr(record, "request", None), "id", "-")
        if getattr(record, "status_code", 500) < 500:
            record.exc_info = record.exc_text = None
        return True
