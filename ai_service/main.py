"""Serves this service: python -m ai_service.main."""

from ai_service.app.settings import AiSettings
from common.service import serve


def main() -> None:
    serve(AiSettings, "ai_service.app.factory:create_app")


if __name__ == "__main__":
    main()
