"""Shapes of providers, their models, and how they are doing."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr

from common.money import Currency
from common.texts import Text


def _visible(key: SecretStr) -> SecretStr:
    if not all("!" <= sign <= "~" for sign in key.get_secret_value()):
        raise ValueError("a key has neither spaces nor anything beyond ASCII")
    return key


def _shown(text: str) -> str:
    if not text.strip():
        raise ValueError("a name must not be blank")
    return text.strip()


UNSET: Any = None  # left out of a PATCH: the column keeps its value
Ability = Literal["chat", "tools", "vision", "json", "reasoning", "embeddings", "speech"]
Source = Literal["configuration", "shop"]
Name = Annotated[Text, Field(min_length=1, max_length=64), AfterValidator(_shown)]
WireName = Annotated[str, Field(min_length=1, max_length=128, pattern=r"^[!-~]+$")]
DisplayName = Annotated[Text, Field(min_length=1, max_length=128), AfterValidator(_shown)]
Address = Annotated[Text, Field(min_length=1, max_length=500)]
Key = Annotated[SecretStr, Field(min_length=1, max_length=500), AfterValidator(_visible)]
Priority = Annotated[int, Field(ge=1, le=1000, description="The smallest is asked first.")]
Weight = Annotated[int, Field(ge=1, le=1000, description="How often among those of the same priority.")]
Micros = Annotated[int, Field(ge=0, le=10**12)]
Tokens = Annotated[int, Field(ge=1, le=10**8)]
PerMinute = Annotated[int, Field(ge=1, le=10**9)]
Abilities = Annotated[list[Ability], Field(min_length=1, max_length=7)]


class Timeouts(BaseModel):
    """Seconds: until connected, until the first token, between two, and for the whole answer."""

    model_config = ConfigDict(extra="forbid")

    connect: float = Field(5.0, gt=0, le=60)
    first_token: float = Field(20.0, gt=0, le=600)
    between_tokens: float = Field(15.0, gt=0, le=600)
    total: float = Field(60.0, gt=0, le=3600)


class Limits(BaseModel):
    """What the provider grants; null is no limit. Beyond it others are asked."""

    model_config = ConfigDict(extra="forbid")

    requests_per_minute: PerMinute | None = None
    tokens_per_minute: PerMinute | None = None


class Prices(BaseModel):
    """In millionths of the currency per million tokens. `reasoning` null: it costs what other output does.

    They are kept in the price list under the model's name, for all providers of it; another price is valid from now on.
    """

    model_config = ConfigDict(extra="forbid")

    input: Micros = 0
    cached: Micros | None = Field(None, description="Left out: as `input`.")
    output: Micros = 0
    reasoning: Micros | None = None
    currency: Currency = "USD"


_PROVIDER: dict[str, Any] = {
    "name": "DeepSeek",
    "base_url": "https://api.deepseek.com/v1",
    "api_key": "sk-…",
    "priority": 10,
    "limits": {"requests_per_minute": 500},
}
_MODEL: dict[str, Any] = {
    "provider_id": "prv_0198f7a0",
    "name": "deepseek-chat",
    "display_name": "DeepSeek Chat",
    "abilities": ["chat", "tools", "json"],
    "context_window": 128000,
    "prices": {"input": 270000, "cached": 70000, "output": 1100000, "currency": "USD"},
}


class ProviderCreate(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": _PROVIDER})

    name: Name
    base_url: Address = Field(description="Up to and with `/v1`, as the provider gives it.")
    api_key: Key | None = Field(None, description="Written, never read again.")
    enabled: bool = True
    priority: Priority = 100
    weight: Weight = 1
    timeouts: Timeouts = Timeouts()
    limits: Limits = Limits()


class ProviderUpdate(BaseModel):
    """Only what is named changes. Another server needs the key again: it is not sent where it was not meant for."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"enabled": False}})

    name: Name = UNSET
    base_url: Address = UNSET
    api_key: Key | None = Field(None, description="null takes it away.")
    enabled: bool = UNSET
    priority: Priority = UNSET
    weight: Weight = UNSET
    timeouts: Timeouts = UNSET
    limits: Limits = UNSET


