# The verbs. Each makes what it needs and works on a fresh machine with make and Python >= 3.11 (with venv).
PY := .venv/bin/python
SERVE ?= yes
PORT ?= 8000

.PHONY: demo serve test check bench format lock

demo: .venv/ready
	$(PY) manage.py demo
ifneq ($(SERVE),no)
	$(MAKE) --no-print-directory serve
endif

serve: .venv/ready
	$(PY) manage.py migrate --verbosity 0
	$(PY) manage.py collectstatic --noinput --verbosity 0
	@$(PY) manage.py setup_code
	@echo "Lan Tỏa: http://127.0.0.1:$(PORT)"
	.venv/bin/granian --interface wsgi --host 127.0.0.1 --port $(PORT) --log-level warning config.wsgi:application

test: .venv/ready
	$(PY) -m tools.test

check: .venv/ready
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/djangofmt --check --quiet lantoa
	.venv/bin/lint-imports
	$(PY) manage.py makemigrations --check --dry-run
	$(PY) manage.py check
	.venv/bin/mypy lantoa config

bench: .venv/ready
	$(PY) -m benchmarks

format: .venv/ready
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .
	.venv/bin/djangofmt --quiet lantoa

lock:
	uv pip compile pyproject.toml --extra dev --universal --generate-hashes --python-version 3.11 \
	  -o requirements.lock --no-header --no-annotate

.venv/ready: requirements.lock
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@
