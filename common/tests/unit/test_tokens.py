"""Access tokens: what is taken, and every forgery that is not."""

import base64
import hmac
import json
import time
from typing import Any

import pytest

from common.security.tokens import InvalidToken, KeyTokenVerifier, TokenSigner, new_private_key

CLAIMS = {"sub": "usr_1", "tid": "default", "sid": "ses_1", "roles": ["manager"], "permissions": ["orders:read"]}


@pytest.fixture(scope="module")
def signer() -> TokenSigner:
    return TokenSigner(new_private_key(), "key-1")


class Keys:
    def __init__(self, *signers: TokenSigner) -> None:
        self.signers = list(signers)
        self.fetched = 0

    async def fetch(self) -> dict[str, Any]:
        self.fetched += 1
        return {"keys": [key for signer in self.signers for key in signer.jwks()["keys"]]}


def claims(**changes: Any) -> dict[str, Any]:
    return {**CLAIMS, "exp": int(time.time()) + 60, **changes}


def encode(part: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()


async def test_a_signed_token_names_its_caller(signer: TokenSigner) -> None:
    caller = await KeyTokenVerifier(Keys(signer).fetch).verify(signer.sign(claims()))
    assert (caller.subject_id, caller.tenant_id, caller.session_id) == ("usr_1", "default", "ses_1")
    assert caller.is_staff
    assert caller.may("orders:read")
    assert not caller.may("orders:write")


async def test_a_token_seen_before_is_known_until_it_expires(signer: TokenSigner) -> None:
    now = time.time()
    moment = [now]
    verifier = KeyTokenVerifier(Keys(signer).fetch, now=lambda: moment[0])
    token = signer.sign(claims(exp=int(now) + 60))
    assert verifier.known(token) is None
    caller = await verifier.verify(token)
    assert verifier.known(token) is caller
    moment[0] = now + 61
    assert verifier.known(token) is None


@pytest.mark.parametrize("missing", ["sub", "tid", "sid", "exp"])
async def test_a_token_without_a_claim_is_refused(signer: TokenSigner, missing: str) -> None:
    incomplete = {name: value for name, value in claims().items() if name != missing}
    with pytest.raises(InvalidToken):
        await KeyTokenVerifier(Keys(signer).fetch).verify(signer.sign(incomplete))


@pytest.mark.parametrize(
    "changes",
    [{"exp": -1}, {"aud": "another shop"}, {"iss": "somebody"}, {"nbf": 600}],  # moments: seconds from now
)
async def test_a_token_for_another_time_or_place_is_refused(signer: TokenSigner, changes: dict[str, Any]) -> None:
    now = int(time.time())
    changes = {name: now + value if isinstance(value, int) else value for name, value in changes.items()}
    with pytest.raises(InvalidToken):
        await KeyTokenVerifier(Keys(signer).fetch).verify(signer.sign(claims(**changes)))


async def test_an_unsigned_token_is_refused(signer: TokenSigner) -> None:
    for algorithm in ("none", "None", "NONE"):
        token = f"{encode({'alg': algorithm, 'kid': 'key-1'})}.{encode(claims())}."
        with pytest.raises(InvalidToken):
            await KeyTokenVerifier(Keys(signer).fetch).verify(token)


async def test_a_token_signed_with_the_public_key_as_a_secret_is_refused(signer: TokenSigner) -> None:
    public = signer._key.public_key().to_pem()
    signed = f"{encode({'alg': 'HS256', 'typ': 'JWT', 'kid': 'key-1'})}.{encode(claims())}"
    signature = base64.urlsafe_b64encode(hmac.digest(public, signed.encode(), "sha256")).rstrip(b"=").decode()
    with pytest.raises(InvalidToken):
        await KeyTokenVerifier(Keys(signer).fetch).verify(f"{signed}.{signature}")


async def test_a_token_of_a_stranger_with_our_key_id_is_refused(signer: TokenSigner) -> None:
    stranger = TokenSigner(new_private_key(), "key-1")
    with pytest.raises(InvalidToken):
        await KeyTokenVerifier(Keys(signer).fetch).verify(stranger.sign(claims()))


async def test_an_altered_token_is_refused(signer: TokenSigner) -> None:
    header, _, signature = signer.sign(claims()).split(".")
    forged = f"{header}.{encode(claims(sub='usr_2', iss='shopkeeper', aud='shopkeeper', iat=1))}.{signature}"
    with pytest.raises(InvalidToken):
        await KeyTokenVerifier(Keys(signer).fetch).verify(forged)


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "é.é.é", "." * 3, "A" * 10_000])
async def test_what_is_not_a_token_is_refused(signer: TokenSigner, token: str) -> None:
    with pytest.raises(InvalidToken):
        await KeyTokenVerifier(Keys(signer).fetch).verify(token)


async def test_a_new_key_is_fetched_once_it_is_seen_and_not_more_often_than_every_five_seconds(
    signer: TokenSigner,
) -> None:
    keys, moment = Keys(signer), [1000.0]
    verifier = KeyTokenVerifier(keys.fetch, now=lambda: moment[0])
    far = int(time.time()) + 60
    await verifier.verify(signer.sign(claims(exp=far)))
    successor = TokenSigner(new_private_key(), "key-2")
    keys.signers.append(successor)
    with pytest.raises(InvalidToken):
        await verifier.verify(successor.sign(claims(exp=far)))
    assert keys.fetched == 1
    moment[0] += 6
    assert (await verifier.verify(successor.sign(claims(exp=far)))).subject_id == "usr_1"
    assert keys.fetched == 2
