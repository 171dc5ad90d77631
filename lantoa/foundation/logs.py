"""What the log says: a fault tells everything, a refusal and a full disk one line; all under the page's number."""

from __future__ import annotations

import logging
from typing import Any

from lantoa.foundation.faults import AWAY, cause_of

# What a database adds to its errors quotes what somebody typed: "Key (phone)=(0912…) already exists".
QUOTES = ("DETAIL:", "CONTEXT:", "LINE ")
# What was typed may have lines of its own: only these words of a traceback end a quotation.
GOES_ON = ("Traceback (most recent", "The above exception", "During handling of")


class Lines(logging.Formatter):
    """A line of the log; of a traceback everything but what the database quotes of a row."""

    def formatException(self, ei: Any) -> str:
        kept, quotes = [], False
        for line in super().formatException(ei).splitlines():
            quotes = line.startswith(QUOTES) or (quotes and not line.startswith(GOES_ON))
            if not quotes:
                kept.append(line)
        return "\n".join(kept)


class RequestLines(logging.Filter):
    """Give each line its request's number; a request that was refused (4xx) is no fault and needs no traceback, nor
    does what is known of the machine: that line says the cause. Whatever else a database says is told whole."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.number = getattr(getattr(record, "request", None), "id", "-")
        if getattr(record, "status_code", 500) < 500:
            record.exc_info = record.exc_text = None
        fault = record.exc_info[1] if record.exc_info else None
        if (cause := cause_of(fault)) and cause is not AWAY:
            record.msg, record.args = f"{cause.name} ({type(fault).__name__}): {record.getMessage()}", ()
            record.exc_info = record.exc_text = None
        return True
