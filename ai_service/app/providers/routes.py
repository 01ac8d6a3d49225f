"""Providers of language models and their models over HTTP, for the staff."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from ai_service.app.dependencies import ModelProviders
from ai_service.app.providers import schemas
from ai_service.app.providers.rendering import model_shown, provider_shown
from common.pagination import DEFAULT_LIMIT, Page, PageLimit, decode_cursor, encode_cursor
from common.security.caller import Caller
from common.security.dependencies import permitted
from common.service import Problem, json_response
from common.service.versions import Versioned, version_in

router = APIRouter(prefix="/api/v1", tags=["models"])
reader = [permitted("providers:read")]
Writer = Annotated[Caller, permitted("providers:write")]
Json = dict[str, Any]
Documented = dict[int | str, dict[str, Any]]
_changed = {"model": Problem, "description": "changed_meanwhile"}
_invalid = {"model": Problem, "description": "address_not_allowed, api_key_needed, invalid_input"}
_settled = {"model": Problem, "description": "provider_exists, too_many_providers, set_by_configuration"}
_taken = {"model": Problem, "description": "model_exists, too_many_models, set_by_configuration"}
_PROVIDER: Documented = {200: {"model": schemas.Provider}, 409: _settled, 412: _changed, 422: _invalid}
_MODEL: Documented = {200: {"model": schemas.LanguageModel}, 409: _taken, 412: _changed}
_AVAILABLE: Documented = {
    200: {"model": schemas.AvailableModels},
    409: {"model": Problem, "description": "provider_refused"},
    503: {"model": Problem, "description": "provider_away"},
}


@router.get("/providers", responses={200: {"model": Page[schemas.Provider]}}, dependencies=reader)
async def list_providers(
    services: ModelProviders, limit: Annotated[PageLimit, Query()] = DEFAULT_LIMIT, cursor: str | None = None
) -> Response:
    """In the order in which they are asked; keys are never shown."""
    rows = await services.providers.all()
    return json_response(_page([provider_shown(row, services.health) for row in rows], limit, cursor))


@router.post("/providers", status_code=201, responses={201: {"model": schemas.Provider}, 409: _settled, 422: _invalid})
async def create_provider(wanted: schemas.ProviderCreate, caller: Writer, services: ModelProviders) -> Response:
    """Any server that speaks the OpenAI-compatible wire; it is asked once it has a model."""
    row = await services.providers.create(caller, wanted)
    return json_response(provider_shown(row, services.health), 201)


@router.get("/providers/{provider_id}", responses={200: {"model": schemas.Provider}}, dependencies=reader)
async def read_provider(provider_id: str, services: ModelProviders) -> Response:
    return json_response(provider_shown(await services.providers.row(provider_id), services.health))


@router.patch("/providers/{provider_id}", responses=_PROVIDER)
async def change_provider(
    provider_id: str,
    changes: schemas.ProviderUpdate,
    caller: Writer,
    services: ModelProviders,
    if_match: Versioned = None,
) -> Response:
    """Counts for the next call; with `If-Match`, only if nobody else changed it since it was read."""
    row = await services.providers.change(caller, provider_id, changes, version_in(if_match))
    return json_response(provider_shown(row, services.health))


@router.delete("/providers/{provider_id}", status_code=204, responses={409: _settled, 412: _changed})
async def remove_provider(
    provider_id: str, caller: Writer, services: ModelProviders, if_match: Versioned = None
) -> None:
    """With its models. What they cost stays in the reports."""
    await services.providers.remove(caller, provider_id, version_in(if_match))


@router.get("/providers/{provider_id}/health", responses={200: {"model": schemas.ProviderHealth}}, dependencies=reader)
async def read_provider_health(provider_id: str, services: ModelProviders) -> Response:
    return json_response(services.health.of_provider(await services.providers.row(provider_id)))


@router.post("/providers/{provider_id}/test", responses={200: {"model": schemas.TestResult}})
async def test_provider(
    provider_id: str, wanted: schemas.TestRequest, caller: Writer, services: ModelProviders
) -> Response:
    """Makes a real, short call, which the provider may charge for, and says what came of it."""
    return json_response(await services.trials.test(provider_id, wanted.model))


@router.get("/providers/{provider_id}/available-models", responses=_AVAILABLE)
async def list_available_models(provider_id: str, caller: Writer, services: ModelProviders) -> Response:
    """Those that the provider itself says it has."""
    return json_response(await services.trials.available_models(provider_id))


@router.get("/models", responses={200: {"model": Page[schemas.LanguageModel]}}, dependencies=reader)
async def list_models(
    services: ModelProviders,
    provider_id: str | None = None,
    limit: Annotated[PageLimit, Query()] = DEFAULT_LIMIT,
    cursor: str | None = None,
) -> Response:
    rows = await services.models.all(provider_id)
    return json_response(_page([model_shown(row) for row in rows], limit, cursor))


@router.post("/models", status_code=201, responses={201: {"model": schemas.LanguageModel}, 409: _taken})
async def create_model(wanted: schemas.ModelCreate, caller: Writer, services: ModelProviders) -> Response:
    """A model is asked only for what it is declared to be able to do."""
    return json_response(model_shown(await services.models.create(caller, wanted)), 201)


@router.get("/models/{model_id}", responses={200: {"model": schemas.LanguageModel}}, dependencies=reader)
async def read_model(model_id: str, services: ModelProviders) -> Response:
    return json_response(model_shown(await services.models.row(model_id)))


@router.patch("/models/{model_id}", responses=_MODEL)
async def change_model(
    model_id: str, changes: schemas.ModelUpdate, caller: Writer, services: ModelProviders, if_match: Versioned = None
) -> Response:
    """Counts for the next call; with `If-Match`, only if nobody else changed it since it was read."""
    return json_response(model_shown(await services.models.change(caller, model_id, changes, version_in(if_match))))


@router.delete("/models/{model_id}", status_code=204, responses={409: _taken, 412: _changed})
async def remove_model(model_id: str, caller: Writer, services: ModelProviders, if_match: Versioned = None) -> None:
    await services.models.remove(caller, model_id, version_in(if_match))


@router.get("/models/{model_id}/health", responses={200: {"model": schemas.ModelHealth}}, dependencies=reader)
async def read_model_health(model_id: str, services: ModelProviders) -> Response:
    model = await services.models.row(model_id)
    provider = await services.providers.row(model["provider_id"])
    return json_response(services.health.of_model(provider, model))


def _page(items: Sequence[Json], limit: int, cursor: str | None) -> Json:
    """A cursor is the last id shown: where that is gone, the list begins anew."""
    after = decode_cursor(cursor, (str,))[0] if cursor else None
    start = next((place for place, item in enumerate(items, 1) if item["id"] == after), 0)
    shown = items[start : start + limit]
    more = len(items) > start + limit
    return {"items": shown, "next_cursor": encode_cursor(shown[-1]["id"]) if more else None}
