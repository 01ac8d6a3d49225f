"""Stock: what lies on the shelf, who holds it, and why it changed."""
