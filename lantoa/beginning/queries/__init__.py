"""What an office asks when it begins, and when a year begins."""

from lantoa.beginning.queries.starting import Step, beginning_of, following, has_begun, invited, steps_of
from lantoa.beginning.queries.year import Line, Setting, settings_of, years_to_arrange
