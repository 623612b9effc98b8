"""Receipts, as the app copies them."""

import re

from entries import parse

HASH = re.compile(r"[0-9a-f]{64}")


def json_in(text):
    """The JSON object in a text that may hold more, wherever a messenger has broken the line, or None."""
    whole = text[text.find("{") : text.rfind("}") + 1] if "{" in text else ""
    lines = [line for line in re.split(r"\r?\n", text) if line.strip(" \t\ufeff").startswith("{")]
    for attempt in (*lines, whole, re.sub(r"[\r\n]+", "", whole)):
        try:
            value = parse(attempt)
        except ValueError:
            continue
        if isinstance(value, dict):
            return value
    return None


def read_receipt(path):
    """What a file says of a ballot, or None when it holds no receipt."""
    with open(path, "rb") as file:
        found = json_in(file.read().decode("utf-8", "replace")) or {}
    origin, leaf = found.get("origin"), found.get("leafHash")
    if isinstance(origin, str) and isinstance(leaf, str) and HASH.fullmatch(leaf):
        return {"origin": origin, "leafHash": leaf}
    return None
