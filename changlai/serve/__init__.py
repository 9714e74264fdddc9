"""Watch a project and show it on this machine."""

from changlai.serve.server import Preview
from changlai.serve.watch import Watch

__all__ = ["Preview", "Watch"]
