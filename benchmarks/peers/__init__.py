"""Who runs. Hugo and our own generator always do; the others are named on the command line."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.peers.changlai import CHANGLAI
from benchmarks.peers.eleventy import ELEVENTY
from benchmarks.peers.hexo import HEXO
from benchmarks.peers.hugo import HUGO, LEAN_HUGO
from benchmarks.peers.mkdocs import MKDOCS
from benchmarks.peers.nikola import NIKOLA
from benchmarks.peers.peer import Peer
from benchmarks.peers.pelican import PELICAN

CACHED_PELICAN = replace(
    PELICAN,
    name="pelican-cache",
    title="Pelican, cache on",
    env={"RACE_CACHE": "yes"},
    remarks="remembers Markdown; all else as Pelican",
)
PEERS = {peer.name: peer for peer in (CHANGLAI, HUGO, LEAN_HUGO, HEXO, ELEVENTY, PELICAN, CACHED_PELICAN, MKDOCS, NIKOLA)}
OTHERS = tuple(name for name in PEERS if name not in ("changlai", "hugo"))
SLOW = ("pelican-cache", "mkdocs", "nikola")  # by default not run at the largest size

__all__ = ["CHANGLAI", "HUGO", "OTHERS", "PEERS", "SLOW", "Peer"]
