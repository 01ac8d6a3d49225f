"""The shop's policies over HTTP: public and cacheable, in the reader's language."""

from typing import Annotated, Any

from fastapi import APIRouter, Path

from ai_service.app.dependencies import Policies
from ai_service.app.policies import schemas
from common.languages import current_language
from common.pagination import Page
from common.service import Problem

router = APIRouter(prefix="/api/v1/policies", tags=["policies"])
Name = Annotated[str, Path(min_length=1, max_length=64)]
_MISSING: dict[int | str, dict[str, Any]] = {404: {"model": Problem, "description": "no_such_policy"}}


@router.get("")
async def list_policies(policies: Policies) -> Page[schemas.PolicyName]:
    """What the shop has rules for: returns, shipping, payment and the like."""
    titles = policies.titles(current_language())
    return Page(items=[schemas.PolicyName(name=name, title=title) for name, title in titles.items()])


@router.get("/{name}", responses=_MISSING)
async def read_policy(name: Name, policies: Policies) -> schemas.Policy:
    """One policy, section by section; the assistant's citations lead to these."""
    language, sections = policies.policy(name, current_language())
    return schemas.Policy(
        name=name,
        title=sections[0].title,
        language=language,
        sections=[
            schemas.PolicySection(anchor=section.anchor, title=section.section, text=section.text)
            for section in sections
        ],
    )
