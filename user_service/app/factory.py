"""create_app(): user_service from its settings and features."""

import httpx
from fastapi import FastAPI

from common.config import load_settings
from common.service import create_service
from user_service.app.account_links.routes import internal as owner_links
from user_service.app.account_links.routes import public as password_resets
from user_service.app.account_links.routes import staff as invitations
from user_service.app.accounts.routes import internal as internal_accounts
from user_service.app.accounts.routes import profile, staff
from user_service.app.addresses.routes import router as addresses
from user_service.app.audit.routes import router as audit
from user_service.app.auth.routes import internal as delegations
from user_service.app.auth.routes import router as auth
from user_service.app.base import Base
from user_service.app.customers.routes import router as customers
from user_service.app.dependencies import build_room
from user_service.app.gift_card_desk.routes import router as gift_card_desk
from user_service.app.gift_cards.routes import cards as internal_gift_cards
from user_service.app.gift_cards.routes import payments as internal_gift_card_payments
from user_service.app.keys.routes import router as keys
from user_service.app.moving_in.routes import router as moving_in
from user_service.app.owner_setup.routes import router as owner_setup
from user_service.app.payment_methods.routes import internal as internal_payment_methods
from user_service.app.payment_methods.routes import router as payment_methods
from user_service.app.roles.routes import router as roles
from user_service.app.sessions.routes import own as own_sessions
from user_service.app.sessions.routes import router as sessions
from user_service.app.settings import UserSettings
from user_service.app.shop_settings.routes import CACHEABLE
from user_service.app.shop_settings.routes import internal as internal_settings
from user_service.app.shop_settings.routes import router as shop_settings


def create_app(settings: UserSettings | None = None, http: httpx.AsyncClient | None = None) -> FastAPI:
    """The paths under /users/me, and those of customers, come before /users/{user_id}."""
    return create_service(
        settings or load_settings(UserSettings),
        title="Shopkeeper: people",
        description="Accounts, tokens, roles, addresses, saved payment methods and the audit log.",
        base=Base,
        build=build_room,
        routers=[
            auth,
            password_resets,
            keys,
            profile,
            own_sessions,
            addresses,
            payment_methods,
            gift_card_desk,
            moving_in,
            customers,
            staff,
            invitations,
            roles,
            audit,
            owner_setup,
            sessions,
            shop_settings,
            internal_accounts,
            internal_payment_methods,
            internal_gift_cards,
            internal_gift_card_payments,
            internal_settings,
            owner_links,
            delegations,
        ],
        cacheable=CACHEABLE,
        http=http,
    )
