# make          build the site into site/ (the first time it also installs what that needs, into .venv/)
# make serve    preview it, and see changes as files are saved
# make check    say what is wrong with the content; writes nothing
# make test     run every test of the generator and of the site
# make cluster  install what `--executor dask://…` needs, here or on a worker's machine
# make lock     renew the locks from pyproject.toml
# make clean    remove what was built and remembered
#
# PYTHON=/path/to/python3 chooses the Python that .venv/ is made with.

python = .venv/bin/python

.PHONY: site serve check test lock clean install install-test cluster

site: install
	@$(python) build.py
	@echo 'The site is in site/. To look at it: make serve'
	@echo '网站在 site/ 目录里。查看网站请运行：make serve'

serve: install
	@$(python) build.py serve

check: install
	@$(python) build.py check

install:
	@sh .ci/install requirements.lock

install-test:
	@sh .ci/install requirements-test.lock
	@sh .ci/chromium install
	@sh .ci/gettext install

cluster:
	@sh .ci/install requirements-cluster.lock

test: install-test
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy
	@sh .ci/tests $(python)

# Resolved against the public index alone, for every platform and every Python that the project names.
lock: install-test
	@test -x build/uv/bin/uv || { $(python) -m venv build/uv && build/uv/bin/python -m pip install --quiet uv; }
	@set -e; compile() { build/uv/bin/uv --no-config pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 \
		--no-annotate --no-emit-index-url --custom-compile-command 'make lock' pyproject.toml "$$@" >/dev/null; }; \
	compile --group install --output-file requirements.lock; \
	compile --group install --extra cluster --constraints requirements.lock --output-file requirements-cluster.lock; \
	compile --group test --extra cluster --constraints requirements-cluster.lock --output-file requirements-test.lock

clean:
	rm -rf site .changlai build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find changlai tests -name __pycache__ -type d -prune -exec rm -rf {} +
