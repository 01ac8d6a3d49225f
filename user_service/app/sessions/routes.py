"""Where I am signed in, and what services ask when Valkey cannot answer."""

from fastapi import APIRouter

from common.security.dependencies import ServiceCaller
from user_service.app.dependencies import Sessions, SignedIn
from user_service.app.sessions.schemas import SessionList, SessionState
from user_service.app.shapes import Key

own = APIRouter(prefix="/api/v1/users/me/sessions", tags=["profile"])
router = APIRouter(prefix="/internal/v1/sessions", tags=["internal"])


@own.get("", summary="Where I am signed in")
async def list_my_sessions(caller: SignedIn, sessions: Sessions) -> SessionList:
    return SessionList(items=await sessions.open_sessions(caller.subject_id, caller.session_id))


@own.delete("", status_code=204, summary="Sign out everywhere; with keep_current, everywhere else")
async def end_my_sessions(caller: SignedIn, sessions: Sessions, keep_current: bool = False) -> None:
    kept = caller.session_id if keep_current else None
    await sessions.end_all(caller.subject_id, actor_id=caller.subject_id, except_session=kept)


@own.delete("/{session_id}", status_code=204, summary="End one of my sessions")
async def end_my_session(session_id: Key, caller: SignedIn, sessions: Sessions) -> None:
    await sessions.end_one(session_id, caller.subject_id)


@router.get("/{session_id}", summary="Whether a session still lives")
async def session_state(session_id: Key, sessions: Sessions, service: ServiceCaller) -> SessionState:
    return SessionState(active=await sessions.is_active(session_id))
