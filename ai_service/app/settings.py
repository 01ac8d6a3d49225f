"""The settings of ai_service."""

from pathlib import Path
from typing import ClassVar

from pydantic import Field, SecretStr, field_validator

from common.config import ROOT, Settings

RESOURCES = ROOT / "ai_service" / "res"


class AiSettings(Settings):
    service: ClassVar[str] = "ai_service"

    requests_at_once: int = Field(1024, ge=1)  # most of them wait for a model

    llm_base_url: str | None = Field(
        None, description="Any OpenAI-compatible server; without it the house model answers."
    )
    llm_api_key: SecretStr | None = None
    llm_model: str | None = None
    llm_temperature: float | None = None
    llm_max_tokens: int = Field(1024, ge=1, description="The longest answer of one model call.")
    llm_connect_timeout: float = 5.0
    llm_first_token_timeout: float = 20.0
    llm_between_tokens_timeout: float = 15.0
    llm_total_timeout: float = 60.0
    llm_rest_seconds: float = Field(15.0, ge=0, description="How long a provider that fails is left alone.")
    llm_health_seconds: float = Field(60.0, ge=0, description="A provider silent for so long is looked at; 0: never.")
    llm_private_addresses: bool | None = Field(
        None, description="Whether providers may be on this machine or its networks; unset: not in production."
    )
    llm_price_input: int = Field(0, ge=0, description="Millionths of LLM_PRICE_CURRENCY per million input tokens.")
    llm_price_cached: int | None = Field(None, ge=0, description="Unset: as LLM_PRICE_INPUT.")
    llm_price_output: int = Field(0, ge=0)
    llm_price_currency: str = Field("USD", pattern="^[A-Z]{3}$")

    chat_turn_seconds: float = Field(100.0, gt=0)
    chat_steps: int = Field(8, ge=1)
    chat_tool_calls: int = Field(16, ge=1)
    chat_turn_tokens: int = Field(100_000, ge=1)
    chat_turn_cost: int = Field(0, ge=0, description="Millionths of LLM_PRICE_CURRENCY per turn; 0 is no limit.")
    chat_running_turns: int = Field(256, ge=1)
    chat_message_length: int = Field(8_000, ge=1)
    context_seconds: int = Field(86_400, ge=1)
    context_turns: int = Field(20, ge=1)
    confirmation_seconds: int = Field(900, ge=1)
    approval_seconds: int = Field(86_400, ge=1, description="How long staff may take to approve something.")
    tool_seconds: float = Field(15.0, gt=0)
    mcp_sessions: int = Field(1000, ge=1, description="MCP clients at once; the newest protocol needs no session.")
    mcp_idle_seconds: float = Field(600.0, gt=0)
    behind_gateway: bool = Field(False, description="One origin for all services: what the compose file sets.")
    offer_test_payment: bool | None = Field(None, description="Pay with the test provider; unset: not in production.")
    resources: Path = RESOURCES

    @field_validator(
        *("llm_base_url", "llm_api_key", "llm_model", "llm_temperature", "llm_private_addresses", "llm_price_cached"),
        "offer_test_payment",
        mode="before",
    )
    @classmethod
    def _blank_means_unset(cls, value: object) -> object:
        return None if value == "" else value

    @property
    def test_payment(self) -> bool:
        return self.env != "production" if self.offer_test_payment is None else self.offer_test_payment

    @property
    def private_providers(self) -> bool:
        return self.env != "production" if self.llm_private_addresses is None else self.llm_private_addresses
