"""Catalogue and stock: searching, looking, comparing, suggesting."""

import asyncio
from typing import Annotated, Any, Literal

from pydantic import Field

from ai_service.app.tools.context import ToolContext
from ai_service.app.tools.errors import ToolRefusalError
from ai_service.app.tools.money import minor_units, shown, shown_if_higher
from ai_service.app.tools.registry import registry

Json = dict[str, Any]
ProductId = Annotated[str, Field(min_length=1, max_length=64, description="A product_id from an earlier result.")]
Price = Annotated[float, Field(ge=0, le=1e9, description="In whole currency units, e.g. 199.99.")]
Sort = Literal["relevance", "price", "-price", "newest"]
DESCRIPTION_LENGTH = 1_500
MOST_IMAGES = 8


def listed(product: Json) -> Json:
    """A product as lists show it."""
    category = product.get("category")
    return {
        "product_id": product["id"],
        "variant_id": product["variant_id"],
        "title": product["title"],
        "vendor": product.get("vendor"),
        "category": category["name"] if category else None,
        "image": product.get("image"),
        "price": shown(product["price"]),
        "max_price": shown_if_higher(product.get("max_price"), product["price"]),
        "availability": product["availability"],
        "rating": product.get("rating"),
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
        "image": variant.get("image"),
    }


async def _product(context: ToolContext, product_id: str) -> Json:
    """In the currency the shopper sees, with the variants that are for sale in it; else, as it says, in its own."""
    found = await context.shop.products.product(context.token, product_id, **context.priced)
    if found["price"] is None:
        return await context.shop.products.product(context.token, product_id)
    return {**found, "variants": [each for each in found["variants"] if each["price"] is not None]}


@registry.tool("catalogue.search", open=True, untrusted=True, card="products")
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
        "min_price": minor_units(min_price, context.currency or context.shop.currency),
        "max_price": minor_units(max_price, context.currency or context.shop.currency),
        "in_stock": in_stock,
        "sort": sort,
        "limit": limit,
        **context.priced,
    }
    found = await context.shop.products.search(context.token, query, **filters)
    return {
        "total": found["total"],
        "did_you_mean": found.get("did_you_mean"),
        "items": [listed(product) for product in found["items"]],
    }


@registry.tool("catalogue.product", open=True, untrusted=True, card="product")
async def get_product(context: ToolContext, product_id: ProductId) -> Json:
    """Everything about one product: description, attributes, all variants with their prices."""
    product = await _product(context, product_id)
    return {
        **listed(product),
        "description": (product.get("description") or "")[:DESCRIPTION_LENGTH],
        "attributes": product["attributes"],
        "variants": [_variant(variant) for variant in product["variants"]],
        "images": [image["url"] for image in product.get("media", ())[:MOST_IMAGES]],
    }


@registry.tool("catalogue.compare", open=True, untrusted=True, card="comparison")
async def compare_products(
    context: ToolContext, product_ids: Annotated[list[ProductId], Field(min_length=2, max_length=6)]
) -> Json:
    """Compare two to six products by price, availability and attributes. `cheapest` is the cheapest one's id."""
    wanted = list(dict.fromkeys(product_ids))
    products = await asyncio.gather(*(_product(context, each) for each in wanted))
    items = [
        {**listed(product), "attributes": {item["name"]: item["value"] for item in product["attributes"]}}
        for product in products
    ]
    return {"items": items, "cheapest": min(items, key=lambda item: item["price"]["amount"])["product_id"]}


@registry.tool("stock.check", open=True, card="product")
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
    product = await _product(context, product_id)
    variants = [_variant(each) for each in product["variants"] if variant_id is None or each["id"] == variant_id]
    availability = product["availability"] if variant_id is None or not variants else variants[0]["availability"]
    return {**listed(product), "availability": availability, "variants": variants}


@registry.tool("catalogue.recommend", open=True, untrusted=True, card="products")
async def recommend_products(
    context: ToolContext, product_id: ProductId | None = None, limit: Annotated[int, Field(ge=1, le=10)] = 3
) -> Json:
    """Suggest products: with a product_id what goes with it (bought together, same category), else what is popular.
    Each item says for what reason it is suggested."""
    suggestions = await context.shop.recommender.recommend(context.token, product_id, limit, context.priced)
    return {"items": [{**listed(each.product), "reason": context.say(f"reason_{each.reason}")} for each in suggestions]}
