"""A real cluster on this machine: a scheduler and two workers, each a process of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from distributed import Client

from changlai import cluster, pipeline
from changlai.cli import arguments, main
from changlai.cluster import Cluster, carry_out, compare, connect, identity
from changlai.executor import Executor
from changlai.problems import Stopped
from tests import history
from tests.conftest import ROOT, Built, run_changlai

HOME = ("--host", "127.0.0.1", "--no-dashboard")


@contextmanager
def started(*command: str, cwd: Path = ROOT) -> Iterator[subprocess.Popen[str]]:
    """A process of Dask, in which `cwd` is where `changlai` and `tests` are."""
    process = subprocess.Popen([sys.executable, "-m", "dask", *command], cwd=cwd, stderr=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@contextmanager
def scheduler() -> Iterator[tuple[subprocess.Popen[str], str]]:
    with started("scheduler", *HOME, "--no-show", "--port", "0") as process:
        assert process.stderr
        said = next(line for line in process.stderr if "Scheduler at:" in line)
        yield process, said.rpartition("tcp://")[2].strip()


@contextmanager
def worker(address: str, *options: str, cwd: Path = ROOT) -> Iterator[subprocess.Popen[str]]:
    with started("worker", address, *HOME, "--no-nanny", *options, cwd=cwd) as process:
        yield process


def wait_for(address: str, workers: int) -> None:
    with Client(address, set_as_default=False) as client:
        until = time.monotonic() + 30
        while len(client.nthreads()) != workers:
            assert time.monotonic() < until
            time.sleep(0.05)


@pytest.fixture(scope="module")
def two_workers() -> Iterator[str]:
    """The address of a scheduler with two workers, of one thread and of three."""
    with scheduler() as (_, address), worker(address, "--nthreads", "1"), worker(address, "--nthreads", "3"):
        wait_for(address, 2)
        yield address
        connect(f"dask://{address}").client.close()
        connect.cache_clear()


@pytest.fixture
def workers(two_workers: str) -> Iterator[Executor]:
    with Client(two_workers, set_as_default=False) as client:
        yield Cluster(f"dask://{two_workers}", client)


# Without a name, functions travel to the workers as they are: these need not load the tests.
PROCESS = lambda number: (time.sleep(0.002), number, os.getpid())  # noqa: E731
FAIL = lambda number: number if number != 777 else Path(f"/{number}").stat()  # noqa: E731
SLOW = lambda number: (time.sleep(0.1), number)  # noqa: E731


def test_the_work_is_done_by_both_workers_and_not_here(workers: Executor) -> None:
    results = list(workers.map(PROCESS, range(1000)))
    assert [number for _, number, _ in results] == list(range(1000))
    pids = {pid for _, _, pid in results}
    assert len(pids) == 2 and os.getpid() not in pids
    assert not workers.shared


def test_little_work_is_not_sent(workers: Executor) -> None:
    assert {pid for _, _, pid in workers.map(PROCESS, range(cluster.WORTH - 1))} == {os.getpid()}


def test_what_the_work_raises_comes_back(workers: Executor) -> None:
    with pytest.raises(FileNotFoundError, match="/777"):
        list(workers.map(FAIL, range(1000)))
    assert list(workers.map(FAIL, range(700))) == list(range(700))


def test_a_site_has_the_same_bytes(two_workers: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text is parsed and every page drawn by the cluster."""
    monkeypatch.setattr(cluster, "WORTH", 1)
    history.make(tmp_path)
    built = []
    for address in ("", f"dask://{two_workers}"):
        folder = tmp_path / f"out{len(built)}"
        outcome = pipeline.build(pipeline.Options(tmp_path, history.NOW, folder, cache=False, jobs=1, executor=address))
        assert outcome.folder == folder
        built.append(history.snapshot(folder))
    assert built[0] == built[1]


def test_the_command_makes_the_real_site_with_it(two_workers: str, real_project: Path, real_site: Built, tmp_path: Path) -> None:
    address = f"dask://{two_workers}"
    options = ("--project", real_project, "--output", tmp_path / "site", "--base-url", "https://example.org/", "--lang", "en", "--no-cache")
    done = run_changlai(*options, "--executor", address)
    assert (done.returncode, done.stderr) == (0, "")
    assert history.snapshot(tmp_path / "site") == history.snapshot(real_site.folder)


