"""C2SP signed notes (Ed25519) and tlog checkpoints."""

import base64
import binascii
import hashlib
import re
from collections import namedtuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from problem import Problem

Key = namedtuple("Key", "name hint public text")
Checkpoint = namedtuple("Checkpoint", "size root extensions signatures")

NAME = re.compile(r"[^\s+\x00-\x1f\x7f\x85\ufeff]+")
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
ED25519 = b"\x01"
LARGEST = 2**53 - 1


def unbase64(text):
    """Bytes of strict base64, or None."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw if base64.b64encode(raw).decode() == text else None


# The heights of the curve's points of small order, without the bit that tells a point from its mirror image: under such a
# key one signature holds for many texts.
SMALL_ORDER = {
    bytes.fromhex(height)
    for height in (
        "00" * 32,
        "01" + "00" * 31,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ec" + "ff" * 30 + "7f",
    )
}


def is_weak(public):
    """Whether a key is of small order, or not written in its shortest way."""
    height = public[:31] + bytes([public[31] & 0x7F])
    return height in SMALL_ORDER or int.from_bytes(height, "little") >= 2**255 - 19


def read_key(text):
    """A verifier key, or None when the text is none."""
    parts = text.split("+", 2)
    if len(parts) != 3 or not NAME.fullmatch(parts[0]):
        return None
    name, hint, encoded = parts
    raw = unbase64(encoded)
    if raw is None or len(raw) != 33 or raw[:1] != ED25519:
        return None
    if is_weak(raw[1:]) or hashlib.sha256(name.encode() + b"\n" + raw).hexdigest()[:8] != hint:
        return None
    return Key(name, bytes.fromhex(hint), Ed25519PublicKey.from_public_bytes(raw[1:]), text)


def open_note(note, key):
    """The text of a note (bytes) that the key has signed, and how many signatures it has."""
    try:
        note = note.decode("utf-8")
    except UnicodeDecodeError:
        raise Problem("NOTE_MALFORMED") from None
    if CONTROL.search(note) or not note.endswith("\n"):
        raise Problem("NOTE_MALFORMED")
    text, gap, tail = note.rpartition("\n\n")
    lines = tail[:-1].split("\n")
    if not gap or len(lines) > 100:
        raise Problem("NOTE_MALFORMED")
    text += "\n"
    signatures = []
    for line in lines:
        found = re.fullmatch(r"— (\S+) (\S+)", line)
        raw = unbase64(found[2]) if found else None
        if raw is None or len(raw) < 5 or not NAME.fullmatch(found[1]):
            raise Problem("NOTE_MALFORMED")
        signatures.append((found[1], raw[:4], raw[4:]))
    own = [raw for name, hint, raw in signatures if (name, hint) == (key.name, key.hint)]
    if not own:
        raise Problem("SIGNATURE_UNKNOWN")
    try:
        key.public.verify(own[0], text.encode())
    except InvalidSignature:
        raise Problem("SIGNATURE_INVALID") from None
    return text, len(signatures)


def open_checkpoint(note, key):
    """The size and root that the log named like its key has signed."""
    text, signatures = open_note(note, key)
    origin, *rest = text[:-1].split("\n")
    if len(rest) < 2 or "" in [origin, *rest[2:]] or not re.fullmatch(r"0|[1-9][0-9]{0,15}", rest[0]):
        raise Problem("CHECKPOINT_MALFORMED")
    size, root = int(rest[0]), unbase64(rest[1])
    if size > LARGEST or root is None or len(root) != 32:
        raise Problem("CHECKPOINT_MALFORMED")
    if origin != key.name:
        raise Problem("ORIGIN_MISMATCH")
    return Checkpoint(size, root, rest[2:], signatures)
