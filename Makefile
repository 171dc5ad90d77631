# The verbs. Each makes what it needs and works on a fresh machine with make and Python >= 3.11 (with venv).
PY := .venv/bin/python
# The system's own Python where it will do: a distribution builds it for speed (a fifth faster than one built by hand).
PYTHON ?= $(shell for one in /usr/bin/python3 python3; do $$one -c 'import sys, venv, ensurepip; \
  sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$one && break; done || echo python3)
SERVE ?= yes
PORT ?= 8000
MEMBERS ?= 56000

LOCK = uv pip compile pyproject.toml --universal --generate-hashes --python-version 3.11 --no-header --no-annotate
INSTALL = .venv/bin/pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: demo serve upgrade restore test deep mutate coverage check bench numbers papers budgets format hooks lock

demo: .venv/ready
	$(PY) manage.py demo
ifneq ($(SERVE),no)
	$(MAKE) --no-print-directory serve
endif

serve: .venv/ready
	@$(PY) manage.py serve --port $(PORT) $(if $(HTTPS),--https)

# After the new code was fetched: its libraries, a copy, the tables, a look at the data, a restart; the way back first.
upgrade: .venv/ready
	@$(PY) manage.py upgrade

# After a lost disk, on a new machine: a copy brought back into this empty place, with the printed key.
restore: .venv/ready
	@$(PY) manage.py restore "$(COPY)"

# Everything, or one room: make test ROOM=meetings ARGS="-x -k attendance"
test: .venv/tools
	$(PY) -m tools.test $(ROOM) $(if $(ARGS),-- $(ARGS))

# What is slow by nature, whole or in pieces: make deep ONLY="long meetings"; the same SEED tries the same again. With
# LOG=FILE a run that was cut off goes on where it stopped. The pieces stand in tools/deep.py.
deep: .venv/tools
	$(PY) -m tools.deep $(ROOM) $(ONLY) $(if $(SEED),--seed $(SEED)) $(if $(LOG),--log $(LOG))

# Each check of a right is left out in turn: some story must fail. All of them, or those of rooms: make mutate ROOM="people"
mutate: .venv/tools
	$(PY) -m tools.mutate $(ROOM) $(ARGS)

coverage: .venv/tools
	$(PY) -m pytest -q --cov=lantoa$(if $(ROOM),/$(ROOM)) --cov-report=term-missing:skip-covered \
	  -m "not browser and not alone" $(if $(ROOM),lantoa/$(ROOM))

check: .venv/tools
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/djangofmt --check --quiet lantoa
	.venv/bin/lint-imports
	$(PY) manage.py makemigrations --check --dry-run
	$(PY) manage.py check
	.venv/bin/mypy lantoa config

# The slow questions beside their budgets; WORLD=nation MEMBERS=560000: a tenth of the nation, over HTTP, on PostgreSQL.
# In two steps, the second any number of times: ARGS="build --kept FOLDER", then ARGS="measure --kept FOLDER".
bench: .venv/ready
ifeq ($(WORLD),nation)
	$(PY) -m benchmarks.nation --members $(MEMBERS) $(ARGS)
else
	$(PY) -m benchmarks
	$(PY) -m benchmarks.searching --both
endif

# How the house is built, counted.
numbers: .venv/ready
	$(PY) -m tools.numbers

# Papers that are written from the code: states, addresses with their budgets.
papers: .venv/tools
	$(PY) -m tools.papers

# The same, and how many queries each address asks is measured again: by all stories, or by a room's.
budgets: .venv/tools
	$(PY) -m tools.papers --measure $(ROOM)

format: .venv/tools
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .
	.venv/bin/djangofmt --quiet lantoa

# From now on each commit is looked at before it is made.
hooks: .venv/tools
	git config core.hooksPath tools/hooks

# What the house runs on, and what it is tried with besides.
lock:
	$(LOCK) -o requirements.lock
	$(LOCK) --extra dev -o requirements-dev.lock
	$(LOCK) --extra scan -o requirements-scan.lock

.venv/ready: requirements.lock
	@echo "Đang cài thư viện của Lan Tỏa vào .venv: cần mạng, vài phút, màn hình đứng yên là bình thường."
	@$(PYTHON) -m venv .venv || { echo "Chưa tạo được .venv. Gõ: sudo apt install python3-venv, rồi gõ lại lệnh vừa rồi."; exit 1; }
	@$(INSTALL) -r requirements.lock
	touch $@

.venv/tools: .venv/ready requirements-dev.lock
	$(INSTALL) -r requirements-dev.lock
	touch $@
