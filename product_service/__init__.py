"""Things: catalogue, stock and reservations, search, media, imports."""
