"""Item changes: other variants of the same products, while an order is pending."""
