"""The caller's own account, and the shop's policies."""

import asyncio
from typing import Annotated, Any

from pydantic import Field

from ai_service.app.tools.context import ToolContext
from ai_service.app.tools.registry import registry

Json = dict[str, Any]
ADDRESS = ("id", "name", "address1", "address2", "city", "state", "zip", "country", "is_default")
PAYMENT = ("id", "type", "brand", "last4", "balance", "is_default")


async def account_of(context: ToolContext) -> Json:
    """Profile, addresses and payment methods of the caller; never of anybody else."""
    if context.caller.is_guest:
        # A guest has no account to ask for; address and email come with the order itself.
        return {"name": None, "email": None, "is_guest": True, "addresses": [], "payment_methods": []}
    users, token = context.shop.users, context.token
    profile, addresses, methods = await asyncio.gather(
        users.me(token), users.my_addresses(token), users.my_payment_methods(token)
    )
    return {
        "name": profile.get("name"),
        "email": profile.get("email"),
        "is_guest": False,
        "addresses": [{name: each.get(name) for name in ADDRESS} for each in addresses],
        "payment_methods": [{name: each.get(name) for name in PAYMENT} for each in methods],
    }


@registry.tool("account.view", untrusted=True)
async def get_account(context: ToolContext) -> Json:
    """The shopper's own name, email, saved addresses and payment methods."""
    return await account_of(context)


@registry.tool("policy.search", open=True)
async def search_policies(context: ToolContext, query: Annotated[str, Field(min_length=1, max_length=300)]) -> Json:
    """Look up the shop's own policies: returns, refunds, shipping, payment, warranty, privacy. Answer such questions
    only from what this returns, and say so when it returns nothing."""
    return {"items": context.shop.policies.search(query, context.language)}