class ApiKey(BaseModel):
    """That one is set, and how it ends where it is long enough to say so."""

    set: bool
    ends_with: str | None


class Check(BaseModel):
    """The last look at whether the provider is there, `error` being a code."""

    at: datetime
    latency_ms: int
    error: str | None
    detail: str


class Breaker(BaseModel):
    """`open`: it is left alone until `retry_at`; `half_open`: the next call finds out."""

    state: Literal["closed", "open", "half_open"]
    retry_at: datetime | None


class ModelHealth(BaseModel):
    """Calls of the last five minutes that this process of the service made. First tokens in milliseconds."""

    model_id: str
    provider_id: str
    status: Literal["ok", "degraded", "down", "limited", "unknown", "disabled"]
    calls: int
    errors: int
    p50_first_token_ms: int | None
    p95_first_token_ms: int | None
    last_error: str | None


class ProviderHealth(BaseModel):
    """As this process of the service sees it; the figures are of the last five minutes, first tokens in milliseconds.

    `limited`: its own limits are used up, or it asked to be left alone. `unknown`: nobody has asked it yet.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "provider_id": "prv_0198f7a0",
                "status": "ok",
                "breaker": {"state": "closed", "retry_at": None},
                "limited_for_seconds": 0,
                "calls": 42,
                "errors": 1,
                "p50_first_token_ms": 380,
                "p95_first_token_ms": 1200,
                "last_error": "model_unavailable",
                "check": {"at": "2026-01-05T09:30:00Z", "latency_ms": 90, "error": None, "detail": ""},
            }
        }
    )

    provider_id: str
    status: Literal["ok", "degraded", "down", "limited", "unknown", "disabled"]
    breaker: Breaker
    limited_for_seconds: int
    calls: int
    errors: int
    p50_first_token_ms: int | None
    p95_first_token_ms: int | None
    last_error: str | None
    check: Check | None


class Provider(BaseModel):
    """The one of `source` configuration is in the settings of the service, and cannot be changed here."""

    id: str
    source: Source
    name: str
    base_url: str
    api_key: ApiKey
    enabled: bool
    priority: int
    weight: int
    timeouts: Timeouts
    limits: Limits
    health: ProviderHealth
    version: int
    created_at: datetime | None
    updated_at: datetime | None


class ModelCreate(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": _MODEL})

    provider_id: str = Field(max_length=64)
    name: WireName = Field(description="What it is called on the wire.")
    display_name: DisplayName | None = None
    abilities: Abilities = ["chat", "tools", "json"]
    context_window: Tokens | None = Field(None, description="Tokens; null where nobody knows.")
    prices: Prices = Prices()
    enabled: bool = True
    weight: Weight = 1


class ModelUpdate(BaseModel):
    """Only what is named changes."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"weight": 3}})

    name: WireName = UNSET
    display_name: DisplayName = UNSET
    abilities: Abilities = UNSET
    context_window: Tokens | None = None
    prices: Prices = UNSET
    enabled: bool = UNSET
    weight: Weight = UNSET


class LanguageModel(BaseModel):
    id: str
    provider_id: str
    source: Source
    name: str
    display_name: str
    abilities: list[Ability] | None = Field(description="null: whatever it is asked for.")
    context_window: int | None
    prices: Prices
    enabled: bool
    weight: int
    version: int
    created_at: datetime | None
    updated_at: datetime | None


class TestRequest(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"model": "deepseek-chat"}})

    model: WireName | None = Field(None, description="Its name on the wire; without it, the provider's first model.")


class TestError(BaseModel):
    code: str
    detail: str


class TestResult(BaseModel):
    """A real, short call. `text` is the beginning of what was answered."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "ok": True,
                "model": "deepseek-chat",
                "text": "Ready",
                "first_token_ms": 320,
                "latency_ms": 410,
                "error": None,
            }
        }
    )

    ok: bool
    model: str
    text: str
    first_token_ms: int | None
    latency_ms: int
    error: TestError | None


class AvailableModel(BaseModel):
    name: str
    added: bool = Field(description="The shop has it already.")


class AvailableModels(BaseModel):
    items: list[AvailableModel]
