"""Invented people: the same on every machine, never two of one name in a small pack."""

from itertools import islice

from lantoa.demo.names import people
from lantoa.foundation.text import clean


def test_the_same_seed_gives_the_same_people():
    assert list(islice(people("khanh-hoa"), 50)) == list(islice(people("khanh-hoa"), 50))
    assert list(islice(people("khanh-hoa"), 50)) != list(islice(people("cao-bang"), 50))


def test_nobody_comes_twice_in_a_pack():
    drawn = list(islice(people("son-ha"), 400))
    assert len(set(drawn)) == 400


def test_every_name_is_a_full_vietnamese_name():
    for name in islice(people("x"), 200):
        assert len(name.split()) >= 3 and clean(name) == name
