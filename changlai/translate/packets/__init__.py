"""What a translator is asked for, as files that translators work in, and what comes back. Pure: values to bytes, bytes to values."""

from changlai.translate.packets.form import view
from changlai.translate.packets.po import write as write_po
from changlai.translate.packets.returned import LARGEST, read, remarked
from changlai.translate.packets.tmx import Variants
from changlai.translate.packets.tmx import write as write_tmx
from changlai.translate.packets.words import DELETE, finished
from changlai.translate.packets.xliff import write as write_xliff

__all__ = ["DELETE", "LARGEST", "Variants", "finished", "read", "remarked", "view", "write_po", "write_tmx", "write_xliff"]
