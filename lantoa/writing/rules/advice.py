"""From what was found to what is said. The words are those of the specification; nothing is ever marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.writing.rules import acts, duty, numbers, people, phrases, things, times
from lantoa.writing.rules.findings import Advice, Found, Hint, found_at, found_words
from lantoa.writing.text import Text
from lantoa.writing.vocabulary import Hit

RULE_VERSION = "2026.3"
WITH_BENEFICIARY = {"practice", "breakthrough"}
MANY_STOCK = 3
STOCK_SHARE = 0.3  # of a text's words: three turns of phrase in a long text of one's own are not most of it
MARKLESS = 8  # so many words without one mark, and the text was typed on a keyboard that makes none
GENERAL_SHARE = 0.12  # of a text's words: below it the text speaks of something, though no act was found

MESSAGES: dict[str, str | Promise] = {
    "action": _(
        "Gợi ý: nội dung này còn chung chung. Sẽ làm việc gì cụ thể, với ai, ở đâu?"
    ),
    "target": _("Gợi ý: chưa thấy chỉ tiêu có số lượng và đơn vị (ví dụ: 12 hồ sơ, 3 hộ, 95%)."),
    "formal_target": _(
        "Chỉ tiêu này đo việc đăng ký hay giấy tờ, chưa đo kết quả. Có thể bổ sung kết quả mong muốn?"
    ),
    "deadline": _(
        "Gợi ý: chưa rõ thời hạn hoặc định kỳ thực hiện (ví dụ: trước 30/6, mỗi tháng 1 lần)."
    ),
    "product": _(
        "Có thể nêu thêm sản phẩm/kết quả nhìn thấy được (văn bản, công trình, phần mềm, quỹ…)."
    ),
    "beneficiary": _("Có thể nêu rõ ai được hưởng lợi."),
    "duty": _(
        "Nội dung này gắn với nhiệm vụ nào? Chọn từ bản mô tả vị trí việc làm."
    ),
    "other_duty": _(
        "Nội dung này có từ ngữ của nhiệm vụ «%(duty)s». Nếu đúng là việc ấy thì có thể chọn lại."
    ),
    "no_marks": _(
        "Nội dung gõ không dấu nên gợi ý chưa đọc được. Gõ có dấu thì người duyệt cũng dễ đọc hơn."
    ),
    "stock": _(
        "Phần lớn nội dung là câu mẫu thường dùng; nên thay bằng việc của riêng đồng chí."
    ),
}  # fmt: skip

# What a hint can be about; the last two come of comparing, not of reading.
KEYS = (
    "action", "target", "formal_target", "deadline", "duty", "stock", "product", "beneficiary",
    "self_copy", "peer_copy", "no_marks",
)  # fmt: skip


@dataclass(frozen=True)
class Reading:
    """One text, read once: every finding of the rules."""

    text: Text
    more_stock: tuple[str, ...] = field(default=())

    @cached_property
    def times(self) -> list[tuple[int, int]]:
        return times.times(self.text)

    @cached_property
    def targets(self) -> list[numbers.Target]:
        return numbers.targets(self.text, self.times)

    @cached_property
    def things(self) -> list[Hit]:
        return things.things(self.text)

    @cached_property
    def groups(self) -> list[Hit]:
        return people.groups(self.text)

    @property
    def seen(self) -> list[Hit]:
        return self.things + self.groups

    @cached_property
    def acts(self) -> list[Hit]:
        return acts.acts(self.text, self.seen, self.targets)

    @cached_property
    def does_something(self) -> bool:
        return bool(self.acts) or acts.does_something(self.text, self.seen, self.targets, bool(self.times))

    @cached_property
    def products(self) -> list[Hit]:
        return things.products(self.text)

    @cached_property
    def beneficiaries(self) -> list[Hit]:
        return people.beneficiaries(self.text)

    @cached_property
    def stock(self) -> list[Hit]:
        return phrases.stock(self.text, self.more_stock)

    @property
    def is_general(self) -> bool:
        """Nothing done, nothing counted, nothing made, no field of work named: only what one is."""
        if self.does_something or self.targets or self.products:
            return False
        if phrases.names_a_matter(self.text):
            return False
        return acts.virtue_share(self.text) >= GENERAL_SHARE or bool(self.text.quoted) or bool(self.stock)

    @property
    def counts_only_signing_up(self) -> bool:
        """There are numbers, and all of them count signing up and studying."""
        return bool(self.targets) and all(target.formal for target in self.targets)

    @property
    def is_stock(self) -> bool:
        """At least three turns of phrase that everybody uses, and they are a good part of the text."""
        covered = sum(hit.last - hit.first + 1 for hit in self.stock)
        return len(self.stock) >= MANY_STOCK and covered >= STOCK_SHARE * len(self.text.words)

    @property
    def is_without_marks(self) -> bool:
        """Typed without accents: what is not found in it may well be there."""
        return len(self.text.words) >= MARKLESS and self.text.reading.isascii()

    def found(self) -> tuple[Found, ...]:
        """Everything found, in the order of the original."""
        text = self.text
        every = [found_at("deadline", text, start, end) for start, end in self.times]
        for key, hits in (
            ("action", self.acts),
            ("target", [one._replace(last=numbers.whole(text, one)) for one in self.targets]),
            ("product", self.products),
            ("beneficiary", self.beneficiaries),
            ("stock", self.stock),
        ):
            every += [found_words(key, text, hit.first, hit.last) for hit in hits]  # type: ignore[attr-defined]
        return tuple(sorted(every, key=lambda one: (one.start, one.end, one.key)))


def advise(
    text: str,
    *,
    kind: str = "registration",
    deadline_given: bool = False,
    duties: Sequence[str] = (),
    chosen_duty: str = "",
    stock_phrases: Iterable[str] = (),
) -> Advice:
    """What the author of this text could say more clearly.

    `kind` is registration, practice or breakthrough; `deadline_given` says that the form's own date box is
    filled in; `duties` are those of the person's title. An empty text gives no hints.
    """
    reading = Reading(Text(text), tuple(stock_phrases))
    if not reading.text.words:
        return Advice(RULE_VERSION, (), ())
    found = reading.found()
    if reading.is_without_marks:
        return Advice(RULE_VERSION, (Hint("no_marks", MESSAGES["no_marks"]),), found)
    shared = _shared(reading, chosen_duty)
    asked: list[Hint | None] = [
        _hint("action", reading.is_general),
        _target_hint(reading, found),
        _hint("deadline", not reading.times and not deadline_given),
        _duty_hint(reading, duties, chosen_duty, shared),
        _hint("stock", reading.is_stock, words=tuple(one for one in found if one.key == "stock")),
        _hint("product", not reading.products and not reading.things, soft=True),
        _hint("beneficiary", kind in WITH_BENEFICIARY and not reading.groups, soft=True),
    ]
    given = sorted((hint for hint in asked if hint), key=lambda hint: hint.soft)
    return Advice(RULE_VERSION, tuple(given), found + shared)


def _hint(key: str, is_due: bool, *, soft: bool = False, words: tuple[Found, ...] = ()) -> Hint | None:
    return Hint(key, MESSAGES[key], soft, words) if is_due else None


def _target_hint(reading: Reading, found: tuple[Found, ...]) -> Hint | None:
    if reading.counts_only_signing_up:
        return _hint("formal_target", True, words=tuple(one for one in found if one.key == "target"))
    return _hint("target", not reading.targets)


def _shared(reading: Reading, chosen_duty: str) -> tuple[Found, ...]:
    terms = duty.shared_terms(reading.text, chosen_duty) if chosen_duty else []
    return tuple(found_words("duty", reading.text, hit.first, hit.last) for hit in terms)


def _duty_hint(
    reading: Reading, duties: Sequence[str], chosen_duty: str, shared: tuple[Found, ...]
) -> Hint | None:
    """None chosen: asked. Another of her duties shares words and the chosen one none: that one is named."""
    if not chosen_duty.strip():
        return _hint("duty", bool(duties))
    shares = {one: len(duty.shared_terms(reading.text, one)) for one in duties}
    nearest = max(shares, key=lambda one: shares[one], default="")
    if shared or not shares.get(nearest):
        return None
    return Hint("duty", str(MESSAGES["other_duty"]) % {"duty": nearest.strip()}, soft=True)


def labels(text: str, role: str = "") -> dict[str, bool]:
    """What the rules see in a text, for measuring them against what people see. Never shown to anyone."""
    reading = Reading(Text(text))
    return {
        "action": reading.does_something,
        "measurable_target": bool(reading.targets),
        "formal_target": reading.counts_only_signing_up,
        "deadline": bool(reading.times),
        "product": bool(reading.products),
        "beneficiary": bool(reading.beneficiaries),
        "tied_to_duty": bool(duty.shared_terms(reading.text, role)),
    }


@dataclass(frozen=True)
class CloserLook:
    """Where a text comes in the reviewer's reading, and why. The order is never shown, the reasons are."""

    order: float
    reasons: tuple[str | Promise, ...]


