#!/usr/bin/env python3
"""Recounts polls from their bundles, independently of the project's own recounter."""

import argparse
import datetime
import sys

sys.dont_write_bytecode = True

try:
    import cryptography  # noqa: F401
except ImportError:
    print("Ed25519 needs the package cryptography; on Debian: apt-get install python3-cryptography", file=sys.stderr)
    sys.exit(2)

from bundle import Recount
from entries import write
from ledger import winners_of
from problem import Problem
from receipts import read_receipt


def summary(recount):
    ledger = recount.ledger
    return {
        "ok": True,
        "origin": recount.key.name,
        "entries": recount.tree.size,
        "checkpoints": recount.checkpoints,
        "root": recount.tree.root().hex(),
        "rulings": len(ledger.rulings),
        **({"notices": len(ledger.notices)} if ledger.notices else {}),
        **({"revoked": list(ledger.revocations)} if ledger.revocations else {}),
        **({"calledOff": True} if ledger.call_off else {}),
        "result": recount.result,
    }


def describe(path, recount, is_key_given, receipts):
    names = {each["id"]: f"{each['number']} {each['name']}" for each in recount.candidates}
    key = "the key you gave" if is_key_given else f"the bundle's own key {recount.key.text}; compare it with a published one"
    yield f"{path}: {recount.key.name}"
    yield f"✓ signed by {key}"
    yield f"✓ {recount.tree.size} entries in {recount.checkpoints} checkpoints, none missing, added, altered or out of order"
    yield f"✓ {recount.ledger.cast} ballots keep the rules{', and the close counted the same' if recount.ledger.closed else ''}"
    if recount.held:
        yield f"✓ {len(recount.held)} checkpoints from elsewhere are of the same log"
    if receipts:
        yield f"✓ {len(receipts)} ballots of the receipts given are in the log"
    yield "✓ the result is what the log adds up to"
    for ruling in recount.ledger.rulings:
        if ruling["kind"] == "withdraw":
            yield "  withdrawal of {name}: {reason} ({proposer}, {approver})".format(name=names[ruling["candidate"]], **ruling)
        elif ruling["kind"] == "exclude":
            yield "  exclusion of {juror}: {reason} ({clause}; {proposer}, {approver})".format(**ruling)
        else:
            yield "  {kind} of entry {index}: {reason} ({clause}; {proposer}, {approver})".format(**ruling)
    yield f"{recount.result['ballots']} ballots count, {recount.result['voided']} are void"
    ledger = recount.ledger
    waiting = {each for equal in ledger.tied_for_lot() for each in equal} if ledger.draw is None else set()
    for each in recount.result["ranking"]:
        fate = fate_of(ledger, each, waiting)
        yield f"  {each['rank']:3}. {names[each['candidate']]}: {each['score']} · {each['votes']} votes{fate}"
    for each in recount.result.get("withdrawn", []):
        yield f"    –. {names[each['candidate']]}: withdrawn · {each['votes']} votes"
    yield from describe_lot(recount, names)
    yield from describe_award(ledger, names)


def fate_of(ledger, ranked, waiting):
    """What a place in the ranking means."""
    if ledger.call_off is not None:
        return ""
    if ranked["candidate"] in waiting:
        return " · waits for the lot"
    if not ranked["won"]:
        return ""
    if ranked["candidate"] in ledger.revocations:
        return " · won, and the award was revoked"
    return " · is to win, as far as notice goes" if ledger.owes_notice() and ledger.result is None else " · wins"


def china_time(instant):
    return f"{datetime.datetime(1970, 1, 1, 8) + datetime.timedelta(milliseconds=instant):%Y-%m-%d %H:%M}"


def describe_award(ledger, names):
    if ledger.owes_notice():
        yield f"Notices, {ledger.rules['notice']['days']} working days owed: {'' if ledger.notices else 'none yet'}"
    for each in ledger.notices:
        won = ", ".join(f"{rank}. {names[candidate]}" for candidate, rank in winners_of(each)) or "nobody"
        span = f"{china_time(each['from'])} to {china_time(each['until'])}"
        yield f"  notice {each['n']}, {span}: {won} ({each['proposer']}, {each['approver']})"
    if ledger.notices:
        yield "  whole days were counted; which were worked on, the State Council's calendar says, and no log"
    for each in ledger.revocations.values():
        name = names[each["candidate"]]
        yield "Revoked: {name}: {reason} ({clause}; {proposer}, {approver})".format(name=name, **each)
    if ledger.call_off is not None:
        yield "Called off: {reason} ({proposer}, {approver}); nobody wins".format(**ledger.call_off)


def describe_lot(recount, names):
    ledger = recount.ledger
    lot, tied = ledger.lot(), ledger.tied_for_lot()
    if lot is None or not (ledger.draw or tied):
        return
    if ledger.draw is None:
        yield f"Lot: {lot['draw']}, {lot['digits']} digits; not drawn yet"
    else:
        yield "Lot: {0}, {1} digits; it gave {draw} ({proposer}, {approver})".format(lot["draw"], lot["digits"], **ledger.draw)
    order = [each["candidate"] for each in recount.result["ranking"]]
    for equal in tied:
        yield "  equal before the lot: " + ", ".join(names[each] for each in sorted(equal, key=order.index))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", nargs="+")
    parser.add_argument("--key", help="the log's verifier key as you know it from elsewhere")
    parser.add_argument("--checkpoint", action="append", default=[], help="a signed checkpoint kept from elsewhere")
    parser.add_argument("--receipt", action="append", default=[], help="a receipt whose ballot has to be in the log")
    parser.add_argument("--json", action="store_true", help="one line of JSON for each bundle")
    given = parser.parse_args()
    held = []
    for path in given.checkpoint:
        with open(path, "rb") as file:
            held.append(file.read())
    receipts = []
    for path in given.receipt:
        receipt = read_receipt(path)
        if receipt is None:
            print(f'{path} holds no receipt: the text that the app copies, or JSON with "origin" and "leafHash"', file=sys.stderr)
            return 2
        receipts.append(receipt)
    sound = True
    for path in given.bundle:
        try:
            with open(path, "rb") as file:
                recount = Recount(given.key, held, receipts).run(file)
        except Problem as problem:
            sound = False
            if given.json:
                print(write({"ok": False, "code": problem.code, "line": problem.line}))
            else:
                print(f"{path}\n✗ {problem.code}, line {problem.line}: {problem}")
            continue
        print(write(summary(recount)) if given.json else "\n".join(describe(path, recount, given.key is not None, receipts)))
    return 0 if sound else 1


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    try:
        sys.exit(main())
    except OSError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
