"""The catalogue of roles: each is a set of permissions, and tokens carry both."""

from collections.abc import Iterable

from common.languages import Texts, localized
from user_service.app.roles.schemas import Permission, Role

GUEST, SHOPPER, SUPPORT, MANAGER, OWNER, SERVICE = "guest", "shopper", "support", "manager", "owner", "service"
EVERYTHING = "*"

PERMISSIONS: dict[str, Texts] = {
    "catalogue:write": {"en": "Change products and categories", "zh": "修改商品和分类"},
    "stock:read": {"en": "See stock", "zh": "查看库存"},
    "stock:write": {"en": "Adjust stock", "zh": "调整库存"},
    "orders:read": {"en": "See all orders", "zh": "查看所有订单"},
    "orders:write": {"en": "Change orders", "zh": "修改订单"},
    "refunds:write": {"en": "Refund money", "zh": "办理退款"},
    "users:read": {"en": "See customers", "zh": "查看顾客"},
    "users:write": {"en": "Change customers", "zh": "修改顾客资料"},
    "gift_cards:write": {"en": "Issue and correct gift cards", "zh": "发行和调整礼品卡"},
    "roles:write": {"en": "Give and take roles", "zh": "分配角色"},
    "settings:write": {"en": "Change the shop's settings", "zh": "修改商店设置"},
    "shipping:write": {"en": "Set shipping methods and tax rates", "zh": "设置配送方式和税率"},
    "promotions:write": {"en": "Run promotions", "zh": "管理促销"},
    "webhooks:write": {"en": "Send the shop's events to other servers", "zh": "向其他服务器推送商店事件"},
    "agents:read": {"en": "See AI agents and how they are set up", "zh": "查看 AI 助手及其配置"},
    "agents:write": {"en": "Set up AI agents", "zh": "配置 AI 助手"},
    "budgets:write": {"en": "Set budgets and prices of the AI staff", "zh": "设置 AI 助手的预算和价格"},
    "tools:read": {"en": "See the AI agents' tools", "zh": "查看 AI 助手的工具"},
    "tools:write": {"en": "Rule the AI agents' tools and stop them", "zh": "设置和停止 AI 助手的工具"},
    "approvals:decide": {"en": "Approve what AI agents propose", "zh": "审批 AI 助手的提议"},
    "providers:read": {"en": "See providers of language models", "zh": "查看语言模型服务商"},
    "providers:write": {"en": "Set up providers of language models", "zh": "配置语言模型服务商"},
    "conversations:read": {"en": "Read conversations", "zh": "查看对话"},
    "reports:read": {"en": "See reports", "zh": "查看报表"},
    "audit:read": {"en": "Read the audit log", "zh": "查看审计日志"},
    "system:read": {"en": "See how the suite is doing", "zh": "查看系统状态"},
}
NAMES: dict[str, Texts] = {
    SHOPPER: {"en": "Shopper", "zh": "顾客"},
    SUPPORT: {"en": "Customer service", "zh": "客服"},
    MANAGER: {"en": "Manager", "zh": "店长"},
    OWNER: {"en": "Owner", "zh": "店主"},
}
_OWNERS = ("roles:write", "settings:write", "webhooks:write", "providers:write")
GRANTS: dict[str, tuple[str, ...]] = {
    SHOPPER: (),
    SUPPORT: ("orders:read", "users:read", "stock:read", "conversations:read"),
    MANAGER: tuple(name for name in PERMISSIONS if name not in _OWNERS),
    OWNER: (EVERYTHING,),
}
STAFF_ROLES = (SUPPORT, MANAGER, OWNER)


def permissions_of(roles: Iterable[str]) -> list[str]:
    """What these roles may do together; unknown roles may do nothing."""
    granted = {permission for role in roles for permission in GRANTS.get(role, ())}
    return [EVERYTHING] if EVERYTHING in granted else sorted(granted)


def loses_power(before: Iterable[str], after: Iterable[str]) -> bool:
    """Whether the change of roles takes a permission away."""
    had, has = set(permissions_of(before)), set(permissions_of(after))
    return EVERYTHING not in has and not had <= has


def all_roles() -> list[Role]:
    return [Role(id=role, name=localized(name), permissions=list(GRANTS[role])) for role, name in NAMES.items()]


def all_permissions() -> list[Permission]:
    return [Permission(id=permission, name=localized(name)) for permission, name in PERMISSIONS.items()]
