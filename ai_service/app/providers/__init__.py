"""The language models of a shop: who provides them, what they can do and cost, and how they are doing."""
