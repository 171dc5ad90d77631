"""Somebody with an account and no unit (moved away, not yet taken in) opens nothing but what is hers."""

from __future__ import annotations

from collections import defaultdict

import pytest
from django.test import Client
from django.urls import reverse

from lantoa.people.models import Account, Person
from tests import police
from tests.architecture.test_access import addresses

OWN = {"public", "signed in", "people.own"}


def by_room() -> dict[str, list[str]]:
    """The addresses of each room that need a right over more than oneself."""
    found = defaultdict(list)
    for name, page in addresses().items():
        if page.permission not in OWN:
            found[name.split(":")[0]].append(name)
    return found


def signed_in() -> Client:
    """A browser in which she has signed in; a page that breaks over a made-up number is an answer too."""
    person = Person.objects.create(full_name="Tráng A Páo")
    client = Client(raise_request_exception=False)
    client.force_login(Account.objects.create(person=person, sign_in_name="nowhere"))
    return client


def opened(names: list[str], client: Client) -> set[str]:
    """Which of these addresses did not refuse her."""
    return {name for name in names if not _refused(name, client)}


def _refused(name: str, client: Client) -> bool:
    """Whether she got 403; a page with which something is wrong is a page."""
    try:
        return client.get(an_address(name)).status_code == 403
    except police.PageFault:
        return False


def an_address(name: str) -> str:
    """The address with some number or word in each place: the right is asked before anything is looked for."""
    for parts in ([], [1], [1, 1], [2026, 1], [1, 2026, 1], ["a"], [1, "a"], ["a", 1], ["a", "a"]):
        try:
            return reverse(name, args=parts)
        except Exception:
            continue
    raise AssertionError(f"{name}: say here what its address takes")


@pytest.mark.deep(each=3)
@pytest.mark.django_db
@pytest.mark.parametrize("room", sorted(by_room()))
def test_without_a_unit_no_right_opens(room):
    assert opened(by_room()[room], signed_in()) == set()
