"""Keys are made once, whoever comes first."""

import stat
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from user_service.app.keys.service import load_keys
from user_service.app.sessions.refresh_tokens import RefreshTokens, parse


def _kid(folder: str) -> tuple[str, bytes]:
    keys = load_keys(Path(folder))
    return keys.signer.kid, keys.refresh_key


def test_processes_that_start_together_share_one_key(tmp_path: Path) -> None:
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as pool:
        found = set(pool.map(_kid, [str(tmp_path)] * 4))
    assert len(found) == 1
    file = tmp_path / "keys" / "access_tokens.pem"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert sorted(path.name for path in file.parent.iterdir()) == ["access_tokens.pem", "refresh_tokens.key"]


def test_a_refresh_token_fits_its_own_session_and_generation_only() -> None:
    tokens = RefreshTokens(b"k" * 32)
    token = parse(tokens.write("ses_1", 3, "salt"))
    assert token is not None
    assert tokens.fits(token, "salt")
    assert not tokens.fits(token, "other salt")
    assert not RefreshTokens(b"o" * 32).fits(token, "salt")
    assert parse("ses_1.3") is None
    assert parse("ses_1.three.x") is None