def test_a_worker_with_another_program_is_refused(two_workers: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "changlai", tmp_path / "changlai", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "changlai/markdown/__init__.py").open("a", encoding="utf-8") as file:
        file.write("# another program\n")
    with worker(two_workers, cwd=tmp_path) as other:
        wait_for(two_workers, 3)
        with Client(two_workers, set_as_default=False) as client, pytest.raises(Stopped) as stopped:
            Cluster(two_workers, client)
        other.kill()
        wait_for(two_workers, 2)
    said = dict(stopped.value.problem.params)
    assert stopped.value.problem.code == "cluster-differs"
    assert (
        said["ours"] == f"changlai {identity()['changlai']}" and said["theirs"].startswith("changlai ") and said["theirs"] != said["ours"]
    )


def test_a_worker_that_comes_late_is_refused_too() -> None:
    with pytest.raises(Stopped) as stopped:
        carry_out({**identity(), "jinja2": "0.1", "Python": "2.7"}, SLOW, [1])
    said = dict(stopped.value.problem.params)
    assert said["ours"] == "Python 2.7, jinja2 0.1"
    assert said["theirs"] == f"Python {identity()['Python']}, jinja2 {identity()['jinja2']}"


def test_a_worker_without_our_program_is_refused() -> None:
    with pytest.raises(Stopped) as stopped:
        compare(identity(), ModuleNotFoundError("No module named 'changlai'"), "tcp://10.0.0.9:4000")
    assert "No module named" in dict(stopped.value.problem.params)["theirs"]


def told(capsys: pytest.CaptureFixture[str], project: Path, address: str) -> str:
    history.make(project)
    assert main(["--project", str(project), "--lang", "en", "--executor", f"dask://{address}"]) == 1
    assert not (project / "site").exists()
    return capsys.readouterr().out


def test_a_cluster_that_falls_apart_is_no_endless_wait(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """First it has no workers, then it loses one in the middle of the work, then its scheduler."""
    monkeypatch.setattr(cluster, "PIECE", 1)
    with scheduler() as (head, address), Client(address, set_as_default=False) as client:
        said = told(capsys, tmp_path, address)
        assert "cluster-idle" in said and address in said and "dask worker" in said
        for scheduler_too in (False, True):
            wait_for(address, 0)
            with worker(address, "--nthreads", "1") as hand:
                wait_for(address, 1)
                results = Cluster(f"dask://{address}", client).map(SLOW, range(1000))
                assert next(results) == (None, 0)
                (head if scheduler_too else hand).kill()
                with pytest.raises(Stopped) as stopped:
                    list(results)
                # That the only worker is gone may be seen first by its work or by its absence.
                assert stopped.value.problem.code in ({"cluster-lost"} if scheduler_too else {"cluster-lost", "cluster-idle"})


def test_an_address_where_nobody_answers_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # and does not listen
        said = told(capsys, tmp_path, f"127.0.0.1:{held.getsockname()[1]}")
    assert "cluster-unreachable" in said and "dask scheduler" in said


@pytest.mark.parametrize(
    "text", ["dask://", "dask://host", "dask://:8786", "host:8786", "ray://host:8786", "dask://a b:1", "dask://a:1/x", ""]
)
def test_a_wrong_address_is_wrong_usage(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        arguments.parse(["--executor", text], "en")
    assert left.value.code == 2 and "dask://10.0.0.7:8786" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["dask://localhost:8786", "dask://10.1.2.3:1", "dask://[::1]:8786", "dask://a-b.example.org:65535"])
def test_an_address_is_taken_as_it_is(text: str) -> None:
    assert arguments.parse(["check", "--executor", text], "en").executor == text
    assert arguments.parse(["--executor", text], "en").command == "build"


def test_without_dask_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    find: Callable[[str], object] = arguments.find_spec
    monkeypatch.setattr(arguments, "find_spec", lambda name: None if name == "distributed" else find(name))
    with pytest.raises(SystemExit) as left:
        arguments.parse(["--executor", "dask://localhost:8786"], "en")
    said = " ".join(capsys.readouterr().err.split())
    assert left.value.code == 2 and "make cluster" in said and "changlai[cluster]" in said
