"""The ai_service application."""

import httpx
from fastapi import FastAPI

from ai_service.app.agents import routes as agents
from ai_service.app.approvals import routes as approvals
from ai_service.app.base import Base
from ai_service.app.budgets import routes as budgets
from ai_service.app.chat import routes as chat
from ai_service.app.completions import routes as completions
from ai_service.app.completions.errors import openai_errors
from ai_service.app.conversations import routes as conversations
from ai_service.app.dependencies import build_room
from ai_service.app.mcp_server import routes as mcp
from ai_service.app.oversight import routes as oversight
from ai_service.app.playground import routes as playground
from ai_service.app.policies import routes as policies
from ai_service.app.prices import routes as prices
from ai_service.app.providers import routes as providers
from ai_service.app.settings import AiSettings
from ai_service.app.switches import routes as switches
from ai_service.app.tools import routes as tools
from ai_service.app.usage import routes as usage
from common.cache.rules import CacheRule
from common.config import load_settings
from common.service import create_service

POLICIES = "policies"
CACHEABLE = (CacheRule("/api/v1/policies", (), POLICIES), CacheRule("/api/v1/policies/{name}", (), POLICIES))


def create_app(settings: AiSettings | None = None, http: httpx.AsyncClient | None = None) -> FastAPI:
    return create_service(
        settings or load_settings(AiSettings),
        title="Shopkeeper: AI staff",
        description="Chat with the shop's agents: they search, advise, fill the basket, and propose what costs money.",
        base=Base,
        build=build_room,
        cacheable=CACHEABLE,
        routers=[
            *(chat.router, conversations.router, oversight.router, agents.router, playground.router),
            *(tools.router, switches.router, approvals.router),
            *(usage.router, budgets.router, prices.router, policies.router, completions.router),
            *(providers.router, mcp.router),
        ],
        error_shapes={completions.PREFIX: openai_errors, mcp.PATH: mcp.challenged},
        http=http,
    )
