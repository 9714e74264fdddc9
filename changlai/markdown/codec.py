"""Documents as bytes for the store, and back."""

from __future__ import annotations

from changlai.codec import Codec
from changlai.model import Document

CODEC: Codec[Document] = Codec(Document)


def dump(document: Document) -> bytes:
    return CODEC.dump(document)


def load(data: bytes) -> Document:
    """The document that `dump` wrote. Raises ValueError for anything else."""
    document = CODEC.load(data)
    if len(document.parts) != len(document.holes) + 1:
        raise ValueError("parts and holes do not alternate")
    return document
