"""The history is evidence: whoever changes, removes, inserts, moves or cuts an event is found, and which one."""

from __future__ import annotations

import base64
import datetime as dt
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import models, transaction
from hypothesis import given
from hypothesis import strategies as st

from lantoa.foundation import clock, merkle, proofs, sealing
from lantoa.foundation.history import record
from lantoa.foundation.models import Event, Seal, SealedEvent
from lantoa.foundation.tests import log_verifier

# The published examples of Certificate Transparency (RFC 6962): eight leaves and the roots of their first n.
LEAVES = [
    bytes.fromhex(one)
    for one in [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ]
]
ROOTS = {
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}


def grown(entries) -> merkle.Frontier:
    frontier = merkle.Frontier()
    for one in entries:
        frontier.append(merkle.leaf_hash(one))
    return frontier


@pytest.mark.parametrize("size", ROOTS)
def test_roots_are_the_published_ones_here_and_in_the_independent_verifier(size):
    assert grown(LEAVES[:size]).root.hex() == ROOTS[size] == log_verifier.tree_head(LEAVES[:size]).hex()


@given(st.lists(st.binary(max_size=4), max_size=70), st.integers(0, 70))
def test_growing_leaf_by_leaf_is_the_recursion_wherever_one_stops(entries, stop):
    before = grown(entries[:stop])
    again = merkle.Frontier.read(before.size, before.kept())
    for one in entries[stop:]:
        again.append(merkle.leaf_hash(one))
    assert again.root == log_verifier.tree_head(entries)


def test_tiles_are_named_as_the_format_says():
    assert merkle.tile_path(0, 1234067) == "tile/0/x001/x234/067"
    assert merkle.tile_path("entries", 0, 12) == "tile/entries/000.p/12"
    assert all(
        merkle.tile_path(1, n) == log_verifier.path_of("1", n, 256) for n in (0, 999, 1000, 1001, 12345)
    )


@pytest.fixture
def places(settings, tmp_path):
    settings.SEAL_PLACES = [str(tmp_path / "beside.txt"), str(tmp_path / "usb" / "seals.txt")]
    return tmp_path


def tell(cast, number=1):
    with transaction.atomic():
        return [
            record("meeting.held", cast.cell, by=cast.secretary, unit=cast.cell, note="Họp.")
            for _n in range(number)
        ]


@pytest.fixture
def sealed(cast, places):
    """Two batches of history under seal; the last five events."""
    tell(cast, 3)
    sealing.seal(clock.now())
    events = tell(cast, 5)
    assert sealing.seal(clock.now()).size == Event.objects.count()
    return events


def force(event, **changed):
    """What somebody with the database in his hands can do."""
    models.QuerySet.update(Event.objects.filter(pk=event.pk), **changed)


def remove(event):
    Event.objects.filter(pk=event.pk)._raw_delete("default")


def test_an_untouched_history_is_as_it_was_sealed(sealed):
    found = sealing.verify()
    assert found.fault is None and found.checked == Event.objects.count() and found.waiting == 0


@pytest.mark.parametrize(
    "changed",
    [
        {"note": "Không họp."},
        {"verb": "meeting.cancelled"},
        {"person_name": "Ai Khác"},
        {"at": dt.datetime(2020, 1, 1, tzinfo=dt.UTC)},
    ],
    ids=["words", "verb", "who", "when"],
)
def test_a_changed_event_is_named(sealed, changed):
    force(sealed[2], **changed)
    fault = sealing.verify().fault
    assert (fault.kind, fault.event) == ("changed", sealed[2].pk) and str(sealed[2].pk) in fault.said


def test_a_removed_event_is_named(sealed):
    remove(sealed[1])
    assert (sealing.verify().fault.kind, sealing.verify().fault.event) == ("removed", sealed[1].pk)


def test_an_event_and_its_leaf_removed_together_are_found(sealed):
    remove(sealed[1])
    SealedEvent.objects.filter(event_id=sealed[1].pk).delete()
    assert sealing.verify().fault.kind == "removed"


