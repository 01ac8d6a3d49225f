"""The one place where this service's objects are built and handed to its routes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request

from common.clock import Clock
from common.database import Database
from common.mail import make_mailer
from common.runtime import Runtime
from common.security.caller import Caller
from common.security.dependencies import AnyCaller
from common.security.tokens import KeyTokenVerifier, TokenVerifier
from user_service.app.account_links.limits import ResetLimits
from user_service.app.account_links.seals import LinkSeals
from user_service.app.account_links.service import AccountLinks, LinkMails
from user_service.app.account_links.service.mails import SEND_EVERY
from user_service.app.accounts.errors import NotAnAccount
from user_service.app.accounts.service import (
    AccountService,
    Activation,
    CustomerLookup,
    PasswordService,
    RoleAssignment,
)
from user_service.app.addresses.service import AddressBook
from user_service.app.audit.projection import SOURCES, handlers
from user_service.app.audit.service import AuditLog
from user_service.app.auth.access_tokens import AccessTokens
from user_service.app.auth.limits import SignInLimits
from user_service.app.auth.service import AuthService
from user_service.app.customers.service import CustomerBooks, CustomerExport, CustomerProfiles
from user_service.app.demo.service import DemoPeople
from user_service.app.gift_card_desk.service import GiftCardDesk
from user_service.app.gift_cards.codes import GiftCardCodes
from user_service.app.gift_cards.limits import CodeLimits
from user_service.app.gift_cards.service import GiftCardPayments, GiftCards
from user_service.app.keys.service import SigningKeys, load_keys
from user_service.app.moving_in.service import MovingIn
from user_service.app.owner_setup.service import OwnerSetup
from user_service.app.payment_methods.service import Wallet
from user_service.app.sessions.checks import OwnSessionChecks
from user_service.app.sessions.refresh_tokens import RefreshTokens
from user_service.app.sessions.revocations import REFRESH_EVERY, RevocationList
from user_service.app.sessions.service import SessionService
from user_service.app.settings import UserSettings
from user_service.app.shop_settings.service import ShopSettingsService

FORGET_EVERY = 3600.0
TELL_EVERY = 24 * 3600.0  # well within the days that the log is kept


@dataclass(frozen=True)
class Room:
    settings: UserSettings
    database: Database
    keys: SigningKeys
    tokens: TokenVerifier
    audit: AuditLog
    sessions: SessionService
    accounts: AccountService
    passwords: PasswordService
    roles: RoleAssignment
    activation: Activation
    addresses: AddressBook
    customers: CustomerLookup
    wallet: Wallet
    gift_cards: GiftCards
    gift_card_payments: GiftCardPayments
    gift_card_desk: GiftCardDesk
    moving_in: MovingIn
    auth: AuthService
    owner_setup: OwnerSetup
    shop_settings: ShopSettingsService
    links: AccountLinks
    profiles: CustomerProfiles
    books: CustomerBooks
    customers_file: CustomerExport


@asynccontextmanager
async def build_room(runtime: Runtime) -> AsyncIterator[Room]:
    """This service is itself the source of keys and sessions, so its own checks ask no neighbour."""
    settings, database, clock = cast(UserSettings, runtime.settings), runtime.database, Clock()
    keys = load_keys(settings.data_dir)
    audit = AuditLog(database)
    revocations = RevocationList(database, runtime.valkey, settings, clock)
    sessions = SessionService(database, settings, RefreshTokens(keys.refresh_key), revocations, audit, clock)
    runtime.tokens = KeyTokenVerifier(keys.jwks)
    runtime.sessions = OwnSessionChecks(sessions)
    addresses = AddressBook(database)
    gift_cards, codes = GiftCards(database, clock), GiftCardCodes(keys.refresh_key)
    wallet = Wallet(database, gift_cards, CodeLimits.of(settings, runtime.limiter), audit, clock)
    accounts = AccountService(database, audit, addresses)
    passwords = PasswordService(database, audit, sessions)
    roles = RoleAssignment(database, audit, sessions)
    limits = SignInLimits.of(settings, runtime.limiter)
    access_tokens = AccessTokens(keys.signer, settings)
    reset_limits = ResetLimits.of(settings, runtime.limiter)
    links = AccountLinks(
        database, settings, LinkSeals(keys.refresh_key), accounts, passwords, audit, reset_limits, clock
    )
    shop_settings = ShopSettingsService(database, settings, audit, clock, runtime.response_cache.raise_generation)
    mails = LinkMails(database, settings, links, accounts, shop_settings, make_mailer(settings), clock)
    customers = CustomerLookup(database, sessions, addresses)
    room = Room(
        settings=settings,
        database=database,
        keys=keys,
        tokens=runtime.tokens,
        audit=audit,
        sessions=sessions,
        accounts=accounts,
        passwords=passwords,
        roles=roles,
        activation=Activation(database, accounts, audit, sessions, clock),
        addresses=addresses,
        customers=customers,
        wallet=wallet,
        gift_cards=gift_cards,
        gift_card_payments=GiftCardPayments(database, clock),
        gift_card_desk=GiftCardDesk(database, gift_cards, codes, wallet, accounts, audit, clock, shop_settings),
        moving_in=MovingIn(database, accounts, addresses, wallet, gift_cards),
        auth=AuthService(database, settings, accounts, passwords, sessions, access_tokens, limits, audit, clock),
        owner_setup=OwnerSetup(database, settings, accounts, roles),
        shop_settings=shop_settings,
        links=links,
        profiles=CustomerProfiles(database, accounts, links),
        books=CustomerBooks(database, accounts, addresses, audit),
        customers_file=CustomerExport(database, customers, audit),
    )
    for source in SOURCES:
        # nobody waits for the list of all services: woken by every order it would cost a tenth of each purchase
        runtime.events.consume(source, handlers(source), name=f"audit.{source}", wakes=False)
    await DemoPeople(database, settings, accounts, addresses, wallet).move_in()
    await room.owner_setup.offer()
    runtime.background.loop("sessions.revocations", revocations.publish, REFRESH_EVERY, revocations.wake)
    runtime.background.loop("settings.tell", shop_settings.tell_again, TELL_EVERY)
    runtime.background.loop("guests.forget", room.auth.forget_old_guests, FORGET_EVERY)
    runtime.background.loop("links.mail", mails.send_due, SEND_EVERY, links.wake)
    runtime.background.loop("links.forget", links.forget_old, FORGET_EVERY)
    runtime.background.loop("sessions.forget", revocations.forget_old, FORGET_EVERY)
    yield room


async def the_room(request: Request) -> Room:
    return cast(Room, request.app.state.room)


TheRoom = Annotated[Room, Depends(the_room)]


async def the_database(room: TheRoom) -> Database:
    return room.database


async def _keys(room: TheRoom) -> SigningKeys:
    return room.keys


async def _audit(room: TheRoom) -> AuditLog:
    return room.audit


async def _sessions(room: TheRoom) -> SessionService:
    return room.sessions


async def _accounts(room: TheRoom) -> AccountService:
    return room.accounts


async def _passwords(room: TheRoom) -> PasswordService:
    return room.passwords


async def _roles(room: TheRoom) -> RoleAssignment:
    return room.roles


async def _activation(room: TheRoom) -> Activation:
    return room.activation


async def _addresses(room: TheRoom) -> AddressBook:
    return room.addresses


async def _customers(room: TheRoom) -> CustomerLookup:
    return room.customers


async def _gift_cards(room: TheRoom) -> GiftCards:
    return room.gift_cards


async def _gift_card_payments(room: TheRoom) -> GiftCardPayments:
    return room.gift_card_payments


async def _gift_card_desk(room: TheRoom) -> GiftCardDesk:
    return room.gift_card_desk


async def _moving_in(room: TheRoom) -> MovingIn:
    return room.moving_in


async def _wallet(room: TheRoom) -> Wallet:
    return room.wallet


async def _auth(room: TheRoom) -> AuthService:
    return room.auth


async def _owner_setup(room: TheRoom) -> OwnerSetup:
    return room.owner_setup


async def _shop_settings(room: TheRoom) -> ShopSettingsService:
    return room.shop_settings


async def _links(room: TheRoom) -> AccountLinks:
    return room.links


async def _profiles(room: TheRoom) -> CustomerProfiles:
    return room.profiles


async def _books(room: TheRoom) -> CustomerBooks:
    return room.books


async def _customers_file(room: TheRoom) -> CustomerExport:
    return room.customers_file


async def _network_address(request: Request, room: TheRoom) -> str:
    """Where the request came from; behind a trusted proxy, what the proxy says."""
    address = request.client.host if request.client else ""
    if address in room.settings.trusted_proxies and (forwarded := request.headers.get("x-forwarded-for")):
        return forwarded.rpartition(",")[2].strip()[:64]
    return address


async def _signed_in(caller: AnyCaller) -> Caller:
    """Somebody with an account."""
    if caller.is_guest or caller.is_service:
        raise NotAnAccount
    return caller


Keys = Annotated[SigningKeys, Depends(_keys)]
Audit = Annotated[AuditLog, Depends(_audit)]
Sessions = Annotated[SessionService, Depends(_sessions)]
Accounts = Annotated[AccountService, Depends(_accounts)]
Passwords = Annotated[PasswordService, Depends(_passwords)]
Roles = Annotated[RoleAssignment, Depends(_roles)]
Activations = Annotated[Activation, Depends(_activation)]
Addresses = Annotated[AddressBook, Depends(_addresses)]
Customers = Annotated[CustomerLookup, Depends(_customers)]
GiftCardsOf = Annotated[GiftCards, Depends(_gift_cards)]
GiftCardPaymentsOf = Annotated[GiftCardPayments, Depends(_gift_card_payments)]
GiftCardDeskOf = Annotated[GiftCardDesk, Depends(_gift_card_desk)]
UsersMovingIn = Annotated[MovingIn, Depends(_moving_in)]
Wallets = Annotated[Wallet, Depends(_wallet)]
Auth = Annotated[AuthService, Depends(_auth)]
Setup = Annotated[OwnerSetup, Depends(_owner_setup)]
Links = Annotated[AccountLinks, Depends(_links)]
Profiles = Annotated[CustomerProfiles, Depends(_profiles)]
Books = Annotated[CustomerBooks, Depends(_books)]
CustomersFile = Annotated[CustomerExport, Depends(_customers_file)]
ShopSettingsOf = Annotated[ShopSettingsService, Depends(_shop_settings)]
NetworkAddress = Annotated[str, Depends(_network_address)]
SignedIn = Annotated[Caller, Depends(_signed_in)]
