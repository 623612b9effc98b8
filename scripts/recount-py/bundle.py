"""A bundle's lines, in order, and the tree of its entries."""

import hashlib
import re

from entries import read_candidate, read_entry, read_string, write
from ledger import Ledger, figures_of
from notes import open_checkpoint, read_key
from problem import Problem

TITLE = "gongping bundle v1"
# Bytes of a line, without its newline.
LONGEST_LINE = 128 * 1024
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def code_of(leaf):
    """The first 40 bits of a leaf hash in Crockford's base 32."""
    bits = int.from_bytes(leaf[:5], "big")
    letters = "".join(LETTERS[bits >> shift & 31] for shift in range(35, -1, -5))
    return f"{letters[:4]}-{letters[4:]}"


class Tree:
    """RFC 6962: complete subtrees as (leaves, hash), larger ones below."""

    def __init__(self):
        self.size = 0
        self.stack = []

    def add(self, leaf):
        leaves = 1
        while self.stack and self.stack[-1][0] == leaves:
            _, left = self.stack.pop()
            leaf = hashlib.sha256(b"\x01" + left + leaf).digest()
            leaves *= 2
        self.stack.append((leaves, leaf))
        self.size += 1

    def root(self):
        if not self.stack:
            return hashlib.sha256(b"").digest()
        root = self.stack[-1][1]
        for _, left in reversed(self.stack[:-1]):
            root = hashlib.sha256(b"\x01" + left + root).digest()
        return root


