"""Catalogue and stock: searching, looking, comparing, suggesting."""

import asyncio
from typing import Annotated, Any, Literal

from pydantic import Field

from ai_service.app.tools.context import ToolContext
from ai_service.app.tools.errors import ToolRefusalError
from ai_service.app.tools.money import minor_units, shown
from ai_service.app.tools.registry import registry

Json = dict[str, Any]
ProductId = Annotated[str, Field(min_length=1, max_length=64, description="A product_id from an earlier result.")]
Price = Annotated[float, Field(ge=0, le=1e9, description="In whole currency units, e.g. 199.99.")]
Sort = Literal["relevance", "price", "-price", "newest"]
DESCRIPTION_LENGTH = 1_500


def listed(product: Json) -> Json:
    """A product as lists show it."""
    category = product.get("category")
    return {
        "product_id": product["id"],
        "variant_id": product["variant_id"],
        "title": product["title"],
        "vendor": product.get("vendor"),
        "category": category["name"] if category else None,
        "price": shown(product["price"]),
        "availability": product["availability"],
        "variants_count": product["variants_count"],
        "url": f"/products/{product['handle']}",
    }


def _variant(variant: Json) -> Json:
    return {
        "variant_id": variant["id"],
        "title": variant["title"],
        "options": variant["options"],
        "price": shown(variant["price"]),
        "availability": variant["availability"],
    }


@registry.tool("catalogue.search", untrusted=True)
async def search_products(
    context: ToolContext,
    query: Annotated[str, Field(max_length=200, description="What the shopper looks for, as few words as possible.")],
    category: Annotated[str | None, Field(max_length=100, description="A category's name.")] = None,
    vendor: Annotated[str | None, Field(max_length=100, description="A brand.")] = None,
    min_price: Price | None = None,
    max_price: Price | None = None,
    in_stock: Annotated[bool | None, Field(description="true leaves out what is sold out.")] = None,
    sort: Annotated[Sort, Field(description="'price' is cheapest first, '-price' dearest first.")] = "relevance",
    limit: Annotated[int, Field(ge=1, le=20)] = 5,
) -> Json:
    """Search the shop's catalogue. Use it before naming any product: only what it returns is for sale here.
    Put prices and brands into their own arguments, not into the query. `did_you_mean` suggests a spelling."""
    filters = {
        "category": category,
        "vendor": vendor,
        "min_price": minor_units(min_price, context.shop.currency),
        "max_price": minor_units(max_price, context.shop.currency),
        "in_stock": in_stock,
        "sort": sort,
        "limit": limit,
    }
    found = await context.shop.products.search(context.token, query, **filters)
    return {
        "total": found["total"],
        "did_you_mean": found.get("did_you_mean"),
        "items": [listed(product) for product in found["items"]],
    }


@registry.tool("catalogue.product", untrusted=True)
async def get_product(context: ToolContext, product_id: ProductId) -> Json:
    """Everything about one product: description, attributes, all variants with their prices."""
    product = await context.shop.products.product(context.token, product_id)
    return {
        "product_id": product["id"],
        "title": product["title"],
        "description": (product.get("description") or "")[:DESCRIPTION_LENGTH],
        "vendor": product.get("vendor"),
        "attributes": product["attributes"],
        "variants": [_variant(variant) for variant in product["variants"]],
        "url": f"/products/{product['handle']}",
    }


@registry.tool("catalogue.compare", untrusted=True)
async def compare_products(
    context: ToolContext, product_ids: Annotated[list[ProductId], Field(min_length=2, max_length=6)]
) -> Json:
    """Compare two to six products by price, availability and attributes. `cheapest` is the cheapest one's id."""
    wanted = list(dict.fromkeys(product_ids))
    products = await asyncio.gather(*(context.shop.products.product(context.token, each) for each in wanted))
    items = [
        {
            "product_id": product["id"],
            "variant_id": product["variant_id"],
            "title": product["title"],
            "price": shown(product["price"]),
            "availability": product["availability"],
            "attributes": {item["name"]: item["value"] for item in product["attributes"]},
        }
        for product in products
    ]
    return {"items": items, "cheapest": min(items, key=lambda item: item["price"]["amount"])["product_id"]}


@registry.tool("stock.check")
async def check_stock(
    context: ToolContext,
    product_id: ProductId | None = None,
    variant_id: Annotated[str | None, Field(max_length=64, description="A variant_id from an earlier result.")] = None,
) -> Json:
    """Whether a product, or one variant of it, is in stock right now. Give one of the two ids."""
    products = context.shop.products
    if product_id is None:
        if variant_id is None:
            raise ToolRefusalError("invalid_arguments", "Give product_id or variant_id.")
        product_id = (await products.variant(context.token, variant_id))["product_id"]
    product = await products.product(context.token, product_id)
    variants = [_variant(each) for each in product["variants"] if variant_id is None or each["id"] == variant_id]
    return {
        "product_id": product["id"],
        "title": product["title"],
        "availability": product["availability"] if variant_id is None or not variants else variants[0]["availability"],
        "variants": [
            {name: each[name] for name in ("variant_id", "title", "availability", "price")} for each in variants
        ],
    }


@registry.tool("catalogue.recommend", untrusted=True)
async def recommend_products(
    context: ToolContext, product_id: ProductId | None = None, limit: Annotated[int, Field(ge=1, le=10)] = 3
) -> Json:
    """Suggest products: with a product_id what goes with it (bought together, same category), else what is popular.
    Each item says for what reason it is suggested."""
    suggestions = await context.shop.recommender.recommend(context.token, product_id, limit)
    return {
        "items": [
            {**listed(each.product), "reason": context.shop.reasons(context.language, each.reason)}
            for each in suggestions
        ]
    }
