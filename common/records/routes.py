"""Plain records over HTTP: fastcrud under the house's rules for owners, pages, status codes and transactions."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Annotated, Any, Literal, cast

from fastapi import Body, Depends, Path, Query
from fastcrud import AccessDenied, EndpointCreator, PolicyConfig
from fastcrud.fastapi_dependencies import create_auto_field_injector, create_dynamic_filters, inject_dependencies
from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession

from common.errors import Forbidden, NotFound
from common.pagination import DEFAULT_LIMIT, MAX_LIMIT, Page, decode_cursor, encode_cursor

RecordId = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[^\x00]+$")]
Change = Literal["created", "updated", "deleted"]
Endpoint = Callable[..., Awaitable[Any]]
NO_DEPENDENCIES: tuple[Any, ...] = ()


class RecordEndpoints(EndpointCreator):
    """Hand this to `crud_router(endpoint_creator=…)`, with `session` a dependency that gives the Database.

    It differs from fastcrud's own endpoints where those would hurt a shop: the operation commits before the answer
    is sent, the key in the path is `id` alone (the tenant comes from the caller), pages are bounded and go by cursor,
    a policy is compulsory, and a row outside it is 404.
    Subclasses override `changed` for what belongs into the same transaction.
    """

    async def changed(self, session: AsyncSession, change: Change, record: dict[str, Any]) -> None:
        """Called inside the transaction, after the write; an error undoes the write."""

    async def _record(self, session: AsyncSession, policy: PolicyConfig, record_id: str) -> dict[str, Any]:
        record: dict[str, Any] | None = await self._crud_for(policy).get(session, id=record_id)
        if record is None:
            raise NotFound
        return record

    def _shown(self, record: dict[str, Any]) -> BaseModel:
        shown: BaseModel = cast(type[BaseModel], self.select_schema).model_validate(record)
        return shown

    def _given(self) -> tuple[Any, Any]:
        """What every endpoint depends on: the database, and whom it serves."""
        return Depends(self.session), Depends(self._request_policy_dependency())

    def _create_item(self) -> Endpoint:
        database_of, policy_of = self._given()
        stamp = Depends(create_auto_field_injector(self.create_config))

        async def create(
            item: Annotated[Any, Body()],
            database: Any = database_of,
            stamped: dict[str, Any] = stamp,
            policy: Any = policy_of,
        ) -> Any:
            async with database.unit_of_work() as session:
                created = await self._crud_for(policy).create(
                    session, item, commit=False, schema_to_select=self.select_schema, server_data=stamped or None
                )
                record = cast(dict[str, Any], created)
                await self.changed(session, "created", record)
                return self._shown(await self._record(session, policy, record["id"]))

        create.__annotations__["item"] = self.create_schema
        return create

    def _read_item(self) -> Endpoint:
        database_of, policy_of = self._given()

        async def read(
            id: RecordId,
            database: Any = database_of,
            policy: Any = policy_of,
        ) -> Any:
            async with database.reading() as session:
                return self._shown(await self._record(session, policy, id))

        return read

    def _read_items(self) -> Endpoint:
        database_of, policy_of = self._given()
        filter_by = Depends(create_dynamic_filters(self.filter_config, self.model))

        async def read_page(
            limit: Annotated[int, Query(ge=1, le=MAX_LIMIT)] = DEFAULT_LIMIT,
            cursor: str | None = None,
            database: Any = database_of,
            filters: dict[str, Any] = filter_by,
            policy: Any = policy_of,
        ) -> Any:
            after = decode_cursor(cursor, (str,))[0] if cursor else None
            async with database.reading() as session:
                found = await self._crud_for(policy).get_multi_by_cursor(
                    session, cursor=after, limit=limit + 1, sort_column="id", **filters
                )
            records: list[dict[str, Any]] = found["data"]
            more = len(records) > limit
            return Page(
                items=[self._shown(record) for record in records[:limit]],
                next_cursor=encode_cursor(records[limit - 1]["id"]) if more else None,
            )

        return read_page

    def _update_item(self) -> Endpoint:
        database_of, policy_of = self._given()

        async def update(
            id: RecordId,
            item: Annotated[Any, Body()],
            database: Any = database_of,
            policy: Any = policy_of,
        ) -> Any:
            async with database.unit_of_work() as session:
                await self._record(session, policy, id)
                await self._crud_for(policy).update(session, item, commit=False, id=id)
                await self.changed(session, "updated", await self._record(session, policy, id))
                return self._shown(await self._record(session, policy, id))

        update.__annotations__["item"] = self.update_schema
        return update

    def _delete_item(self) -> Endpoint:
        database_of, policy_of = self._given()

        async def delete(
            id: RecordId,
            database: Any = database_of,
            policy: Any = policy_of,
        ) -> None:
            async with database.unit_of_work() as session:
                record = await self._record(session, policy, id)
                await self._crud_for(policy).delete(session, commit=False, id=id)
                await self.changed(session, "deleted", record)

        return delete

    def _refusing_access_denied(self, endpoint: Endpoint) -> Endpoint:
        @wraps(endpoint)
        async def refusing(*args: Any, **kwargs: Any) -> Any:
            try:
                return await endpoint(*args, **kwargs)
            except AccessDenied as denied:
                raise Forbidden from denied

        return refusing

    def add_routes_to_router(
        self,
        create_deps: Any = NO_DEPENDENCIES,
        read_deps: Any = NO_DEPENDENCIES,
        read_multi_deps: Any = NO_DEPENDENCIES,
        update_deps: Any = NO_DEPENDENCIES,
        delete_deps: Any = NO_DEPENDENCIES,
        db_delete_deps: Any = NO_DEPENDENCIES,
        included_methods: Any = None,
        deleted_methods: Any = None,
    ) -> None:
        """The five routes with 201 for a created row and 204 for a deleted one; hard deletes are not offered."""
        if self.policy is None or self.select_schema is None:
            raise ValueError(f"{self.model.__name__}: a record router needs a policy and a select_schema")
        noun, one, many = self.model.__name__.lower(), self.select_schema, Page[self.select_schema]  # type: ignore[name-defined]
        table = (
            ("create", "POST", "", self._create_item, 201, one, create_deps),
            ("read_multi", "GET", "", self._read_items, 200, many, read_multi_deps),
            ("read", "GET", "/{id}", self._read_item, 200, one, read_deps),
            ("update", "PATCH", "/{id}", self._update_item, 200, one, update_deps),
            ("delete", "DELETE", "/{id}", self._delete_item, 204, None, delete_deps),
        )
        for name, method, suffix, endpoint, status, shape, dependencies in table:
            if (included_methods is not None and name not in included_methods) or name in (deleted_methods or ()):
                continue
            self.router.add_api_route(
                f"{self.path}{suffix}",
                self._refusing_access_denied(endpoint()),
                methods=[method],
                status_code=status,
                response_model=shape,
                tags=self.tags,
                dependencies=inject_dependencies(dependencies),
                name=f"{noun}_{name}",
                include_in_schema=self.include_in_schema,
            )
