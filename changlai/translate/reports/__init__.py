"""What people are told of translations: how they are called, and reports as HTML and Markdown. Values in, text out."""

from changlai.translate.reports.drawing import explain_html, status_html
from changlai.translate.reports.markdown import explain_markdown, status_markdown
from changlai.translate.reports.proof import SHARED, Edit, Paper, Part, Plate, Proof, share_html
from changlai.translate.reports.table import STATES, Cell, Overview, Row, Share, rows
from changlai.translate.reports.wording import Wording, accepting

__all__ = [
    "SHARED",
    "STATES",
    "Cell",
    "Edit",
    "Overview",
    "Paper",
    "Part",
    "Plate",
    "Proof",
    "Row",
    "Share",
    "Wording",
    "accepting",
    "explain_html",
    "explain_markdown",
    "rows",
    "share_html",
    "status_html",
    "status_markdown",
]
