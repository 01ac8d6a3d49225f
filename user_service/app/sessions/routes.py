"""GET /internal/v1/sessions/{session_id}: what services ask when Valkey cannot answer."""

from fastapi import APIRouter

from common.security.dependencies import ServiceCaller
from user_service.app.dependencies import Sessions
from user_service.app.sessions.schemas import SessionState
from user_service.app.shapes import Key

router = APIRouter(prefix="/internal/v1/sessions", tags=["internal"])


@router.get("/{session_id}", summary="Whether a session still lives")
async def session_state(session_id: Key, sessions: Sessions, service: ServiceCaller) -> SessionState:
    return SessionState(active=await sessions.is_active(session_id))
