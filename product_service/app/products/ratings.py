"""What a product's reviews make of it, for lists that sort and narrow by stars."""

PRIOR_REVIEWS, PRIOR_STARS = 5, 3.5


def rank(total: int, count: int) -> int:
    """What lists sort by: thousandths of a star, as if five more reviews had given three and a half.

    So one enthusiast does not outrank hundreds. Without reviews it is 0.
    """
    if not count:
        return 0
    return round(1000 * (total + PRIOR_REVIEWS * PRIOR_STARS) / (count + PRIOR_REVIEWS))


def whole_stars(total: int, count: int) -> int:
    """The average cut to whole stars: what `4 & up` compares with. Without reviews it is 0."""
    return total // count if count else 0
