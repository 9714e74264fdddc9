"""Links in finished pages, whoever wrote them: a template of the site's own can point nowhere too."""

import re
from collections.abc import Collection, Mapping
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

from changlai.model import Library, Place, Plan, Sheet
from changlai.problems import Problem, problem

LINKS = re.compile(rb"""<(?:a|link|img|script|source)\b[^>]*?\s(?:href|src)=(?:"([^"]*)"|'([^']*)')""")
IDS = re.compile(rb"""\sid=(?:"([^"]*)"|'([^']*)')""")


def check(library: Library, plan: Plan, drawn: Mapping[str, bytes]) -> list[Problem]:
    """Every link to this site leads to a file that is made, every fragment to an id in it."""
    base = library.settings.base_url
    ids: dict[str, set[str]] = {}
    found = []
    for page in plan.sheets:
        if not page.path.endswith(".html"):
            continue
        data = drawn.get(page.path, b"")
        for link in dict.fromkeys(unescape((match[0] or match[1]).decode()) for match in LINKS.findall(data)):
            found += judge(link, page, base, drawn, ids)
    return found


def judge(link: str, page: Sheet, base: str, drawn: Mapping[str, bytes], ids: dict[str, set[str]]) -> list[Problem]:
    path, fragment = inner(link, page, base, drawn)
    if path is None:
        return []
    place = page.place or Place(f"templates/{page.template}")
    if path not in drawn:
        return [problem("output-link-dead", place, page=page.url, target=link)]
    if fragment and path.endswith(".html"):
        if path not in ids:
            ids[path] = {unescape((match[0] or match[1]).decode()) for match in IDS.findall(drawn[path])}
        if fragment not in ids[path]:
            return [problem("output-fragment-dead", place, page=page.url, target=link)]
    return []


def inner(link: str, page: Sheet, base: str, drawn: Collection[str]) -> tuple[str | None, str]:
    """The output file that a link of this site means, and its fragment; None for links to elsewhere, on the same host too."""
    root = urlsplit(base)
    try:
        whole = urlsplit(urljoin(f"{base.rstrip('/')}{page.url}", link))
    except ValueError:
        return None, ""
    if (whole.scheme, whole.netloc) != (root.scheme, root.netloc):
        return None, ""
    if not whole.path.startswith(root.path):
        # A page of ours without the folder of the host in front was meant for us, and is not there.
        return (whole.path if file_of(whole.path) in drawn else None), ""
    return file_of(whole.path.removeprefix(root.path)), unquote(whole.fragment)


def file_of(path: str) -> str:
    name = unquote(path.lstrip("/"))
    return f"{name}index.html" if name.endswith("/") or not name else name
