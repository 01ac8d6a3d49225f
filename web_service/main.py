"""Serve the shop window alone: python -m web_service.main."""

from common.config import load_settings
from web_service.app.server import serve
from web_service.app.settings import WebSettings


def main() -> None:
    serve(load_settings(WebSettings))


if __name__ == "__main__":
    main()
