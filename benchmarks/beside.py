"""The list of registrations of a year beside a bare Django page of its rows: one process asks both in turns.

DATABASE_URL=… python -m benchmarks.beside [sign-in name] [year] [turns]   prints milliseconds of processor time of one
answer, the middle of all turns: the list as it is found while nobody writes, as it is when something has happened before
each opening, and the bare page (`benchmarks.bare`). The database has a nation in it (`manage.py nation`).
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import time
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client, RequestFactory

from benchmarks import bare  # it sets Django up, and takes most of the middleware away
from lantoa.people.models import Account

PLAIN, OURS = settings.MIDDLEWARE, bare.WHOLE
HOST = "localhost"


class Server:
    """A handler with the middleware and the addresses of one of the two."""

    def __init__(self, middleware: list[str], addresses: str) -> None:
        settings.MIDDLEWARE, self.addresses = middleware, addresses
        self.handler = WSGIHandler()

    def ask(self, address: str, cookie: str) -> tuple[float, str]:
        """(seconds of processor time, the page)"""
        settings.ROOT_URLCONF = self.addresses
        said: list[str] = []
        environ = RequestFactory().get(address, HTTP_COOKIE=cookie, SERVER_NAME=HOST).environ
        began = time.process_time()
        answer: Any = self.handler(environ, lambda status, _headers: said.append(status))
        page = b"".join(answer)
        took = time.process_time() - began
        answer.close()
        assert said[0].startswith("200"), (address, said)
        return took, page.decode()


def _signed_in(name: str) -> str:
    browser = Client()
    browser.force_login(Account.objects.get(sign_in_name=name), backend=settings.AUTHENTICATION_BACKENDS[0])
    return f"{settings.SESSION_COOKIE_NAME}={browser.cookies[settings.SESSION_COOKIE_NAME].value}"


def measure(name: str, year: str, turns: int) -> dict[str, float]:
    """What was asked → milliseconds of one answer."""
    settings.ALLOWED_HOSTS = [HOST]
    house, plain = Server(OURS, "config.urls"), Server(PLAIN, bare.__name__)
    cookie, address = _signed_in(name), f"/dang-ky/?nam={year}"
    keys = dict.fromkeys(re.findall(r'href="/dang-ky/(\d+)/"', house.ask(address, cookie)[1]))
    found: dict[str, list[float]] = {"kept": [], "asked anew": [], "bare": []}
    for turn in range(turns + 2):
        caches["kept"].clear()
        took = {
            "asked anew": house.ask(address, cookie)[0],
            "kept": house.ask(address, cookie)[0],
            "bare": plain.ask(f"/?pk={','.join(keys)}", cookie)[0],
        }
        for what, seconds in took.items() if turn > 1 else ():
            found[what].append(1000 * seconds)
    return {what: statistics.median(times) for what, times in found.items()}


if __name__ == "__main__":
    who, of, times = [*sys.argv[1:], *["xa", "2026", "30"][len(sys.argv) - 1 :]]
    got = measure(who, of, int(times))
    for what, milliseconds in got.items():
        print(f"{who} {what:12} {milliseconds:6.1f} ms {100 * got['bare'] / milliseconds:4.0f} %")
    print(f"load {os.getloadavg()[0]:.1f}")
