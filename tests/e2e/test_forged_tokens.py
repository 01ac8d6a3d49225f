"""Tokens that nobody here has signed: 401 at every door, and nothing happens."""

import base64
import hashlib
import hmac
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

from tests.support.open_shop import OpenShop, Person

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(120)]
Json = dict[str, Any]
DOORS = (
    ("GET", "user", "/api/v1/users/me", None),
    ("PATCH", "user", "/api/v1/users/me", {"name": "Mallory"}),
    ("GET", "user", "/api/v1/users?email=owner@shop.example", None),
    ("POST", "product", "/api/v1/products", {"title": "x", "variants": []}),
    ("GET", "product", "/api/v1/exports/products.csv", None),
    ("POST", "product", "/internal/v1/reservations", {"id": "res_1", "lines": [], "expires_in": 60}),
    ("POST", "order", "/api/v1/carts", None),
    ("GET", "order", "/api/v1/orders", None),
    ("POST", "ai", "/api/v1/chat", {"message_id": "m1", "message": "hello", "stream": False}),
    ("GET", "ai", "/api/v1/conversations", None),
)


def packed(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unpacked(part: str) -> Json:
    return dict(json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))))


def signing_input(header: Json, claims: Json) -> str:
    return f"{packed(json.dumps(header).encode())}.{packed(json.dumps(claims).encode())}"


def by_rsa(key: Any, header: Json, claims: Json) -> str:
    text = signing_input(header, claims)
    return f"{text}.{packed(key.sign(text.encode(), padding.PKCS1v15(), SHA256()))}"


def by_hmac(secret: bytes, header: Json, claims: Json) -> str:
    text = signing_input(header, claims)
    return f"{text}.{packed(hmac.new(secret, text.encode(), hashlib.sha256).digest())}"


def forgeries(token: str, own_key: Any) -> dict[str, str]:
    """What can be made of a good token; with the shop's own key only what time or purpose makes bad."""
    header, claims = (unpacked(part) for part in token.split(".")[:2])
    good_signature = token.split(".")[2]
    stranger = rsa.generate_private_key(65537, 2048)
    public = own_key.public_key()
    encodings = {"encoding": serialization.Encoding.PEM, "format": serialization.PublicFormat.SubjectPublicKeyInfo}
    pem = public.public_bytes(**encodings)
    rsa_pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.PKCS1)
    mighty = claims | {"roles": ["owner"], "permissions": ["*"]}
    none = {name: value for name, value in header.items() if name != "alg"}
    led_astray = header | {"jwk": {"kty": "RSA"}, "jku": "http://evil.example"}
    other = claims | {"sub": "usr_1"}
    made = {
        "by a stranger's key": by_rsa(stranger, header, claims),
        "by a stranger's key of its own name": by_rsa(stranger, header | {"kid": "mine"}, claims),
        "by a key in the header": by_rsa(stranger, led_astray, claims),
        "more rights under the old signature": f"{signing_input(header, mighty)}.{good_signature}",
        "another person under the old signature": f"{signing_input(header, other)}.{good_signature}",
        "no signature": token.rsplit(".", 1)[0] + ".",
        "two parts": token.rsplit(".", 1)[0],
        "cut": token[:-10],
        "not a token": "abc",
        "rubbish": "a.b.c",
        "huge": "x" * 20_000,
    }
    for alg in ("none", "None", "NONE", "nOnE", ""):
        made[f"alg {alg!r}"] = signing_input(none | {"alg": alg}, mighty) + "."
        made[f"alg {alg!r}, old signature"] = f"{signing_input(none | {'alg': alg}, mighty)}.{good_signature}"
    for name, secret in (("PEM", pem), ("stripped PEM", pem.strip()), ("PKCS1", rsa_pem), ("nothing", b"")):
        made[f"HMAC with {name}"] = by_hmac(secret, header | {"alg": "HS256"}, mighty)
        made[f"HMAC called RS256 with {name}"] = by_hmac(secret, header, mighty)
    for name, change in {
        "expired": {"exp": claims["iat"] - 3600, "iat": claims["iat"] - 7200},
        "without an end": {"exp": None},
        "with a text as its end": {"exp": "tomorrow"},
        "for another audience": {"aud": "elsewhere"},
        "by another issuer": {"iss": "elsewhere"},
        "without a subject": {"sub": None},
        "without a tenant": {"tid": None},
    }.items():
        left = {key: value for key, value in (claims | change).items() if value is not None}
        made[f"own key, {name}"] = by_rsa(own_key, header, left)
    return made


async def test_every_forgery_is_401_at_every_door(shop: OpenShop) -> None:
    owner = await shop.staff()
    token = owner.bearer["Authorization"].removeprefix("Bearer ")
    pem = (shop.suite.data_dir / "keys" / "access_tokens.pem").read_bytes()
    own_key = serialization.load_pem_private_key(pem, password=None)
    header, claims = (unpacked(part) for part in token.split(".")[:2])
    still_good = Person(shop.suite, shop.http, by_rsa(own_key, header, claims))
    assert (await still_good.call("GET", "user", "/api/v1/users/me")).status_code == 200  # else all this proves nothing
    products = len(await owner.every("product", "/api/v1/products"))
    wrong = []
    for name, forged in forgeries(token, own_key).items():
        mallory = Person(shop.suite, shop.http, forged)
        for method, service, path, body in DOORS:
            answer = await mallory.call(method, service, path, body)
            if (answer.status_code, answer.headers["content-type"]) != (401, "application/problem+json"):
                wrong.append(f"{name}: {method} {service} {path} -> {answer.status_code} {answer.text[:200]}")
    assert not wrong, "\n".join(wrong)
    assert len(await owner.every("product", "/api/v1/products")) == products
    assert (await owner.get("user", "/api/v1/users/me"))["name"] != "Mallory"


@pytest.mark.parametrize(
    "authorization", ["", "Bearer", "Bearer ", "Basic b3duZXI6eA==", "Token x", "Bearer a b", "bearer\tx"]
)
async def test_odd_authorization_headers_are_401(shop: OpenShop, authorization: str) -> None:
    nobody = Person(shop.suite, shop.http, "")
    nobody.bearer = {"Authorization": authorization}
    for method, service, path, body in DOORS:
        assert (await nobody.call(method, service, path, body)).status_code == 401


async def test_after_signing_out_the_token_changes_nothing_any_more(shop: OpenShop) -> None:
    customer = await shop.newcomer()
    assert (await customer.call("POST", "order", "/api/v1/carts")).status_code == 201
    await customer.call("POST", "user", "/api/v1/auth/logout")
    for method, service, path, body in DOORS:
        if method != "GET":
            assert (await customer.call(method, service, path, body)).status_code in {401, 403}, path
    assert (await customer.call("POST", "order", "/api/v1/carts")).status_code == 401
