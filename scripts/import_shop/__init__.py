"""`make import-shop DIR=...`: moves a whole shop in, from a folder with users.json, products.json and orders.json."""
