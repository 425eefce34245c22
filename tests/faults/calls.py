"""Stopping a process at its k-th system call of one kind, or failing that call.

The kernel gives notice of that kind alone (seccomp), and whoever reads the notice decides what comes of the call: all
other calls cost what they always cost. The numbers are those of Linux on x86-64.
"""

import ctypes
import os
import platform
import select
import signal
import socket
import struct
import sys
from collections.abc import Iterator
from typing import NamedTuple

HERE = (sys.platform, platform.machine()) == ("linux", "x86_64")
NUMBERS = {
    "pwrite64": 18,
    "write": 1,
    "sendfile": 40,
    "fdatasync": 75,
    "fsync": 74,
    "ftruncate": 77,
    "unlink": 87,
    "unlinkat": 263,
    "link": 86,
    "rename": 82,
    "mkdir": 83,
    "openat": 257,
    "pread64": 17,
}
# Calls that every program makes are counted on the files of the folder alone: of an open file, or by a path.
OPEN, NAMED = ("write", "pread64"), ("openat",)
# From the kernel's headers: prctl.h, seccomp.h, bpf_common.h.
NO_NEW_PRIVILEGES, SECCOMP, SET_FILTER, WITH_LISTENER = 38, 317, 1, 8
LOAD, IS_EQUAL, RETURN, NOTIFY, ALLOW = 0x20, 0x15, 0x06, 0x7FC00000, 0x7FFF0000
RECEIVE, SEND, GOES_ON = 0xC0502100, 0xC0182101, 1
NOTICE, ANSWER = struct.Struct("=QIIiIQ6Q"), struct.Struct("=QqiI")
LONGEST = 4096


class Fault(NamedTuple):
    """At its k-th call of a kind a process is killed (no error), or told an error's number."""

    call: str
    k: int
    error: int | None
    folder: str


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_char_p)]


def notify(call: str, to: socket.socket) -> None:
    """From here on whoever has the other end of the socket decides what comes of such calls of this process."""
    steps = [(LOAD, 0, 0, 0), (IS_EQUAL, 0, 1, NUMBERS[call]), (RETURN, 0, 0, NOTIFY), (RETURN, 0, 0, ALLOW)]
    program = _Program(len(steps), b"".join(struct.pack("=HBBI", *step) for step in steps))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    listener = libc.syscall(SECCOMP, SET_FILTER, WITH_LISTENER, ctypes.byref(program))
    if listener < 0:
        raise OSError(ctypes.get_errno(), "no notice is given of system calls")
    socket.send_fds(to, [b" "], [listener])
    os.close(listener)


def meet(fault: Fault, pid: int, other_end: socket.socket) -> bool:
    """Decide about the calls of a process until it has ended. Returns whether it met the fault."""
    from fcntl import ioctl  # which not every system has, nor WebAssembly

    listener = socket.recv_fds(other_end, 1, 1)[1][0]
    met = 0
    for number, caller, *arguments in _notices(listener):
        met += _counts(fault, caller, arguments)
        if met == fault.k and fault.error is None:
            os.kill(pid, signal.SIGKILL)
            break
        fails = (met == fault.k and fault.error) or 0
        met += bool(fails)  # the one call alone
        ioctl(listener, SEND, ANSWER.pack(number, 0, -fails, 0 if fails else GOES_ON))
    os.close(listener)
    return met >= fault.k


def _notices(listener: int) -> Iterator[list[int]]:
    """The number of each notice, who calls (a program that the process runs gives notice too, and has a memory of its
    own), and the arguments of the call, until the process has ended."""
    from fcntl import ioctl

    poll = select.poll()
    poll.register(listener, select.POLLIN)
    while poll.poll()[0][1] & select.POLLIN:
        notice = bytearray(NOTICE.size)
        ioctl(listener, RECEIVE, notice)
        number, caller, _, _, _, _, *arguments = NOTICE.unpack(notice)
        yield [number, caller, *arguments]


def _counts(fault: Fault, pid: int, arguments: list[int]) -> bool:
    if fault.call in OPEN:
        return _within(os.readlink(f"/proc/{pid}/fd/{arguments[0]}"), fault.folder)
    if fault.call in NAMED:
        return _within(os.path.join(os.readlink(f"/proc/{pid}/cwd"), _text_at(pid, arguments[1])), fault.folder)
    return True


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/")


def _text_at(pid: int, place: int) -> str:
    """A text in the memory of the process: it may end just before a page that is not there."""
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        memory.seek(place)
        text = memory.read(LONGEST - place % LONGEST)
        if b"\0" not in text:
            text += memory.read(LONGEST)
    return os.fsdecode(text.partition(b"\0")[0])
