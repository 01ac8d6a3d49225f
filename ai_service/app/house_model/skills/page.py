"""Looks up what a page shows, of which the page itself tells only the ids."""

from ai_service.app.house_model.clause import Clause
from ai_service.app.house_model.turn import Turn, Work

# As many as one comparison takes: enough for what a person counts on a page.
MOST_LOOKED_UP = 6
FEWEST_LOOKED_UP = 2
DEEDS = ("add", "take", "buy", "compare", "which")


def look_up_list(turn: Turn, clauses: list[Clause]) -> Work[None]:
    """Titles and prices of a page's list, once somebody points into it: the page names only ids."""
    scene = turn.scene
    unknown = [item for item in scene.items if not item.get("title")]
    pointing = any(_points_into(clause) for clause in clauses)
    if not (unknown and pointing and turn.can("catalogue.compare") and len(scene.items) >= FEWEST_LOOKED_UP):
        return
    before = scene.focus, scene.group, scene.shown
    ids = [item["product_id"] for item in scene.items[:MOST_LOOKED_UP]]
    yield from turn.use("catalogue.compare", product_ids=ids)
    known = [scene.products.get(str(item["product_id"]), item) for item in scene.items]
    scene.items, (scene.focus, group, scene.shown) = known, before
    scene.group = known if group else []


def _points_into(clause: Clause) -> bool:
    pointing = clause.pointing
    return bool(pointing.ordinals or pointing.several or pointing.extreme or clause.means(*DEEDS))
