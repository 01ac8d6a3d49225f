"""Shares of an amount that add up to it, to the last cent."""

from collections.abc import Sequence

BASIS_POINTS = 10_000


def allocate(amount: int, weights: Sequence[int]) -> list[int]:
    """Share a non-negative amount out by weight, to the last cent (largest remainder, earlier shares first)."""
    whole = sum(weights)
    if whole == 0:
        return [0] * len(weights)
    products = [amount * weight for weight in weights]
    shares = [product // whole for product in products]
    missing = amount - sum(shares)
    if missing:
        for place in sorted(range(len(weights)), key=lambda place: -(products[place] % whole))[:missing]:
            shares[place] += 1
    return shares
