"""The floor: bare ASGI on the same server with the same options, answering the same bytes.

`python -m bench.floor PORT FILE`
"""

import sys
from pathlib import Path
from typing import Any

import uvicorn


def bare_app(body: bytes) -> Any:
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return app


if __name__ == "__main__":
    app = bare_app(Path(sys.argv[2]).read_bytes())
    options: dict[str, Any] = {"log_config": None, "access_log": False, "server_header": False, "proxy_headers": False}
    uvicorn.run(app, port=int(sys.argv[1]), lifespan="off", ws="none", **options)
