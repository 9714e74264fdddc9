"""The field `image` of an entry: a file beside it, with what must be said of it."""

from __future__ import annotations

from changlai.model import PICTURES, Picture
from changlai.problems import suggestion
from changlai.read.disk import nfc
from changlai.read.fields import Fields
from changlai.read.tree import Folder, ending
from changlai.read.yamlnodes import Mapping, Scalar

_FIELDS = ("file", "credit", "licence", "consent")


def read_picture(fields: Fields, folder: Folder) -> Picture | None:
    """`image: photo.jpg` or `image: {file: photo.jpg, credit: …, licence: …, consent: …}`."""
    node = fields.get("image")
    if isinstance(node, Mapping):
        row = fields.below(node)
        row.only(_FIELDS)
        row.require("file")
        file = row.bare("file")
        credit, licence, consent = (row.text(name) for name in _FIELDS[1:])
    else:
        file, credit, licence, consent = fields.bare("image"), "", "", ""
    if file is None or not _is_here(fields, file, folder):
        return None
    return Picture(_name(file), fields.place_of(file), credit, licence, consent)


def _name(file: Scalar) -> str:
    return nfc(file.text).removeprefix("./")


def _is_here(fields: Fields, file: Scalar, folder: Folder) -> bool:
    name = _name(file)
    if "/" in name or "\\" in name:
        fields.report("image-elsewhere", file, value=file.text, folder=folder.path)
    elif ending(name) not in PICTURES:
        fields.report("image-type", file, value=file.text)
    elif name in folder.files:
        return True
    elif similar := {other.casefold(): other for other in folder.files}.get(name.casefold()) or suggestion(name, folder.files):
        fields.report("misspelt-image", file, value=file.text, suggestion=similar)
    else:
        fields.report("missing-image", file, value=file.text, folder=folder.path)
    return False
