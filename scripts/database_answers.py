"""Whether a database server for the tests is there: exit code 0, or 1 with the reason."""

import sys

import pytest

from tests.support.databases import throw_away_database


def main(kind: str) -> int:
    try:
        with throw_away_database(kind):
            return 0
    except pytest.skip.Exception as reason:
        print(f"left out: {reason}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
