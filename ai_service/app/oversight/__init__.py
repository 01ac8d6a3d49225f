"""What staff may see of conversations: each turn with its calls, what they cost and what came of them."""
