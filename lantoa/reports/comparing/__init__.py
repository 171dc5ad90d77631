"""A report made elsewhere laid beside what is counted: rows matched by their labels, numbers of the prose looked up.

Nothing is changed and nothing kept.
"""

from lantoa.reports.comparing.beside import Compared, Pair, Stray, compared
from lantoa.reports.comparing.file import Line, Read, read
from lantoa.reports.comparing.numbers import amounts
