"""Start order_service alone: `python -m order_service.main`."""

from common.service import serve
from order_service.app.settings import OrderSettings


def main() -> None:
    serve(OrderSettings, "order_service.app.factory:create_app")


if __name__ == "__main__":
    main()
