"""Watch a project and show it on this machine."""

from changlai.serve.server import Preview
from changlai.serve.watch import changes

__all__ = ["Preview", "changes"]
