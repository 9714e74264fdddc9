"""What may be typed."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

import changlai
from changlai import messages

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "build": "changlai.cli.build",
        "serve": "changlai.cli.serve",
        "check": "changlai.cli.check",
        "new": "changlai.cli.entries",
        "translate": "changlai.cli.entries",
        "withdraw": "changlai.cli.entries",
        "status": "changlai.cli.status",
        "explain": "changlai.cli.explain",
        "share": "changlai.cli.share",
        "accept": "changlai.cli.accept",
        "adopt": "changlai.cli.accept",
        "export": "changlai.cli.packets",
        "import": "changlai.cli.returned",
        "messages": "changlai.cli.catalogs",
        "release": "changlai.cli.release",
    }
)
DEFAULTS: Mapping[str, Any] = MappingProxyType(
    {
        "project": Path(),
        "base_url": "",
        "strict": False,
        "format": "text",
        "output": None,
        "entry": "",
        "to": "",
        "state": "",
        "blocks": None,
        "entries": "",
        "form": "po",
        "all": False,
        "dry_run": False,
        "drafts": False,
        "today": None,
        "jobs": 0,
        "executor": "",
        "cache": True,
        "quiet": False,
        "timings": None,
        "why": None,
        "before": None,  # the state of the inputs, where a build is to remember its end
    }
)
FORMATS = ("text", "json", "github")
SHOWN = (*FORMATS, "html", "markdown")  # forms of what `status` and `explain` show
STATES = ("missing", "fresh", "cosmetic", "stale", "orphan", "ahead", "unverified", "draft", "withdrawn")
BASE = re.compile(r"https?://[^\s\"<>\\^`{|}?#]+")
VALUED = (
    "--as",
    "--blocks",
    "--entries",
    "--project",
    "--base-url",
    "--lang",
    "--format",
    "--output",
    "--today",
    "--jobs",
    "--executor",
    "--port",
    "--state",
    "--title",
    "--to",
)
PERHAPS = ("--timings", "--why")  # with a value or without


def parse(argv: Sequence[str], lang: str) -> argparse.Namespace:
    """The arguments of one run; options without a command mean `build`. Leaves with status 2 and a message where they are wrong."""
    _ = messages.translator(lang)
    messages.install_argparse(lang)
    given = list(argv)
    if command_of(given) is None and not any(word in ("-h", "--help", "--version") for word in given):
        given.insert(0, "build")
    found = argparse.Namespace(**{**DEFAULTS, "ui": lang})
    top = parser(_)
    args = top.parse_args(given, found)
    formats = SHOWN if args.command in ("status", "explain") else FORMATS
    if args.format not in formats:
        top.error(_("`%(command)s` has the formats %(formats)s") % {"command": args.command, "formats": ", ".join(formats)})
    return args


def command_of(argv: Sequence[str]) -> str | None:
    """The first word that is neither an option nor the value of one."""
    before = ""
    for word in argv:
        if before in VALUED or (before in PERHAPS and word[:1] != "-" and word not in COMMANDS):
            before = ""
        elif word.startswith("-"):
            before = word
        else:
            return word
    return None


def parser(_: Callable[[str], str]) -> argparse.ArgumentParser:
    common = everywhere(_)
    top = argparse.ArgumentParser(
        "changlai", description=_("A static-site generator that is native in Chinese, Japanese, Korean and English."), parents=[common]
    )
    told = _("show program's version number and exit")  # argparse does not ask for it
    top.add_argument("--version", action="version", version=f"changlai {changlai.__version__}", help=told)
    sub = top.add_subparsers(dest="command", metavar=_("COMMAND"), required=True)
    making = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    making.add_argument("--output", type=Path, metavar="DIR", help=_("where the site is written (default: site/ in the project)"))
    making.add_argument("--drafts", action="store_true", help=_("show drafts and what publish_on still holds back"))
    making.add_argument("--jobs", type=count(_), metavar="N", help=_("how many processes may work (default: as many as there are cores)"))
    making.add_argument(
        "--executor", type=cluster(_), metavar="dask://HOST:PORT", help=_("let a Dask cluster work: the address of its scheduler")
    )
    making.add_argument(
        "--timings",
        nargs="?",
        const=True,
        type=json_file(_),
        metavar="FILE.json",
        help=_("say how long each stage took: in a table, or in a file for programs"),
    )

    def command(name: str, help: str, *parents: argparse.ArgumentParser) -> argparse.ArgumentParser:
        return sub.add_parser(name, help=help, description=help, parents=[common, *parents], argument_default=argparse.SUPPRESS)

    build = command("build", _("build the site (what is done when no command is given)"), making)
    build.add_argument(
        "--why",
        nargs="?",
        const="",
        metavar="PAGE",
        help=_("say of each page that is drawn what changed since the last build; or of one page"),
    )
    serve = command("serve", _("build with drafts into .changlai/preview/, watch, and show it on this machine"))
    serve.add_argument("--port", type=count(_), default=8000, metavar="N", help=_("the port to listen on (default: 8000)"))
    command("check", _("make every judgement, write nothing"), making)
    new = command("new", _("make a skeleton of a new entry"))
    new.add_argument("entry", metavar="KIND/SLUG", help=_("for example stories/a-garden"))
    new.add_argument("--title", default="", metavar="T", help=_("its title in the source language"))
    translate = command("translate", _("make the file of a translation, with the source text to write over"))
    translate.add_argument("entry", metavar="KIND/SLUG", help=_("the entry to translate"))
    translate.add_argument("--to", required=True, metavar="LANG", help=_("the language, as in site.yaml"))
    withdraw = command("withdraw", _("take an entry out of everything and leave a polite page"))
    withdraw.add_argument("entry", metavar="KIND/SLUG", help=_("the entry to withdraw"))
    translating(command, _)
    catalogs = command("messages", _("the translation catalogs of this site"))
    catalogs.add_argument(
        "action", choices=("extract", "update", "check"), help=_("collect the texts; bring them into the catalogs; judge the catalogs")
    )
    command("release", _("promise today's public addresses: append them to urls.lock"))
    return top


def translating(command: Callable[..., argparse.ArgumentParser], _: Callable[[str], str]) -> None:
    """The commands that keep translations and their sources together."""
    status = command("status", _("show how up to date each translation is"))
    status.add_argument("--to", metavar="LANG", help=_("only this language"))
    status.add_argument("--state", choices=STATES, help=_("only translations in this state"))
    explain = command("explain", _("show what has changed in the source of a translation since it was made"))
    explain.add_argument("entry", metavar="KIND/SLUG", help=_("the entry"))
    explain.add_argument("--to", metavar="LANG", help=_("only this language"))
    share = command("share", _("put an entry, in all its languages and with its changes since the last release, into one file to send"))
    share.add_argument("entry", metavar="KIND/SLUG", help=_("the entry"))
    for shown in (status, explain, share):
        shown.add_argument("--output", type=Path, metavar="FILE", help=_("the file to be written"))
    accept = command("accept", _("confirm that a translation agrees with its source as it is now"))
    accept.add_argument("entry", metavar="KIND/SLUG", help=_("the entry"))
    accept.add_argument("--to", required=True, metavar="LANG", help=_("the language, as in site.yaml"))
    accept.add_argument("--blocks", metavar="3,5", help=_("only these blocks, by the numbers that `explain` shows"))
    adopt = command("adopt", _("record translations that were there before as made from the present source"))
    adopt.add_argument("entry", nargs="?", metavar="KIND/SLUG", help=_("only this entry"))
    adopt.add_argument("--to", metavar="LANG", help=_("only this language"))
    parcels(command, _)


def parcels(command: Callable[..., argparse.ArgumentParser], _: Callable[[str], str]) -> None:
    """What goes to translators, and what comes back."""
    export = command("export", _("write what is to be translated, for a translator"))
    export.add_argument("--to", metavar="LANG", help=_("the language, as in site.yaml"))
    export.add_argument("--entries", metavar="KIND/SLUG,…", help=_("only these entries"))
    export.add_argument(
        "--as",
        dest="form",
        choices=("po", "xliff", "html", "tmx"),
        help=_("what it is for: Poedit, other translation tools, a form to fill in; or a translation memory"),
    )
    export.add_argument("--all", action="store_true", help=_("also what has not changed, and what nobody has confirmed yet"))
    export.add_argument("--output", metavar="FILE", help=_("the file (default: packets/LANG.… in the project; - prints it)"))
    bring = command("import", _("bring in what a translator has sent back"))
    bring.add_argument("files", nargs="+", metavar="FILE", help=_("a packet: PO, XLIFF, or the form as it was saved"))
    bring.add_argument("--dry-run", dest="dry_run", action="store_true", help=_("check it and say what would be done, write nothing"))


def everywhere(_: Callable[[str], str]) -> argparse.ArgumentParser:
    """The options of all commands."""
    # Options may stand before or after the command: a default set below would undo what was given above.
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument(
        "--project", type=folder(_), metavar="DIR", help=_("the project: a folder with site.yaml and content/ (default: here)")
    )
    common.add_argument("--base-url", type=url(_), metavar="URL", help=_("publish under this address instead of the one in site.yaml"))
    common.add_argument("--strict", action="store_true", help=_("treat warnings as errors"))
    common.add_argument("--lang", choices=("zh", "en"), help=_("language of messages (default: the system’s, else English)"))
    common.add_argument("-q", "--quiet", action="store_true", help=_("print problems and nothing else"))
    common.add_argument(
        "--format",
        choices=SHOWN,
        help=_("how problems are printed; `status` and `explain` also as html and markdown"),
    )
    common.add_argument("--today", type=day(_), metavar="DATE", help=_("the day that decides what publish_on shows (default: today)"))
    common.add_argument("--no-cache", dest="cache", action="store_false", help=_("remember nothing from or for other runs"))
    return common


def folder(_: Callable[[str], str]) -> Callable[[str], Path]:
    def read(text: str) -> Path:
        if not (Path(text) / "site.yaml").is_file():
            raise argparse.ArgumentTypeError(_("%(folder)s holds no site.yaml") % {"folder": text})
        return Path(text)

    return read


def url(_: Callable[[str], str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not is_base(text):
            raise argparse.ArgumentTypeError(_("%(url)s is not an address such as https://example.org/waishi/") % {"url": text})
        return text.rstrip("/") + "/"

    return read


def cluster(_: Callable[[str], str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not re.fullmatch(r"dask://(\[[0-9A-Fa-f:.]+\]|[\w.-]+):\d{1,5}", text, re.ASCII):
            raise argparse.ArgumentTypeError(
                _("%(address)s is not the address of a scheduler such as dask://10.0.0.7:8786") % {"address": text}
            )
        if find_spec("distributed") is None:
            raise argparse.ArgumentTypeError(
                _("Dask is not installed: run `make cluster` in the checkout, or elsewhere: pip install 'changlai[cluster]'")
            )
        return text

    return read


def is_base(text: str) -> bool:
    """As strict as `base_url` in site.yaml: it is printed into files of hosts, where a quote or a line break is a command."""
    try:
        parts = urlsplit(text)
        named = bool(parts.hostname) and "@" not in parts.netloc and parts.port != 0
    except ValueError:
        return False
    return named and bool(BASE.fullmatch(text)) and not {".", ".."} & set(parts.path.split("/"))


def day(_: Callable[[str], str]) -> Callable[[str], date]:
    def read(text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise argparse.ArgumentTypeError(_("%(day)s is not a day such as 2026-08-26") % {"day": text}) from None

    return read


def json_file(_: Callable[[str], str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not text.endswith(".json"):
            raise argparse.ArgumentTypeError(_("%(file)s is not the name of a file such as timings.json") % {"file": text})
        return text

    return read


def count(_: Callable[[str], str]) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not text.isascii() or not text.isdecimal():
            raise argparse.ArgumentTypeError(_("%(number)s is not a whole number") % {"number": text})
        return int(text)

    return read
