"""Stored secrets: sealed for one purpose, with keys that can be changed one after the other."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from common.config import Settings, load_settings
from common.security.secrets import CannotUnseal, SecretBox, secret_box


def test_a_secret_comes_back_and_never_looks_the_same_twice() -> None:
    box = SecretBox([b"key"])
    one, other = (box.seal("whsec_秘密", "endpoint 1") for _ in range(2))
    assert one != other
    assert "whsec" not in one
    assert box.unseal(one, "endpoint 1") == box.unseal(other, "endpoint 1") == "whsec_秘密"


@pytest.mark.parametrize("change", ["purpose", "key", "text", "form"])
def test_a_secret_is_of_no_use_elsewhere(change: str) -> None:
    box = SecretBox([b"key"])
    sealed = box.seal("secret", "endpoint 1")
    tampered = sealed[:-5] + ("A" if sealed[-5] != "A" else "B") + sealed[-4:]
    reader = SecretBox([b"other"]) if change == "key" else box
    text = {"text": tampered, "form": "v1.x"}.get(change, sealed)
    with pytest.raises(CannotUnseal):
        reader.unseal(text, "endpoint 2" if change == "purpose" else "endpoint 1")


def test_a_new_key_goes_before_the_old_one() -> None:
    sealed = SecretBox([b"old"]).seal("secret", "row")
    both = SecretBox([b"new", b"old"])
    assert both.unseal(sealed, "row") == "secret"
    assert SecretBox([b"new"]).unseal(both.seal("secret", "row"), "row") == "secret"


def test_the_key_is_made_once_for_all_services_or_given(tmp_path: Path) -> None:
    sealed = secret_box(load_settings(Settings, data_dir=tmp_path)).seal("secret", "row")
    assert secret_box(load_settings(Settings, data_dir=tmp_path)).unseal(sealed, "row") == "secret"
    assert (tmp_path / "keys" / "secrets.key").stat().st_mode & 0o777 == 0o600
    given = load_settings(Settings, data_dir=tmp_path, encryption_keys=[SecretStr("another key of ours")])
    with pytest.raises(CannotUnseal):
        secret_box(given).unseal(sealed, "row")
