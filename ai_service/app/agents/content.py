"""What an agent is: everything that a version of it keeps."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo, field_validator

from ai_service.app.agents.templates import BUILT_IN, NAME, mistakes
from common.languages import Texts
from common.texts import LongTexts, ShortTexts, Text, Title

Audience = Literal["shoppers", "staff"]
Masked = Literal["email", "phone", "card"]
ToolName = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[!-~]+$")]
ModelName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=128)]


def _some_text(texts: Texts) -> Texts:
    if not texts:
        raise ValueError("instructions in at least one language are needed")
    return texts


def _each_once(names: Iterable[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        if name in found:
            raise ValueError(f"{name} is there twice")
        found.append(name)
    return found


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Variable(_Part):
    """A name that instructions may use as `{{name}}`, and the text that stands there, per language."""

    name: Annotated[str, StringConstraints(pattern=f"^{NAME}$")]
    default: ShortTexts = {}

    @field_validator("name")
    @classmethod
    def _not_built_in(cls, name: str) -> str:
        if name in BUILT_IN:
            raise ValueError(f"{name} is there already: the shop fills it in")
        return name


class ModelChoice(_Part):
    """A model by name, and those that are asked when it cannot answer, in this order."""

    name: ModelName
    fallbacks: Annotated[list[ModelName], Field(max_length=5), AfterValidator(_each_once)] = []


class Limits(_Part):
    """What one turn may use up, where that is less than the shop allows. `cost` is in millionths of the price
    currency."""

    steps: int | None = Field(None, ge=1, le=64)
    tool_calls: int | None = Field(None, ge=1, le=256)
    tokens: int | None = Field(None, ge=1, le=10_000_000)
    seconds: float | None = Field(None, gt=0, le=3600)
    cost: int | None = Field(None, ge=1, le=10**12)


class Blocked(_Part):
    """Messages that hold one of these phrases are answered with this text and reach no model."""

    phrases: list[Annotated[Text, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]] = Field(
        min_length=1, max_length=100
    )
    answer: Title


class Guardrails(_Part):
    """`mask`: what is masked in everything that is kept of a conversation. `longest_input`: characters of a message."""

    blocked: list[Blocked] = Field([], max_length=50)
    mask: Annotated[list[Masked], AfterValidator(_each_once)] = []
    longest_input: int | None = Field(None, ge=1, le=200_000)


class AgentContent(_Part):
    """One version of an agent. Without a `model` the shop's own answers; what else is null is as the shop has it."""

    name: Title
    description: ShortTexts = {}
    audience: Audience = Field("shoppers", description="Whom it is offered to.")
    variables: list[Variable] = Field([], max_length=50)
    instructions: Annotated[LongTexts, AfterValidator(_some_text)]
    model: ModelChoice | None = None
    temperature: float | None = Field(None, ge=0, le=2)
    max_tokens: int | None = Field(None, ge=1, le=1_000_000)
    tools: Annotated[list[ToolName], Field(max_length=200), AfterValidator(_each_once)] = []
    limits: Limits = Limits()
    guardrails: Guardrails = Guardrails()

    @field_validator("variables")
    @classmethod
    def _names_once(cls, variables: list[Variable]) -> list[Variable]:
        _each_once(variable.name for variable in variables)
        return variables

    @field_validator("instructions")
    @classmethod
    def _variables_known(cls, instructions: Texts, info: ValidationInfo) -> Texts:
        declared = info.data.get("variables")
        if declared is None:  # they are what is wrong
            return instructions
        known = {*BUILT_IN, *(variable.name for variable in declared)}
        for language, text in instructions.items():
            for line, column, shown in mistakes(text, known):
                raise ValueError(f"{language}, line {line}, column {column}: {shown} is no variable of this agent")
        return instructions
