"""A nation of any size to measure in, invented and repeatable: rows go straight into the tables, by COPY on PostgreSQL.

`manage.py nation --members 5600000`. Nobody in it is real. What one act would write is written whole (a paper, its
tasks, its two events), but no act is carried out: the rooms' own rules are checked by constraints and `check_data`.
"""
