"""JSON logs on stdout and in rotated files; every line carries the request id and trace id."""

import atexit
import logging
import sys
import threading
from typing import Any, BinaryIO

import orjson
import structlog

from common.clock import utc_now
from common.config import Settings
from common.observability.context import current_request
from common.observability.log_files import RotatedFile

_FLUSH_BYTES = 32_768


class BufferedLines:
    """Lines collected and written together: one system call for many requests. Flushed twice a second and at exit."""

    def __init__(self, stream: BinaryIO, file: RotatedFile | None = None) -> None:
        self._stream = stream
        self._file = file
        self._file_works = True
        self._lines: list[bytes] = []
        self._size = 0
        self._lock = threading.Lock()

    def add(self, line: bytes) -> None:
        self._lines.append(line)
        self._size += len(line)
        if self._size > _FLUSH_BYTES:
            self.flush()

    def flush(self) -> None:
        with self._lock:
            lines, self._lines, self._size = self._lines, [], 0
            if not lines:
                return
            text = b"\n".join(lines) + b"\n"
            self._stream.write(text)
            self._stream.flush()
            if self._file is not None:
                self._write_file(self._file, text)

    def _write_file(self, file: RotatedFile, text: bytes) -> None:
        """A full disk stops the file and not the shop; it is said once on the screen, and tried again every time."""
        try:
            file.write(text)
            self._file_works = True
        except OSError as error:
            if self._file_works:
                line = {"timestamp": utc_now(), "level": "warning", "event": "log file not written"}
                self._stream.write(orjson.dumps(line | {"reason": str(error)}) + b"\n")
                self._stream.flush()
            self._file_works = False

    # structlog's logger interface: one method per level
    def msg(self, line: bytes) -> None:
        self.add(line)
        self.flush()

    debug = info = warning = warn = error = critical = fatal = exception = log = msg


class _Factory:
    def __init__(self, lines: BufferedLines) -> None:
        self._lines = lines

    def __call__(self, *arguments: Any) -> BufferedLines:
        return self._lines


def configure_logs(settings: Settings) -> BufferedLines:
    """Set up structlog and the standard library's logging for this process; returns the access log's writer."""
    folder = settings.log_folder
    file = RotatedFile(folder / f"{settings.service}.log") if folder is not None else None
    lines = BufferedLines(sys.stdout.buffer, file)
    level = logging.getLevelName(settings.log_level)

    def with_context(logger: Any, method: str, entry: dict[str, Any]) -> dict[str, Any]:
        entry["service"] = settings.service
        request = current_request()
        if request is not None:
            entry.setdefault("request_id", request.request_id)
            entry.setdefault("trace_id", request.trace_id)
        return entry

    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        with_context,
        # Without local variables: they hold passwords and tokens.
        structlog.processors.ExceptionRenderer(structlog.tracebacks.ExceptionDictTransformer(show_locals=False)),
    ]
    renderer = structlog.processors.JSONRenderer(serializer=_dumps)
    structlog.configure(
        processors=[*shared, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=_Factory(lines),
        cache_logger_on_first_use=True,
    )
    handler = _LineHandler(lines)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer, _as_text],
        )
    )
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for noisy in ("httpx", "httpcore", "aiohttp.access", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    atexit.register(lines.flush)
    return lines


def _dumps(entry: dict[str, Any], **_: Any) -> bytes:
    return orjson.dumps(entry, default=str, option=orjson.OPT_NON_STR_KEYS)


def _as_text(logger: Any, method: str, line: Any) -> str:
    return bytes(line).decode()


class _LineHandler(logging.Handler):
    """The standard library's records into the same lines."""

    def __init__(self, lines: BufferedLines) -> None:
        super().__init__()
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        line: Any = self.format(record)
        self._lines.msg(line if isinstance(line, bytes) else line.encode())


def get_logger(name: str) -> Any:
    """A structlog logger that names its module."""
    return structlog.get_logger(module=name)
