"""A form as a browser has it: the boxes of a page, to be changed and sent."""

from __future__ import annotations

from typing import Any

from django.test import Client
from lxml import html


class Form:
    """The form of a page that holds an opening; `name` picks one by its action's ending when there are several."""

    def __init__(self, client: Client, address: str, action: str = "", page: Any = None) -> None:
        self.client, self.answer = client, page or client.get(address)
        root = html.fromstring(self.answer.content.decode())
        held = [f for f in root.forms if "_entry" in f.fields and (f.action or "").endswith(action)]
        self.form = held[0]
        self.address = self.form.action or address
        self.data: dict[str, Any] = {
            name: value.removeprefix("\n") for name, value in self.form.form_values() if name
        }

    def __getitem__(self, name: str) -> Any:
        return self.data.get(name)

    @property
    def text(self) -> str:
        """What stands in and around the boxes."""
        return " ".join(self.form.text_content().split())

    def send(self, *, by: Client | None = None, to: str = "", **typed: Any) -> Any:
        """Press the button, with these words typed first."""
        self.data |= typed
        headers = {"Origin": "http://testserver"}
        return (by or self.client).post(to or self.address, self.data, headers=headers)

    def save_draft(self, **typed: Any) -> Any:
        """What the page does by itself while one types."""
        return self.send(to="/ban-nhap/", **typed)
