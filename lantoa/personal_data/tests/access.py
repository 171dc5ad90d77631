"""Who may use the addresses of one's own data."""

from tests.access import Row

TABLE = [
    Row("personal_data:index", allowed="everyone"),
    Row("personal_data:download", allowed="everyone"),
]
