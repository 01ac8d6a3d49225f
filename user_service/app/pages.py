"""The few pages this service shows itself: from res/, in the reader's language; they may only send a form."""

from html import escape
from pathlib import Path

from common.languages import current_language

FOLDER = Path(__file__).resolve().parents[1] / "res"
PAGE_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
}


def page_text(folder: str, name: str, **values: str) -> str:
    """HTML with `{{key}}` replaced by each value, escaped."""
    text = (FOLDER / folder / current_language() / f"{name}.html").read_text(encoding="utf-8")
    for key, value in values.items():
        text = text.replace(f"{{{{{key}}}}}", escape(value))
    return text
