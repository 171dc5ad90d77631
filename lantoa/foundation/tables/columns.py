"""What a table may have: columns with the names under which offices write them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

from lantoa.foundation.text import fold

Text = str | Promise
TEXT, DATE, NUMBER, MONEY, PHONE, TICK = "text", "date", "number", "money", "phone", "tick"
TIME = "time"


@dataclass(frozen=True)
class Choice:
    """One of the words a cell may hold; `names` are other ways of writing it."""

    code: str
    label: Text
    names: tuple[str, ...] = ()

    def is_meant(self, folded: str) -> bool:
        """Whether a folded cell says this."""
        return folded in {fold(self.code), plain(str(self.label)), *self.names}


@dataclass(frozen=True)
class Column:
    """One column: `names` are folded headings that mean it, longest wins; `choices` makes it one of a few words.

    `most` signs may stand in a cell; what stands `between` two lines counts as one, as a line break does on the page.
    """

    code: str
    label: Text
    names: tuple[str, ...] = ()
    kind: str = TEXT
    required: bool = False
    choices: tuple[Choice, ...] = ()
    most: int = 250
    hint: Text = ""
    between: str = ""

    def signs(self, text: str) -> int:
        """How many signs the text has."""
        return len(text.replace(self.between, "\n") if self.between else text)

    @property
    def all_names(self) -> tuple[str, ...]:
        """The headings that mean this column, its own label first."""
        return (plain(str(self.label)), *self.names)


def plain(heading: str) -> str:
    """A heading without accents, signs and doubled blanks: "Họ tên đ/c" → "ho ten d c"."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(heading)).split())