def test_an_inserted_event_is_named_and_never_taken_under_a_seal(cast, sealed, settings):
    (late,) = tell(cast)
    force(late, at=clock.now() - dt.timedelta(days=3))
    settings.LANTOA_NOW = "2026-11-16T09:00:00+07:00"
    tell(cast)
    sealing.seal(clock.now())
    assert (sealing.verify().fault.kind, sealing.verify().fault.event) == ("inserted", late.pk)


def test_a_long_list_is_sealed_in_turns_and_what_waits_for_its_turn_is_accused_of_nothing(
    cast, sealed, settings
):
    tell(cast, 7)
    settings.LANTOA_NOW = "2026-11-16T08:40:00+07:00"
    sealing.seal(clock.now(), most=4)
    assert (sealing.verify().fault, sealing.verify().waiting) == (None, 3)
    sealing.seal(clock.now(), most=4)
    assert (sealing.verify().fault, sealing.verify().waiting) == (None, 0)


def test_a_clock_that_jumps_accuses_nobody(cast, sealed, settings, django_capture_on_commit_callbacks):
    """T87: forward by 400 days, back by an hour, then right again: in order by number, each under its seal."""
    for told in ("2027-12-21T08:00:00+07:00", "2027-12-21T07:00:00+07:00", "2026-11-16T08:30:00+07:00"):
        settings.LANTOA_NOW = told
        with django_capture_on_commit_callbacks(execute=True):
            tell(cast)
        found = sealing.verify()
        assert (found.fault, found.waiting) == (None, 0), told


def test_two_events_that_change_places_are_found(sealed):
    one, other = (SealedEvent.objects.get(event_id=sealed[n].pk) for n in (1, 3))
    kept = (one.leaf, one.words)
    SealedEvent.objects.filter(pk__in=[one.pk, other.pk]).delete()
    SealedEvent.objects.create(index=one.index, event_id=other.event_id, leaf=other.leaf, words=other.words)
    SealedEvent.objects.create(index=other.index, event_id=one.event_id, leaf=kept[0], words=kept[1])
    assert sealing.verify().fault.kind == "reordered"


def test_a_change_with_its_leaf_recomputed_is_found_by_the_root(sealed):
    force(sealed[0], note="Không họp.")
    event = Event.objects.get(pk=sealed[0].pk)
    words = sealing.words_digest(event)
    leaf = merkle.leaf_hash(sealing.entry_of(event, words)).hex()
    SealedEvent.objects.filter(event_id=event.pk).update(leaf=leaf, words=words)
    assert sealing.verify().fault.kind == "changed"


def test_a_tail_cut_off_with_its_seals_is_found_by_the_place_outside(sealed, places):
    for event in sealed:
        remove(event)
    SealedEvent.objects.filter(event_id__in=[one.pk for one in sealed]).delete()
    Seal.objects.order_by("-pk")[0].delete()
    assert sealing.verify().fault.kind == "cut"


def test_a_history_written_anew_is_found_by_the_place_outside(cast, sealed):
    force(sealed[0], note="Không họp.")
    SealedEvent.objects.all().delete()
    Seal.objects.all().delete()
    sealing.seal(clock.now())
    assert sealing.verify().fault.kind == "changed"


def test_words_erased_on_request_are_no_change(sealed):
    sealing.erase_words(sealed[2], request_number="07/2026")
    found, event = sealing.verify(), Event.objects.get(pk=sealed[2].pk)
    assert found.fault is None and found.erased == 1
    assert event.note == "" and event.person_name == "" and event.erased_as == "07/2026"


@given(st.lists(st.binary(max_size=4), min_size=1, max_size=40), st.data())
def test_a_proof_from_the_peaks_before_leads_to_the_root_for_the_independent_verifier(entries, data):
    index = data.draw(st.integers(0, len(entries) - 1))
    begins = data.draw(st.integers(0, index))
    leaves = [merkle.leaf_hash(one) for one in entries[begins:]]
    hashes = [
        base64.b64encode(one).decode() for one in merkle.inclusion(grown(entries[:begins]), leaves, index)
    ]
    root = log_verifier.tree_head(entries)
    said = merkle.checkpoint("log", len(entries), root)
    text = "\n".join(["c2sp.org/tlog-proof@v1", f"index {index}", *hashes, "", said])
    assert log_verifier.proven(text, entries[index]) == (len(entries), root)


