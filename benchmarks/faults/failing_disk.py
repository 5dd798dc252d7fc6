"""A disk that fails at a chosen write: SQLite's own file layer, with a fault put in front of it.

Only for a process of its own: the layer is changed for the whole process, and stays so. It needs the
library of SQLite that Python itself has loaded; where Python brings its own inside, there is none.
"""

import ctypes
import os
import sqlite3
from collections.abc import Callable
from ctypes.util import find_library
from enum import StrEnum
from typing import Any

_FILE, _INT, _LONG = ctypes.c_void_p, ctypes.c_int, ctypes.c_longlong
_Write = ctypes.CFUNCTYPE(_INT, _FILE, ctypes.c_void_p, _INT, _LONG)
_Truncate = ctypes.CFUNCTYPE(_INT, _FILE, _LONG)
_Sync = ctypes.CFUNCTYPE(_INT, _FILE, _INT)
_Open = ctypes.CFUNCTYPE(_INT, ctypes.c_void_p, ctypes.c_void_p, _FILE, _INT, ctypes.c_void_p)

_WRITE, _TRUNCATE, _SYNC = 3, 4, 5  # places in sqlite3_io_methods, counted in pointers
_METHODS = 19
_XOPEN = 5  # place in sqlite3_vfs


class Fault(StrEnum):
    """What happens at the chosen write."""

    ERROR = "an error"
    FULL = "no room"
    TORN = "half of it, then an error"
    DEATH = "the end of the process"
    TORN_DEATH = "half of it, then the end"
    LASTING = "errors from there on"


class FailingDisk:
    """The file layer of this process; writes, truncations and syncs are counted from `arm` on.

    Attributes:
        count: how many there were.
    """

    def __init__(self) -> None:
        self.count = 0
        self._at, self._fault = 0, Fault.ERROR
        self._kept: list[Any] = []  # what C points to must not be collected
        self._tables: dict[int, Any] = {}
        self._patch()

    def arm(self, at: int, fault: Fault) -> None:
        """Let the fault come at a write, counted from 1; 0 is never."""
        self.count, self._at, self._fault = 0, at, fault

    def _patch(self) -> None:
        library = ctypes.CDLL(find_library("sqlite3"))
        library.sqlite3_vfs_find.restype = ctypes.c_void_p
        library.sqlite3_libversion.restype = ctypes.c_char_p
        if library.sqlite3_libversion().decode() != sqlite3.sqlite_version:
            raise OSError("Python has loaded another library of SQLite.")
        layer = ctypes.cast(library.sqlite3_vfs_find(None), ctypes.POINTER(ctypes.c_void_p))
        original = _Open(layer[_XOPEN] or 0)

        def opened(vfs: int, name: int, file: int, flags: int, out: int) -> int:
            result: int = original(vfs, name, file, flags, out)
            methods = ctypes.cast(file, ctypes.POINTER(ctypes.c_void_p))
            if result == sqlite3.SQLITE_OK and methods[0]:
                methods[0] = ctypes.addressof(self._table(methods[0]))
            return result

        self._kept += [library, original, _Open(opened)]
        layer[_XOPEN] = ctypes.cast(self._kept[-1], ctypes.c_void_p).value

    def _table(self, address: int) -> Any:
        """The methods of a kind of file, with ours in the place of those that write."""
        if address not in self._tables:
            copy = (ctypes.c_void_p * _METHODS).from_buffer_copy(ctypes.string_at(address, 8 * _METHODS))
            write, truncate, sync = (
                kind(copy[place] or 0)
                for kind, place in ((_Write, _WRITE), (_Truncate, _TRUNCATE), (_Sync, _SYNC))
            )
            ours = {
                _WRITE: _Write(lambda file, data, size, at: self._write(write, file, data, size, at)),
                _TRUNCATE: _Truncate(
                    lambda *told: self._other(truncate, told, sqlite3.SQLITE_IOERR_TRUNCATE)
                ),
                _SYNC: _Sync(lambda *told: self._other(sync, told, sqlite3.SQLITE_IOERR_FSYNC)),
            }
            for place, method in ours.items():
                copy[place] = ctypes.cast(method, ctypes.c_void_p).value
            self._kept += [write, truncate, sync, ours]
            self._tables[address] = copy
        return self._tables[address]

    def _write(self, write: Callable[..., int], file: int, data: int, size: int, at: int) -> int:
        if not self._is_due():
            return write(file, data, size, at)
        if self._fault in {Fault.TORN, Fault.TORN_DEATH}:
            write(file, data, size // 2, at)
        self._die_if_due()
        return sqlite3.SQLITE_FULL if self._fault is Fault.FULL else sqlite3.SQLITE_IOERR_WRITE

    def _other(self, method: Callable[..., int], told: tuple[int, ...], error: int) -> int:
        if not self._is_due():
            return method(*told)
        self._die_if_due()
        return error

    def _is_due(self) -> bool:
        self.count += 1
        return self._at > 0 and (
            self.count >= self._at if self._fault is Fault.LASTING else self.count == self._at
        )

    def _die_if_due(self) -> None:
        if self._fault in {Fault.DEATH, Fault.TORN_DEATH}:
            os._exit(0)
