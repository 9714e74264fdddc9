"""Files beside the entries → files that may be published."""

from changlai.media.clean import Cleaned, clean
from changlai.media.remembered import remembered

__all__ = ["Cleaned", "clean", "remembered"]
