"""What a disk holds after a power cut, worked out from the log of what was written to it and when it was synced.

At a cut, what was synced is there. Of what was not, each sector of 512 bytes is there or not, by chance, and so is each
change of a file's length. Not modelled: directories (a new file is taken for there) and rollback journals, which
nothing here has after its start.
"""

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

_RECORD = struct.Struct("=cHqI")
_SECTOR = 512
_NOT_ON_DISK = ("-shm", "-journal")  # the one is memory, the other is gone once a database is in WAL mode


class Written(NamedTuple):
    """`place` is an offset, a length, or for a sync where the log ended when it began; `end` where the record does."""

    what: bytes
    path: str
    place: int
    data: bytes
    end: int


def read_log(log: Path) -> Iterator[Written]:
    content, at = log.read_bytes(), 0
    while at + _RECORD.size <= len(content):
        what, path_length, place, data_length = _RECORD.unpack_from(content, at)
        name = at + _RECORD.size
        data = name + path_length
        at = data + (data_length if what == b"W" else 0)
        path = content[name:data].decode()
        if not path.endswith(_NOT_ON_DISK):
            yield Written(what, path, place, content[data:at], at)


@dataclass
class _File:
    durable: bytearray = field(default_factory=bytearray)
    pending: list[Written] = field(default_factory=list)

    def take(self, each: Written, obeyed: bool) -> None:
        if each.what != b"S":
            self.pending.append(each)
        elif obeyed:
            for one in self.pending:
                if one.end <= each.place:
                    _apply(self.durable, one)
            self.pending = [one for one in self.pending if one.end > each.place]

    def after_a_cut(self, dice: random.Random) -> bytes:
        content = bytearray(self.durable)
        for each in self.pending:
            for part in _sectors(each):
                if dice.random() < 0.5:
                    _apply(content, part)
        return bytes(content)


class Disk:
    """Plays the log up to each cut in turn; `obeyed` False is a disk that only pretends to sync."""

    def __init__(self, log: Path, seed: str, *, obeyed: bool = True) -> None:
        self._log = iter(read_log(log))
        self._dice = random.Random(seed)
        self._obeyed = obeyed
        self._files: dict[str, _File] = {}

    def cut(self, at: int, folder: Path) -> None:
        """Write the files as they are if the power goes when the log is `at` bytes long; later than the last cut."""
        for each in self._log:
            self._files.setdefault(each.path, _File()).take(each, self._obeyed)
            if each.end >= at:
                break
        for path, file in self._files.items():
            (folder / Path(path).name).write_bytes(file.after_a_cut(self._dice))


def _sectors(each: Written) -> Iterator[Written]:
    if each.what == b"T":
        yield each
    for start in range(0, len(each.data), _SECTOR):
        yield each._replace(place=each.place + start, data=each.data[start : start + _SECTOR])


def _apply(content: bytearray, each: Written) -> None:
    if len(content) < each.place:
        content.extend(bytes(each.place - len(content)))
    if each.what == b"T":
        del content[each.place :]
    else:
        content[each.place : each.place + len(each.data)] = each.data