def test_an_event_is_proven_to_who_has_only_its_text(cast, sealed):
    text = proofs.proof_of(sealed[3])
    entry = sealing.entry_of(sealed[3], sealing.words_digest(sealed[3]))
    assert log_verifier.proven(text, entry)[1].hex() == Seal.objects.order_by("-pk").first().root
    with pytest.raises(AssertionError):
        log_verifier.proven(text, entry.replace(b"meeting", b"meating"))
    (waiting,) = tell(cast)
    assert proofs.proof_of(waiting) == "" and proofs.last_checkpoint().startswith("lan-toa/lich-su\n")


@pytest.fixture
def signed_in(cast, places):
    """A sign-in that says at which machine and from where, under seal."""
    with transaction.atomic():
        where = {"device": "Firefox, Windows", "address": "203.0.113.7"}
        event = record("account.signed_in", cast.cell, by=cast.member, unit=None, short_lived=where)
    sealing.seal(clock.now())
    return event


def test_what_is_kept_for_a_while_is_cleared_by_an_event_and_the_seal_stays_whole(signed_in, settings):
    digest = signed_in.short_lived_digest
    assert sealing.verify().fault is None and signed_in.short_lived["device"] == "Firefox, Windows"
    assert sealing.clear_short_lived(signed_in.at) == 0, "its time is not over"
    settings.LANTOA_NOW = "2027-02-20T00:30:00+07:00"
    assert sealing.clear_short_lived(clock.now() - dt.timedelta(days=90)) == 1
    event = Event.objects.get(pk=signed_in.pk)
    assert (event.short_lived, event.short_lived_digest) == (None, digest) and event.person_name
    sealing.seal(clock.now())
    assert sealing.verify().fault is None and sealing.clear_short_lived(clock.now()) == 0


def test_what_was_kept_for_a_while_and_went_or_changed_without_a_word_is_named(signed_in):
    other = {**signed_in.short_lived, "address": "198.51.100.9"}
    for value, kind in ((other, "changed"), (None, "removed")):
        force(signed_in, short_lived=value)
        assert (sealing.verify().fault.kind, sealing.verify().fault.event) == (kind, signed_in.pk)


def test_words_erased_on_request_take_the_machine_with_them(signed_in):
    sealing.erase_words(signed_in, request_number="08/2026")
    assert sealing.verify().fault is None and Event.objects.get(pk=signed_in.pk).short_lived is None


@pytest.mark.deep
def test_the_log_written_down_stands_without_the_product(cast, places, tmp_path):
    tell(cast, 600)
    sealing.seal(clock.now())
    sealing.write_log(tmp_path / "log")
    entries = log_verifier.verified(tmp_path / "log")
    assert len(entries) == Event.objects.count() and json.loads(entries[-1])["verb"] == "meeting.held"
    assert b"Nguy" not in entries[-1]


def test_the_first_act_after_five_minutes_seals_what_came_before(
    cast, places, settings, django_capture_on_commit_callbacks
):
    sealing._looked_at.clear()
    with django_capture_on_commit_callbacks(execute=True):
        tell(cast)
    assert Seal.objects.count() == 1
    with django_capture_on_commit_callbacks(execute=True):
        tell(cast)
    assert Seal.objects.count() == 1
    settings.LANTOA_NOW = "2026-11-16T08:05:00+07:00"
    with django_capture_on_commit_callbacks(execute=True):
        tell(cast)
    assert Seal.objects.count() == 2 and sealing.verify().waiting == 0


def test_the_commands_say_what_they_found(sealed, capsys):
    call_command("seal", "verify")
    assert "đúng như lúc niêm phong" in capsys.readouterr().out
    force(sealed[2], note="Không họp.")
    with pytest.raises(CommandError, match=f"{sealed[2].pk} đã bị sửa"):
        call_command("seal", "verify")


def test_a_refusal_is_an_event_once_a_day(cast):
    client = cast.client("member")
    for _try in range(2):
        assert client.get("/nguoi/").status_code == 403
    event = Event.objects.get(verb="access.refused")
    assert (event.subject_id, event.subject_label) == (
        "people:index",
        "trang /nguoi/",
    ) and event.person_name == "Đỗ Thị Hương"
