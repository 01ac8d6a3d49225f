"""Settings: the root .env, then the service's .env, then the process environment; the last one wins."""

import json
import os
import secrets
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent
SERVICES = ("web_service", "user_service", "product_service", "order_service", "ai_service")
DEFAULT_PORTS = dict(zip(SERVICES, range(8000, 8005), strict=True))

S = TypeVar("S", bound="Settings")


class Settings(BaseSettings):
    """What all services share. A field `log_level` reads the setting LOG_LEVEL; PORT is read per service."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True, populate_by_name=True)
    service: ClassVar[str] = "service"

    env: Literal["development", "production", "test"] = "development"
    host: str = "127.0.0.1"
    port: int = Field(0, ge=0, le=65535)
    workers: int = Field(1, ge=1, description="Processes of this service; more than one needs a database server.")
    data_dir: Path = Path("data")
    suite_id: str = Field("", description="Names this shop's cookies; made from DATA_DIR when empty.")

    database_url: str | None = None
    database_pool_size: int = Field(10, ge=1)
    redis_url: str | None = None

    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_dir: Path | None = Field(None, description="Of the rotated log files; default DATA_DIR/logs, `none` for none.")
    access_log: bool = True

    service_secret: SecretStr | None = None
    encryption_keys: list[Annotated[SecretStr, Field(min_length=16)]] = Field([], description="The newest first.")
    egress_allow: list[str] = Field([], description="Where requests for people may go beside the public internet.")
    web_origins: list[str] = []
    trusted_proxies: list[str] = []
    tenant_hosts: dict[str, str] = {}

    user_service_url: str = ""
    product_service_url: str = ""
    order_service_url: str = ""
    ai_service_url: str = ""

    default_currency: str = Field("EUR", pattern="^[A-Z]{3}$")
    default_language: Literal["en", "zh"] = "en"
    time_zone: str = Field("UTC", description="Whose days reports and budgets count by, e.g. Europe/Berlin.")
    seed_demo: bool = True

    failpoints_dir: Path | None = Field(None, description="For rehearsals of disasters; refused in production.")

    rate_public_reads: str = "12000/minute"
    rate_writes: str = "6000/minute"
    rate_sign_in: str = "30/minute"
    requests_at_once: int = Field(128, ge=1, description="That a process works on; the others wait, and not for long.")
    max_body_bytes: int = 1_000_000
    response_cache_bytes: int = 32_000_000

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what load_settings hands in: the layers are read once, and in one notation."""
        return (init_settings,)

    @field_validator("database_url", "redis_url", "log_dir", "service_secret", mode="before")
    @classmethod
    def _empty_means_unset(cls, value: Any) -> Any:
        return None if value == "" else value

    @field_validator("failpoints_dir")
    @classmethod
    def _no_rehearsals_in_earnest(cls, value: Path | None, info: ValidationInfo) -> Path | None:
        if value is not None and info.data.get("env") == "production":
            raise ValueError("FAILPOINTS_DIR does not go with ENV=production")
        return value

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            return ZoneInfo(value).key
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError(f"{value} is not a time zone, as Europe/Berlin is") from error

    @field_validator("data_dir")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value if value.is_absolute() else ROOT / value

    @property
    def log_folder(self) -> Path | None:
        """Where this service's rotated log files are, if it writes any."""
        if self.log_dir is None:
            return self.data_dir / "logs"
        return None if str(self.log_dir).lower() == "none" else ROOT / self.log_dir

    @property
    def short_name(self) -> str:
        """`order` for `order_service`: the name of its database file, schema and bell."""
        return self.service.removesuffix("_service")

    def url_of(self, service: str) -> str:
        """The base URL under which the suite reaches a sibling service."""
        return str(getattr(self, f"{service}_url"))


def layered_environment(service: str) -> dict[str, str]:
    """The settings a service sees, layered; later files and the process environment override."""
    layers: dict[str, str | None] = {}
    for path in (ROOT / ".env", ROOT / service / ".env"):
        layers.update(dotenv_values(path))
    layers.update(os.environ)
    return {name.lower(): value for name, value in layers.items() if value is not None}


def _port(layers: dict[str, str], service: str) -> str:
    return layers.get(f"{service}_port") or str(DEFAULT_PORTS.get(service, 0))


def load_settings(cls: type[S], **overrides: Any) -> S:
    """Settings of one service; `overrides` win over everything (tests use them)."""
    layers = layered_environment(cls.service)
    known = {name: layers[name] for name in cls.model_fields if name in layers and name != "port"}
    values: dict[str, Any] = {**_decoded(cls, known), "port": _port(layers, cls.service)}
    for sibling in SERVICES[1:]:
        values.setdefault(f"{sibling}_url", "")
        if not values[f"{sibling}_url"]:
            values[f"{sibling}_url"] = f"http://127.0.0.1:{_port(layers, sibling)}"
    if not values.get("web_origins"):  # our own shop window, under both names that this machine has for itself
        values["web_origins"] = [f"http://{host}:{_port(layers, 'web_service')}" for host in ("127.0.0.1", "localhost")]
    values.update(overrides)
    settings = cls.model_validate(values)
    return settings if settings.suite_id else settings.model_copy(update={"suite_id": suite_id(settings.data_dir)})


def _decoded(cls: type[Settings], raw: dict[str, str]) -> dict[str, Any]:
    """Lists and mappings are written as JSON, or as comma-separated words where the field is a list."""
    values: dict[str, Any] = {}
    for name, text in raw.items():
        default = cls.model_fields[name].default
        if isinstance(default, list) and not text.lstrip().startswith("["):
            values[name] = [word.strip() for word in text.split(",") if word.strip()]
        elif isinstance(default, (list, dict)):
            values[name] = json.loads(text) if text else default
        else:
            values[name] = text
    return values


def private_file(path: Path, make: Any) -> bytes:
    """The bytes of a file only we may read; written once by whoever comes first, complete or not at all."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        pass
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(make())
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)  # fails when another process was first: its file is the one that counts
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_bytes()


@lru_cache
def suite_id(data_dir: Path) -> str:
    """Eight hex digits that tell two shops on one host apart."""
    return private_file(data_dir / "keys" / "suite_id", lambda: secrets.token_hex(4).encode()).decode()


def service_secret(settings: Settings) -> str:
    """What a service shows to user_service for its own token: SERVICE_SECRET, or one made on first start."""
    if settings.service_secret is not None:
        return settings.service_secret.get_secret_value()
    path = settings.data_dir / "keys" / "service_secret"
    return private_file(path, lambda: secrets.token_urlsafe(32).encode()).decode()
