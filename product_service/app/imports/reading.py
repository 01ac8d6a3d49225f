"""A CSV file, plain or gzip, as rows. Reads a little at a time, and says in one sentence why a file cannot be read.

BrokenFile
├── NotCsv            ├── WrongEncoding     ├── TooLarge
├── MissingColumn     └── TruncatedFile
"""

import csv
import gzip
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from common.errors import InvalidInput

GZIP_MAGIC = b"\x1f\x8b"
CHUNK = 1 << 18
MAX_LINE, MAX_FIELD = 1_000_000, 500_000
MAX_UNPACKED = 2_000_000_000
RATIO_FROM, MAX_RATIO = 20_000_000, 100  # catalogues pack to a fifth or a tenth, bombs to a thousandth
DELIMITERS = ",;\t"
REQUIRED = ("Handle", "Title", "Variant SKU", "Variant Price")


class BrokenFile(InvalidInput):
    code = "broken_file"
    title = "The file cannot be imported"


class NotCsv(BrokenFile):
    code = "not_csv"


class WrongEncoding(BrokenFile):
    code = "wrong_encoding"


class MissingColumn(BrokenFile):
    code = "missing_column"


class TruncatedFile(BrokenFile):
    code = "truncated_file"


class TooLarge(BrokenFile):
    code = "file_too_large"


Row = tuple[int, list[str]]  # the line a row starts on, and its fields


def unpacked(file: BinaryIO, size: int) -> Iterator[bytes]:
    """The file's bytes in pieces, unpacked if it is gzip; bounded in size and in how much they grow."""
    head = file.read(2)
    file.seek(0)
    source = gzip.GzipFile(fileobj=file) if head == GZIP_MAGIC else file
    seen = 0
    try:
        while piece := source.read(CHUNK):
            seen += len(piece)
            if seen > MAX_UNPACKED or (seen > RATIO_FROM and seen > MAX_RATIO * size):
                raise TooLarge("Unpacked, the file is far larger than a catalogue can be.")
            yield piece
    except EOFError as error:
        raise TruncatedFile("The gzip file ends in the middle: it was not transferred completely.") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise TruncatedFile("The gzip file is damaged.") from error


def lines(pieces: Iterator[bytes]) -> Iterator[str]:
    """Lines of text with their ends, UTF-8 with or without its mark."""
    rest = b""
    number = 0
    for piece in pieces:
        *whole, rest = (rest + piece).split(b"\n")
        for line in whole:
            number += 1
            yield _decoded(line, number) + "\n"
        if len(rest) > MAX_LINE:
            _decoded(rest[:MAX_LINE], number + 1)
            raise NotCsv(f"Line {number + 1} is longer than {MAX_LINE} bytes.")
    if rest:
        yield _decoded(rest, number + 1)


def _decoded(line: bytes, number: int) -> str:
    if b"\x00" in line:
        if number == 1 and line[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise WrongEncoding("The file is UTF-16; save it as UTF-8.")
        raise NotCsv(f"Line {number} has NUL bytes: this is not a text file.")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        what = f"byte 0x{line[error.start]:02x} in line {number}"
        raise WrongEncoding(f"The file is not UTF-8 ({what}); save it as UTF-8.") from error
    return text.removeprefix("\ufeff") if number == 1 else text


def rows(path: Path) -> Iterator[Row]:
    """The header, then every row that is not empty. A BrokenFile wherever the file cannot be read further."""
    with path.open("rb") as file:
        text = lines(unpacked(file, path.stat().st_size))
        first = next(text, "")
        header, delimiter = _header(first)
        yield 1, header
        reader = csv.reader(text, delimiter=delimiter, strict=True)
        csv.field_size_limit(MAX_FIELD)
        line = 2
        try:
            for fields in reader:
                if fields:
                    yield line, fields
                line = reader.line_num + 2
        except csv.Error as error:
            raise NotCsv(f"Line {line}: {_said(error)}.") from error


def _said(error: csv.Error) -> str:
    text = str(error)
    return "a quoted field does not end" if "unexpected end" in text else text


def _header(line: str) -> tuple[list[str], str]:
    """The column names and the delimiter they are written with."""
    if not line.strip():
        raise NotCsv("The file is empty.")
    for delimiter in DELIMITERS:
        try:
            names = next(csv.reader([line], delimiter=delimiter), [])
        except csv.Error:
            names = []
        found = [name.strip() for name in names]
        if len(set(found) & set(REQUIRED)) >= 2:
            _check_columns(found)
            return found, delimiter
    if not line.isprintable() and not line.strip().isprintable():
        raise NotCsv("This is not a CSV file.")
    missing = ", ".join(REQUIRED)
    raise MissingColumn(f"The first line names none of the columns {missing}.", columns=list(REQUIRED))


def _check_columns(names: Sequence[str]) -> None:
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        what = f"The column {missing[0]} is" if len(missing) == 1 else f"The columns {', '.join(missing)} are"
        raise MissingColumn(f"{what} missing.", columns=missing)
    twice = {name for name in names if name and names.count(name) > 1}
    if twice:
        raise NotCsv(f"The column {sorted(twice)[0]} occurs twice.")
