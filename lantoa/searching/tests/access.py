"""Who may search: everybody; what is found is another matter."""

from tests.access import Row

TABLE = [Row("searching:index", allowed="everyone")]