REASONS: list[tuple[float, Callable[[Reading], bool], str | Promise]] = [
    (2, lambda reading: not reading.does_something, _("chưa thấy việc cụ thể")),
    (1, lambda r: not r.targets or r.counts_only_signing_up, _("chưa thấy chỉ tiêu về kết quả")),
    (0.5, lambda reading: not reading.products, _("chưa thấy sản phẩm")),
    (0.5, lambda reading: not reading.beneficiaries, _("chưa thấy người được hưởng lợi")),
]


def needs_a_closer_look(
    text: str,
    *,
    deadline_given: bool = False,
    likeness: float = 0.0,
    is_own: bool = False,
    stock_phrases: Iterable[str] = (),
) -> CloserLook:
    """The key of the order «Cần xem kỹ hơn»: higher comes first; equal keys keep the default order.

    `likeness` is the score of the likest other text (lantoa.writing.likeness), 0 if there is none; `is_own` says
    that it is an earlier text of the same author.
    """
    reading = Reading(Text(text), tuple(stock_phrases))
    said = [(weight, words) for weight, is_so, words in REASONS if is_so(reading)]
    if not reading.times and not deadline_given:
        said.insert(2, (1, _("chưa thấy thời hạn")))
    if reading.stock:
        said.append((0.25 * min(4, len(reading.stock)), _("có câu mẫu thường dùng")))
    if likeness >= 0.3:
        same = _("giống bản trước của chính người viết") if is_own else _("có đoạn giống một bản khác")
        said.append((2 if likeness >= 0.6 else 1, same))
    return CloserLook(sum(weight for weight, _words in said), tuple(words for _weight, words in said))
