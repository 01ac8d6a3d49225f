"""Webhooks: what happened in the shop, told to other people's servers, signed, in order, until they have it."""
