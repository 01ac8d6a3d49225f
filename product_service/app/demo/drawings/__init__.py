"""Small pictures of things a shop like ours sells, drawn as SVG in the colour of the variant."""

from collections.abc import Callable

from product_service.app.demo.drawings import desk, input_devices, power, screens, sound, storage, travel
from product_service.app.demo.drawings.kit import Palette

Drawing = Callable[[Palette], str]

_MODULES = (screens, input_devices, sound, power, storage, travel, desk)
DRAWINGS: dict[str, Drawing] = {name: drawing for module in _MODULES for name, drawing in module.DRAWINGS.items()}
