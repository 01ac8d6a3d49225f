"""Serve this service alone: python -m user_service.main."""

from common.service import serve
from user_service.app.settings import UserSettings


def main() -> None:
    serve(UserSettings, "user_service.app.factory:create_app")


if __name__ == "__main__":
    main()
