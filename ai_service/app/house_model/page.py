"""The page a message was written on: what "this" is, and which list the shopper has in sight."""

from typing import Any

from ai_service.app.house_model.scene import Scene, Thing

# Begins the id of the call that carries the page; nobody but the shopper's browser makes it.
PAGE_CALL = "page:"


def take_page(scene: Scene, told: dict[str, Any]) -> None:
    """A new page is what is spoken of; on the same one the talk goes on where it was."""
    page = {name: value for name, value in told.items() if name != "data_notice"}
    changed, scene.page = page != scene.page, page
    kind, product_id = page.get("page"), page.get("product_id")
    if product_id and (changed or scene.focus is None):
        _look_at(scene, str(product_id), page.get("variant_id"))
    elif changed and kind == "order" and page.get("order_id"):
        scene.order, scene.shown = {"order_id": page["order_id"]}, "order"
    elif changed and kind in ("cart", "checkout"):
        scene.shown = "cart"
    elif changed and page.get("product_ids"):
        _show(scene, str(kind), page)


def _look_at(scene: Scene, product_id: str, variant_id: str | None) -> None:
    focus: Thing = {**scene.products.get(product_id, {}), "product_id": product_id}
    if variant_id is not None:
        # That one is chosen does not say that there are no others.
        focus |= {"variant_id": variant_id, "variants_count": max(int(focus.get("variants_count") or 0), 2)}
    scene.focus, scene.shown, scene.wishes = focus, "product", []


def _show(scene: Scene, kind: str, page: dict[str, Any]) -> None:
    things = [scene.products.get(key, {"product_id": key}) for key in map(str, page["product_ids"])]
    scene.items, scene.focus, scene.wishes = things, things[0] if len(things) == 1 else None, []
    scene.group = things if kind == "comparison" else []
    scene.shown = "comparison" if kind == "comparison" else "list"
    if query := page.get("query") or page.get("category"):
        scene.search, scene.total = {"query": str(query)}, len(things)
