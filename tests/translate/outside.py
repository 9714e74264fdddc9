"""The packets of the real site before the tools of others: python -m tests.translate.outside --schema xliff_core_2.0.xsd

Asks of the packets of each language that `msgfmt -c` finds nothing, that XLIFF fits the core schema of OASIS, and that the Translate Toolkit
reads all of it and writes it back unharmed; and that it reads the translation memory. The schema is not ours to hand on; the Toolkit must
be installed: pip install translate-toolkit.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from tests.conftest import ROOT, run_changlai

Strings = list[tuple[str, str]]


def run(project: Path, *args: str) -> None:
    done = run_changlai(*args, "--project", project)
    assert done.returncode == 0, done.stdout + done.stderr


def units(store: Any) -> Strings:
    return [(str(unit.source), str(unit.target or "")) for unit in store.units if not unit.isheader()]


def unharmed(data: bytes, parse: Callable[[bytes], Any]) -> int:
    """How many units came back; each as it was."""
    store = parse(data)
    before = units(store)
    for unit in store.units:
        unit.target = unit.target
    assert units(parse(bytes(store))) == before
    return len(before)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schema", type=Path, required=True, help="the core schema of XLIFF 2.0 or 2.1, with the xml.xsd that it imports")
    schema = etree.XMLSchema(etree.parse(parser.parse_args().schema))
    po, xliff, tmx = (import_module(f"translate.storage.{name}") for name in ("pypo", "xliff2", "tmx"))
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for name in ("content", "translations"):
            shutil.copytree(ROOT / name, project / name)
        shutil.copy2(ROOT / "site.yaml", project)
        for lang in ("en", "ko", "ja"):
            for form in ("po", "xliff"):
                run(project, "export", "--to", lang, "--as", form, "--all")
            path = project / f"packets/{lang}.po"
            done = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False)
            assert (done.returncode, done.stderr) == (0, ""), done.stderr
            count = unharmed(path.read_bytes(), po.pofile.parsestring)
            data = (project / f"packets/{lang}.xlf").read_bytes()
            schema.assertValid(etree.parse(BytesIO(data)))
            store = xliff.Xliff2File.parsestring(data)
            schema.assertValid(etree.parse(BytesIO(bytes(store))))
            assert unharmed(data, xliff.Xliff2File.parsestring) == count
            sys.stdout.write(f"{lang}: {count} parts, as PO and as XLIFF\n")
        run(project, "export", "--as", "tmx")
        store = tmx.tmxfile.parsestring((project / "packets/site.tmx").read_bytes())
        sys.stdout.write(f"translation memory: {len(store.units)} units\n")


if __name__ == "__main__":
    main()
