.DEFAULT_GOAL := help
.PHONY: walks windows windows-test linux linux-test versions security kills schedules finder signs train prose help run demo test laws check soak bench shots wheel lock clean ready ready-dev
MAKEFLAGS += --no-print-directory
# Many tests start the program anew: without what Python keeps of it, each reads all of it again.
unexport PYTHONDONTWRITEBYTECODE

python := .venv/bin/python
offscreen := QT_QPA_PLATFORM=offscreen PYTHONPATH="$(CURDIR)"

help:
	@echo "make run     open Beraad (zonder scherm: speel de demo)"
	@echo "make demo    speel een oefencasus en schrijf het verslag in build/demo"
	@echo
	@echo "make test    alle tests; een deel: make test ARGS='tests/phases -k dilemma'"
	@echo "make walks   wat make test steekproefsgewijs doet, helemaal"
	@echo "make laws    de wetten opnieuw, met andere dobbelstenen dan make test"
	@echo "make check   stijl, types, wie mag wie kennen, de inhoud van de map en de taal"
	@echo "make soak    dwaal door het echte venster: make soak ARGS='--minuten 60 --zaad 7'"
	@echo "make schedules  laat laptops en een server alles overkomen: ARGS='--aantal 1000 --zaad 7'"
	@echo "make security  probeer wat er over beveiliging is beloofd: ARGS=S9 voor een rij"
	@echo "make kills   stop het programma op elk moment en kijk wat er ligt: ARGS='--aantal 50'"
	@echo "make bench   meet de snelheid naast een kaal venster"
	@echo "make finder  meet de poort op teksten die telkens nieuw worden gemaakt (ARGS='--seed 7')"
	@echo "make signs   laat per teken zien wat het vindt, alleen en onnodig"
	@echo "make train   leer opnieuw waar namen staan"
	@echo "make prose   bewaar het Nederlands van nu om van te leren"
	@echo "make shots   maak de schermafbeeldingen"
	@echo "make wheel   bouw het installeerbare pakket in build/wheel"
	@echo "make windows bouw wat iemand op Windows installeert, in build/windows"
	@echo "make windows-test  installeer en gebruik dat onder wine"
	@echo "make linux   bouw wat iemand op Linux installeert, in build/linux"
	@echo "make linux-test  installeer het pakket van Debian in een schone Debian (als root)"
	@echo "make versions  schrijf van elk pakket de SHA-256 op, om te ondertekenen"
	@echo "make lock    werk de vastgezette versies in requirements/ bij"
	@echo "make clean   ruim op wat gemaakt is (nooit je beraden, niet .venv)"

ready:
	@tools/bootstrap run

ready-dev:
	@tools/bootstrap dev

run:
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "Hier is geen scherm om een venster op te openen. Daarom speel ik de demo."; \
		$(MAKE) demo; \
	else \
		tools/bootstrap run venster && $(python) main.py $(ARGS); \
	fi

demo: ready
	@$(offscreen) $(python) -m beraad demo --uit build/demo

test: ready-dev
	@$(offscreen) $(python) -m pytest --numprocesses auto --dist loadfile $(ARGS)

walks: ready-dev
	@$(offscreen) $(python) -m pytest --numprocesses auto --dist loadfile -m walk --whole --timeout 1800 $(ARGS)

laws: ready-dev
	@$(offscreen) $(python) -m pytest --numprocesses auto -m hypothesis --hypothesis-profile=laws --timeout 900 $(ARGS)

check: ready-dev
	@echo "Stijl"
	@$(python) -m ruff check --quiet .
	@$(python) -m ruff format --check --quiet .
	@echo "Types"
	@$(python) -m basedpyright
	@echo "Wie mag wie kennen"
	@$(python) .venv/bin/lint-imports --no-logo
	@echo "Inhoud van de map"
	@$(python) tools/check_tree.py
	@echo "Taal"
	@$(python) tools/check_language.py

soak: ready-dev
	@PYTHONPATH="$(CURDIR)" $(python) -m tools.soak $(ARGS)

schedules: ready-dev
	@PYTHONPATH="$(CURDIR)" $(python) -m tools.schedules $(ARGS)

security: ready-dev
	@$(offscreen) $(python) -m tools.security $(ARGS)

kills: ready-dev
	@PYTHONPATH="$(CURDIR)" $(python) -m tools.kills $(ARGS)

bench: ready-dev
	@$(offscreen) $(python) tools/bench.py $(ARGS)

finder: ready-dev
	@$(offscreen) $(python) -m tools.gate.bench $(ARGS)

signs: ready-dev
	@$(offscreen) $(python) -m tools.gate.signs

train: ready-dev
	@$(offscreen) $(python) -m tools.gate.train $(ARGS)

prose: ready-dev
	@$(offscreen) $(python) -m tools.gate.prose

shots: ready-dev
	@$(offscreen) $(python) tools/shots.py $(ARGS)

wheel: ready-dev
	@$(python) -m hatchling build --target wheel --directory build/wheel

windows: ready-dev
	@$(offscreen) $(python) -m tools.windows $(ARGS)

windows-test: ready-dev
	@$(offscreen) $(python) -m tools.windows.trying $(ARGS)

linux: ready-dev
	@$(offscreen) $(python) -m tools.linux $(ARGS)

linux-test: ready-dev
	@$(offscreen) $(python) -m tools.linux.trying $(ARGS)

versions: ready-dev
	@$(offscreen) $(python) -m tools.versions

lock:
	@tools/bootstrap python
	@tools/lock $(ARGS)

clean:
	@rm -rf build dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage htmlcov
	@find beraad tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
