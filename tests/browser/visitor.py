"""Someone at a browser: finds things by role and visible name, and counts every click."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Playwright

AXE = Path(__file__).resolve().parent.parent / "vendor" / "axe.min.js"
QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def start(playwright: Playwright) -> Browser:
    """The system's Chromium, the one without windows where there is one."""
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    return playwright.chromium.launch(executable_path=program, args=QUIET)


class Visitor:
    """A page, and how many times its reader clicked or pressed a key that does something. Typing is free."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks, self.faults = page, 0, []
        page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        page.on("console", self._heard)

    def _heard(self, message: Any) -> None:
        if message.type == "error":
            self.faults.append(message.text)

    def goto(self, address: str) -> None:
        """Open an address; not a click."""
        self.page.goto(address)

    def button(self, name: str) -> None:
        """Press the button of that name (or whose name begins so)."""
        self.press(self.page.get_by_role("button", name=name).first)

    def link(self, name: str) -> None:
        """Follow the link of that name (or whose name begins so)."""
        self.press(self.page.get_by_role("link", name=name).first)

    def tick(self, name: str) -> None:
        """Tick a box."""
        self.press(self.page.get_by_label(name, exact=True))

    def press(self, thing: Any) -> None:
        """One click, and the page it led to is there before anything is read."""
        thing.click()
        self.clicks += 1
        self.page.wait_for_load_state("domcontentloaded")

    def key(self, name: str) -> None:
        """One key that does something, waited for like a click."""
        self.page.keyboard.press(name)
        self.clicks += 1
        self.page.wait_for_load_state("domcontentloaded")

    def type(self, label: str, text: str) -> None:
        """Type into the box of that label; typing is free."""
        self.page.get_by_label(label).first.fill(text)

    def choose_file(self, label: str, files: Any) -> None:
        """Choose files: one click."""
        self.page.get_by_label(label).set_input_files(files)
        self.clicks += 1

    @property
    def text(self) -> str:
        """What the page says."""
        return self.page.locator("body").inner_text()

    @property
    def sideways(self) -> int:
        """How many pixels the page can be scrolled sideways."""
        return int(
            self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        )

    def violations(self) -> list[str]:
        """What axe finds against WCAG 2.2 A and AA: "rule: element"."""
        if not self.page.evaluate("Boolean(window.axe)"):
            self.page.evaluate(AXE.read_text())
        # What passes is not asked for: gathering it takes longer than judging.
        options = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
        found = self.page.evaluate("options => axe.run(document, options)", options)["violations"]
        return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]
