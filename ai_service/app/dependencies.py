"""Where the objects of this service are built and handed to its routes."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, cast
from zoneinfo import ZoneInfo

from fastapi import Depends, Request

from ai_service.app.agents.delivered import delivered_agents
from ai_service.app.agents.directory import AgentDirectory
from ai_service.app.agents.instructions import Instructions
from ai_service.app.agents.limits import TurnLimits
from ai_service.app.agents.service import AgentDesk
from ai_service.app.agents.texts import TextBook, read_texts
from ai_service.app.approvals.service import ApprovalService
from ai_service.app.budgets.gate import BudgetGate
from ai_service.app.budgets.service import BudgetService
from ai_service.app.chat.decisions import Decisions
from ai_service.app.chat.following import Followers
from ai_service.app.chat.recovery import end_left_behind
from ai_service.app.chat.service import ChatRules, ChatService
from ai_service.app.chat.staff_decisions import StaffDecisions
from ai_service.app.confirmations.service import ConfirmationService
from ai_service.app.conversations.context import ContextStore
from ai_service.app.conversations.service import ConversationService
from ai_service.app.house_model.model import HouseModel
from ai_service.app.known_settings.models import KnownSettingsRow
from ai_service.app.mcp_server.door import McpDoor
from ai_service.app.mcp_server.tools import McpTools
from ai_service.app.oversight.service import Oversight
from ai_service.app.playground.service import Playground
from ai_service.app.policies.service import PolicyIndex
from ai_service.app.prices.service import Price, PriceBook
from ai_service.app.providers.service import ProviderServices, make_providers
from ai_service.app.recommendations.service import Recommender
from ai_service.app.settings import AiSettings
from ai_service.app.switches.service import SwitchBoard
from ai_service.app.tools.audit import ToolAudit
from ai_service.app.tools.builtin import registry
from ai_service.app.tools.context import Shop
from ai_service.app.tools.gate import ToolGate
from ai_service.app.tools.rule_book import RuleBook
from ai_service.app.tools.service import ToolDesk
from ai_service.app.usage.ledger import Ledger
from ai_service.app.usage.reports import UsageReports
from ai_service.app.usage.service import Metering
from common.api_clients.llm.router import ModelRouter
from common.api_clients.orders import OrdersClient
from common.api_clients.products import ProductsClient
from common.api_clients.users import UsersClient
from common.clock import Clock
from common.kept_rows import KeptRows
from common.runtime import Runtime
from common.shop_settings import KnownSettings


@dataclass(frozen=True, slots=True)
class StaffRoom:
    """Who works here, and the words around their work."""

    directory: AgentDirectory
    texts: TextBook


@dataclass(frozen=True, slots=True)
class Room:
    chat: ChatService
    followers: Followers
    decisions: Decisions
    conversations: ConversationService
    confirmations: ConfirmationService
    reports: UsageReports
    ledger: Ledger
    prices: PriceBook
    budgets: BudgetService
    oversight: Oversight
    staff: StaffRoom
    desk: AgentDesk
    playground: Playground
    policies: PolicyIndex
    tools: ToolDesk
    switches: SwitchBoard
    approvals: ApprovalService
    staff_decisions: StaffDecisions
    providers: ProviderServices
    mcp: McpDoor


@asynccontextmanager
async def build_room(runtime: Runtime) -> AsyncIterator[Room]:
    settings = cast(AiSettings, runtime.settings)
    clock, database = Clock(), runtime.database
    policies = PolicyIndex(settings.resources / "policies")
    texts = read_texts(settings.resources / "texts")
    audit = ToolAudit(database)
    context = ContextStore(database, runtime.valkey, settings.context_seconds, settings.context_turns)
    delivered = delivered_agents(settings.resources / "prompts", texts)
    directory = AgentDirectory(database, delivered, _limits(settings))
    conversations = ConversationService(database, context, directory, clock)
    lifetime = timedelta(seconds=settings.confirmation_seconds)
    switches = SwitchBoard(database, clock, _stoppable(directory))
    gate = ToolGate(RuleBook(database), switches, runtime.limiter)
    tools = ToolDesk(database, registry, gate, audit, clock, settings.tool_seconds)
    approvals = ApprovalService(database, clock, timedelta(seconds=settings.approval_seconds))
    confirmations = ConfirmationService(database, registry, audit, clock, lifetime, conversations, gate, approvals)
    shop, known = _shop(settings, runtime, texts, policies), KnownSettings(database, KnownSettingsRow)
    house = HouseModel.load(settings.resources / "house_model")
    reports = UsageReports(database)
    metering, budgets = await _metering(settings, runtime, reports)
    providers = await make_providers(settings, runtime, metering.prices, clock)
    chat = ChatService(
        database=database,
        conversations=conversations,
        confirmations=confirmations,
        directory=directory,
        instructions=Instructions(known, shop.users, texts, clock),
        texts=texts,
        models=ModelRouter(providers.catalogue.candidates, house),
        registry=registry,
        audit=audit,
        gate=gate,
        metering=metering,
        shop=shop,
        rules=_rules(settings),
    )
    followers = Followers(chat, conversations, confirmations)
    decisions = Decisions(chat, conversations, confirmations)
    staff_decisions = StaffDecisions(database, decisions, confirmations, approvals, chat.shop.users, runtime.tokens)
    runtime.background.loop("approvals.settle", staff_decisions.settle_left_behind, every=2.0)
    runtime.background.loop("chat.leases", chat.keep_leases, every=5.0)
    runtime.background.loop("chat.recovery", lambda: end_left_behind(database, conversations, chat, texts), every=10.0)
    runtime.events.consume("user_service", {"guest.merged": conversations.merge_guest}, name="conversations")
    runtime.events.consume("user_service", {"guest.merged": confirmations.merge_guest}, name="confirmations")
    runtime.events.consume("user_service", known.handlers, name="settings")
    oversight = Oversight(conversations, confirmations, audit, reports)
    staff = StaffRoom(directory, texts)
    desk = AgentDesk(database, directory, registry)
    playground, mcp = Playground(chat, desk), _mcp(settings, chat, decisions)
    yield Room(
        chat=chat,
        followers=followers,
        decisions=decisions,
        conversations=conversations,
        confirmations=confirmations,
        reports=reports,
        ledger=Ledger(database),
        prices=metering.prices,
        budgets=budgets,
        oversight=oversight,
        staff=staff,
        desk=desk,
        playground=playground,
        policies=policies,
        tools=tools,
        switches=switches,
        approvals=approvals,
        staff_decisions=staff_decisions,
        providers=providers,
        mcp=mcp,
    )
    for part in (mcp, playground, decisions, chat, metering.budgets, providers):
        await part.shut_down()


def _mcp(settings: AiSettings, chat: ChatService, decisions: Decisions) -> McpDoor:
    instructions = (settings.resources / "prompts" / settings.default_language / "mcp.md").read_text(encoding="utf-8")
    return McpDoor(McpTools(chat, decisions), instructions, settings.mcp_sessions, settings.mcp_idle_seconds)


def _stoppable(directory: AgentDirectory) -> Callable[[str, str], Awaitable[bool]]:
    """What of the staff a kill switch can be for."""

    async def exists(kind: str, name: str) -> bool:
        if kind == "tool":
            return name in registry.tools and registry.tools[name].changes
        return kind == "agent" and name in await directory.now()

    return exists


async def _metering(settings: AiSettings, runtime: Runtime, reports: UsageReports) -> tuple[Metering, BudgetService]:
    """What meters model calls, and where staff sets the budgets that it goes by."""
    clock, database, currency = Clock(), runtime.database, settings.llm_price_currency
    prices = PriceBook(database, clock, currency)
    if settings.llm_model is not None and settings.llm_base_url is not None:
        await prices.take_over(settings.llm_model, _price(settings))
    gate = BudgetGate(database, clock, ZoneInfo(settings.time_zone), reports.spent_so_far)
    kept_prices, kept_budgets = KeptRows(runtime, "prices", prices.load), KeptRows(runtime, "budgets", gate.load)
    await kept_prices.read()
    await kept_budgets.read()
    prices.changed = kept_prices.changed
    return (
        Metering(prices, gate, currency, clock),
        BudgetService(database, clock, currency, gate, kept_budgets.changed),
    )


def _price(settings: AiSettings) -> Price:
    """What the environment says of its model."""
    fresh, cached = settings.llm_price_input, settings.llm_price_cached
    return Price(fresh, fresh if cached is None else cached, settings.llm_price_output, settings.llm_price_currency)


def _limits(settings: AiSettings) -> TurnLimits:
    return TurnLimits(
        settings.chat_steps,
        settings.chat_tool_calls,
        settings.chat_turn_tokens,
        settings.chat_turn_seconds,
        settings.chat_turn_cost,
    )


def _rules(settings: AiSettings) -> ChatRules:
    return ChatRules(
        settings.llm_temperature,
        settings.llm_max_tokens,
        settings.chat_message_length,
        settings.chat_running_turns,
        settings.tool_seconds,
    )


def _shop(settings: AiSettings, runtime: Runtime, texts: TextBook, policies: PolicyIndex) -> Shop:
    products = ProductsClient(runtime.http, settings.product_service_url, runtime.service_tokens)
    orders = OrdersClient(runtime.http, settings.order_service_url, runtime.service_tokens)
    return Shop(
        users=UsersClient(runtime.http, settings.user_service_url, runtime.service_tokens),
        products=products,
        orders=orders,
        policies=policies,
        recommender=Recommender(products, orders),
        phrases=lambda language: texts.of(language).phrases,
        currency=settings.default_currency,
        test_payment=settings.test_payment,
    )


def room(request: Request) -> Room:
    return cast(Room, request.app.state.room)


async def _room(request: Request) -> Room:
    return room(request)


async def _staff(request: Request) -> StaffRoom:
    return room(request).staff


async def _desk(request: Request) -> AgentDesk:
    return room(request).desk


async def _policies(request: Request) -> PolicyIndex:
    return room(request).policies


async def _model_providers(request: Request) -> ProviderServices:
    return room(request).providers


ModelProviders = Annotated[ProviderServices, Depends(_model_providers)]
Policies = Annotated[PolicyIndex, Depends(_policies)]
TheRoom = Annotated[Room, Depends(_room)]
Desk = Annotated[AgentDesk, Depends(_desk)]
Staff = Annotated[StaffRoom, Depends(_staff)]
