"""Changlai: a static-site generator that is native in Chinese, Japanese, Korean and English."""

__version__ = "0.1.0"
