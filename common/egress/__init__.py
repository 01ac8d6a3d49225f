"""Requests to addresses that people typed: one guard, so that nobody reaches our own network through us."""

from common.egress.addresses import AddressNotAllowed
from common.egress.guard import Answer, Egress, EgressFailed

__all__ = ["AddressNotAllowed", "Answer", "Egress", "EgressFailed"]
