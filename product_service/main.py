"""Serves the product service: `python -m product_service.main`."""

from common.service import serve
from product_service.app.settings import ProductSettings


def main() -> None:
    serve(ProductSettings, "product_service.app.factory:create_app")


if __name__ == "__main__":
    main()