class Recount:
    def __init__(self, expected_key=None, held=(), receipts=()):
        self.expected_key = expected_key
        self.held_notes = held
        self.origins = {receipt["origin"] for receipt in receipts}
        self.awaited = {bytes.fromhex(receipt["leafHash"]) for receipt in receipts}
        self.held = []
        self.key = None
        self.candidates = []
        self.tree = Tree()
        self.ledger = Ledger()
        self.checkpoints = 0
        self.covered = 0
        self.close_root = None
        self.result = None
        self.named = set()
        self.owed = None

    def run(self, file):
        """Takes a file of bytes. Raises Problem at the first thing that is wrong."""
        at = 0
        ended = False
        lines = iter(lambda: file.readline(LONGEST_LINE + 1), b"")
        for at, raw in enumerate(lines, 1):
            try:
                line = self.decode(raw)
                if ended:
                    raise Problem("BUNDLE_MALFORMED", "nothing follows the end")
                gap = self.take(line, at)
                ended = line.startswith("end ")
            except Problem as problem:
                # A line that was cut off is no line yet.
                problem.line = at - 1 if problem.code == "BUNDLE_TRUNCATED" and not raw.endswith(b"\n") else at
                raise
            if gap is not None:
                self.search(gap, lines, at)
        if not ended or self.key is None:
            raise Problem("BUNDLE_TRUNCATED", "the end is missing", at)
        return self

    @staticmethod
    def decode(raw):
        """A line's text without its newline."""
        if not raw.endswith(b"\n"):
            if len(raw) > LONGEST_LINE:
                raise Problem("BUNDLE_MALFORMED", "no line is that long")
            raise Problem("BUNDLE_TRUNCATED", "the last line is cut off")
        try:
            return raw[:-1].decode("utf-8")
        except UnicodeDecodeError:
            raise Problem("BUNDLE_MALFORMED", "bytes that are no UTF-8") from None

    def take(self, line, at):
        """Checks one line. Returns the index of an entry that should have come instead of it, or None."""
        if at == 1:
            if line != TITLE:
                ours = re.fullmatch(r"gongping bundle v[1-9][0-9]{0,3}", line)
                raise Problem("BUNDLE_VERSION_UNKNOWN" if ours else "BUNDLE_MALFORMED", line[:40])
            return None
        word, _, rest = line.partition(" ")
        if self.owed is not None and word != "report":
            raise Problem("REPORT_MISSING", f"entry {self.tree.size - 1} comes without its report")
        if word == "rules":
            return self.entry(0, rest)
        if word == "entry":
            found = re.match(r"([1-9][0-9]{0,15}) ", rest)
            if not found:
                raise Problem("BUNDLE_MALFORMED", "no entry")
            return self.entry(int(found[1]), rest[found.end() :])
        if word == "end":
            if rest != str(at - 1) or self.result is None:
                raise Problem("BUNDLE_TRUNCATED", f"{at - 1} lines came, not {rest}")
        elif word == "key":
            self.key_line(rest, at)
        elif word in ("candidate", "checkpoint", "report", "result"):
            getattr(self, word + "_line")(rest)
        else:
            raise Problem("BUNDLE_MALFORMED", f"no line begins with {line[:40]!r}")
        return None

    def search(self, index, lines, gap_at):
        """Tells an entry that comes later from one that is nowhere."""
        wanted = f"entry {index} " if index else "rules "
        for at, raw in enumerate(lines, gap_at + 1):
            try:
                line = self.decode(raw)
            except Problem as problem:
                if problem.code == "BUNDLE_TRUNCATED":
                    break
                problem.line = at
                raise
            if line.startswith(wanted):
                raise Problem("ENTRY_OUT_OF_ORDER", f"entry {index} comes later", gap_at)
            if line == "end" or line.startswith("end "):
                break
        raise Problem("ENTRY_MISSING", f"entry {index} is nowhere", gap_at)

    def key_line(self, text, at):
        key = read_key(text)
        if key is None or at != 2:
            raise Problem("BUNDLE_MALFORMED", "no verifier key, or not in its place")
        if self.expected_key not in (None, text):
            raise Problem("KEY_MISMATCH", f"the bundle is signed by {text}")
        self.key = key
        if self.origins - {key.name}:
            raise Problem("RECEIPT_OF_ANOTHER_LOG", f"the bundle is of {key.name}")
        self.held = [open_checkpoint(note, key) for note in self.held_notes]

    def candidate_line(self, text):
        candidate = read_candidate(text)
        if candidate is None or self.key is None or self.tree.size:
            raise Problem("BUNDLE_MALFORMED", "no candidate, or not in its place")
        self.candidates.append(candidate)

    def entry(self, index, coded):
        if self.key is None or self.result is not None:
            raise Problem("BUNDLE_MALFORMED", "an entry out of its place")
        if index < self.tree.size:
            raise Problem("ENTRY_ADDED", f"entry {index} comes twice")
        if index > self.tree.size:
            return self.tree.size
        text = coded[10:]
        leaf = hashlib.sha256(b"\x00" + text.encode("utf-8")).digest()
        if coded[:10] != code_of(leaf) + " ":
            raise Problem("ENTRY_ALTERED" if index else "RULES_ALTERED", f"entry {index} has not the code {coded[:9]}")
        entry = read_entry(text)
        if index == 0 and entry["kind"] == "rules":
            self.check_candidates(entry)
        self.ledger.add(entry, self.candidates)
        self.tree.add(leaf)
        self.awaited.discard(leaf)
        # What an inquiry decides names its grounds, which follow the first entry that does.
        report = entry.get("report")
        if report is not None and report not in self.named:
            self.named.add(report)
            self.owed = report
        if entry["kind"] == "close" or entry["kind"] == "callOff" and self.close_root is None:
            self.close_root = self.tree.root()
        if entry["kind"] == "notice" and figures_of(entry) != figures_of(self.ledger.outcome(self.close_root, None)):
            raise Problem("NOTICE_MISMATCH", f"entry {index} is not what the log adds up to")
        for held in self.held:
            if held.size == self.tree.size and held.root != self.tree.root():
                raise Problem("FORKED_LOG", f"the checkpoint of {held.size} entries from elsewhere has another root")
        return None

    def check_candidates(self, entry):
        sheet = "".join(f"{write(each)}\n" for each in self.candidates)
        same = [each["id"] for each in self.candidates] == entry["candidates"]
        committed = {1: None, 2: entry.get("sheet"), 3: entry.get("candidateList")}[entry["v"]]
        if not same or committed not in (None, hashlib.sha256(sheet.encode()).hexdigest()):
            raise Problem("CANDIDATES_ALTERED", "the rules commit to other candidates")
        if not self.key.name.endswith("/" + entry["poll"]):
            raise Problem("POLL_MISMATCH", f"the log {self.key.name} is not of the poll {entry['poll']}")

    def report_line(self, text):
        report = read_string(text)
        if report is None or self.owed is None:
            raise Problem("BUNDLE_MALFORMED", "no report, or not in its place")
        if hashlib.sha256(report).hexdigest() != self.owed:
            raise Problem("REPORT_ALTERED", f"entry {self.tree.size - 1} names another report")
        self.owed = None

    def checkpoint_line(self, text):
        if self.key is None or self.result is not None or not self.tree.size:
            raise Problem("BUNDLE_MALFORMED", "a checkpoint out of its place")
        note = read_string(text)
        if note is None:
            raise Problem("BUNDLE_MALFORMED", "no checkpoint")
        checkpoint = open_checkpoint(note, self.key)
        if checkpoint.size != self.tree.size:
            raise Problem("CHECKPOINT_OUT_OF_PLACE", f"it covers {checkpoint.size} entries, not {self.tree.size}")
        second = self.covered == self.tree.size
        if checkpoint.root != self.tree.root():
            raise Problem("FORKED_LOG" if second else "ROOT_MISMATCH", f"the checkpoint of {checkpoint.size} entries")
        if second:
            raise Problem("CHECKPOINT_TWICE", f"the checkpoint of {checkpoint.size} entries")
        if checkpoint.signatures != 1:
            raise Problem("BUNDLE_MALFORMED", "more than the log's own signature")
        self.check_previous(checkpoint.extensions)
        self.checkpoints += 1
        self.covered = self.tree.size

    def check_previous(self, extensions):
        """Checkpoints of logs with rules of version 3 name the one before them."""
        rules = self.ledger.rules
        expected = [f"previous {self.covered}"] if rules is not None and rules["v"] == 3 else []
        if extensions == expected:
            return
        other = expected and len(extensions) == 1 and re.fullmatch(r"previous (0|[1-9][0-9]{0,15})", extensions[0])
        raise Problem("CHECKPOINT_MISSING" if other else "CHECKPOINT_MALFORMED", "it names another one before it")

    def result_line(self, text):
        if self.covered < self.tree.size:
            raise Problem("ENTRIES_NOT_COVERED", f"{self.tree.size - self.covered} behind the last checkpoint")
        if self.close_root is None:
            raise Problem("NOT_CLOSED", "the log has no close")
        if any(held.size > self.tree.size for held in self.held):
            raise Problem("CHECKPOINT_BEYOND_LOG", "a checkpoint from elsewhere covers more entries")
        if self.awaited:
            raise Problem("RECEIPT_NOT_IN_LOG", f"no entry has the leaf hash {min(self.awaited).hex()}")
        claimed = read_entry(text)
        if claimed["kind"] != "result" or self.result is not None:
            raise Problem("BUNDLE_MALFORMED", "no result")
        self.ledger.check_version(claimed)
        self.ledger.check_countable()
        logged = self.ledger.result
        if self.ledger.is_too_fine():
            raise Problem("SCORE_TOO_FINE")
        counted = self.ledger.outcome(self.close_root, (logged or claimed).get("draw"))
        if write(counted) != text or logged is not None and write(logged) != text:
            raise Problem("RESULT_MISMATCH", f"the log adds up to {write(counted)}")
        self.result = counted
