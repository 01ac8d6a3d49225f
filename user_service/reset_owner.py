"""`make reset-owner`: a link to a new password for the owner, when nobody can sign in any more.

The suite must be running, and this must run where its DATA_DIR is. Exit codes: 0 a link was printed, 2 none could be.
"""

import argparse
import sys

import httpx

from common.config import load_settings, service_secret
from user_service.app.settings import UserSettings


class NotPossible(Exception):
    """There is no link; the text says why."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="make reset-owner", description=__doc__)
    parser.add_argument("--email", help="which owner, where there are several; default: who is longest here")
    parser.add_argument("--tenant", default="default", help="of which shop")
    options = parser.parse_args()
    try:
        with httpx.Client(timeout=15) as http:
            print(_link(http, load_settings(UserSettings), options))  # noqa: T201 - what was asked for
    except NotPossible as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 2
    except httpx.TransportError:
        print("The suite does not answer: start it first (make run), then repeat this.", file=sys.stderr)  # noqa: T201
        return 2
    return 0


def _link(http: httpx.Client, settings: UserSettings, options: argparse.Namespace) -> str:
    body = {} if options.email is None else {"email": options.email}
    headers = {"Authorization": f"Bearer {_token(http, settings)}", "X-Tenant": options.tenant}
    answer = http.post(f"{settings.user_service_url}/internal/v1/owner-links", json=body, headers=headers)
    if answer.status_code == httpx.codes.NOT_FOUND:
        raise NotPossible("There is no such owner; a shop that never had one prints its set-up link at every start.")
    if answer.status_code != httpx.codes.CREATED:
        raise NotPossible(f"Refused: {answer.text}")
    link = answer.json()
    return f"A new password for {link['email']}, once, until {link['expires_at']}:\n{link['link']}"


def _token(http: httpx.Client, settings: UserSettings) -> str:
    """Signed in by the key that the suite keeps under DATA_DIR."""
    form = {
        "grant_type": "client_credentials",
        "client_id": "owner_reset",
        "client_secret": service_secret(settings),
    }
    answer = http.post(f"{settings.user_service_url}/api/v1/auth/token", data=form)
    if answer.status_code != httpx.codes.OK:
        raise NotPossible(f"{settings.user_service_url} does not know the key in {settings.data_dir}/keys.")
    return str(answer.json()["access_token"])


if __name__ == "__main__":
    sys.exit(main())
