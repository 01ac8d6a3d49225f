"""What is measured against: a merchant's export if one is named, else 20,000 generated products."""

import csv
import gzip
import random
from pathlib import Path

COUNT = 20_000
_STOCK, _ENOUGH = "Variant Inventory Qty", 100_000
KINDS = ("monitor", "mouse", "keyboard", "cable", "printer", "router", "notebook", "headset", "charger", "webcam")
MAKERS = ("Aldera", "Bricol", "Cormont", "Delvane", "Estrin", "Fenwick", "Galdor", "Hallux", "Istria", "Jorvik")
TRAITS = ("wireless", "compact", "silent", "rugged", "slim", "ergonomic", "portable", "dual", "curved", "studio")
COLOURS = ("black", "white", "silver", "blue", "red", "green")
HEADER = (
    "Handle", "Title", "Body (HTML)", "Vendor", "Type", "Tags", "Variant SKU", "Variant Inventory Qty",
    "Variant Price", "Currency", "Attributes",
)  # fmt: skip


def generate(path: Path, count: int = COUNT) -> Path:
    """Write `count` products, the same every time."""
    chance = random.Random(7)
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(HEADER)
        for number in range(count):
            kind, maker, trait = chance.choice(KINDS), chance.choice(MAKERS), chance.choice(TRAITS)
            colour, size = chance.choice(COLOURS), chance.randint(10, 40)
            title = f"{maker} {trait} {kind} {chance.choice('ABCDEFGHKMNPRST')}{number % 997} {size} {colour}"
            attributes = f"product colour {colour} ; size {size} ; weight {chance.randint(50, 5000)}"
            body = f"A {trait} {kind} by {maker}, {colour}, with a {chance.randint(1, 5)}-year warranty."
            price = f"{chance.randint(300, 150_000) / 100:.2f}"
            rows.writerow((10_000 + number, title, body, maker, kind, colour, f"SKU{10_000 + number}",
                           chance.choice((0, 3, 10, 25, 100)), price, "EUR", attributes))  # fmt: skip
    return path


def well_stocked(file: Path, copy: Path) -> Path:
    """The same catalogue, where what is in stock does not run out however much is bought."""
    opened = gzip.open if file.suffix == ".gz" else open
    with (
        opened(file, "rt", encoding="utf-8-sig", newline="") as given,
        copy.open("w", newline="", encoding="utf-8") as made,
    ):
        rows = csv.DictReader(given)
        written = csv.DictWriter(made, rows.fieldnames or ())
        written.writeheader()
        for row in rows:
            pieces = row.get(_STOCK) or ""
            written.writerow({**row, _STOCK: _ENOUGH} if pieces.isdigit() and int(pieces) else row)
    return copy


def queries() -> list[str]:
    """Searches that fit the generated catalogue."""
    chance = random.Random(11)
    return [
        " ".join(chance.sample([chance.choice(words) for words in (TRAITS, KINDS, COLOURS)], chance.randint(1, 3)))
        for _ in range(68)
    ]
