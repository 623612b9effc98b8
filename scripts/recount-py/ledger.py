"""What entries do to the count, and the result they add up to."""

import datetime
import hashlib
import re
from collections import Counter
from fractions import Fraction

from entries import write
from problem import Problem

DAY = 24 * 60 * 60 * 1000
SHANGHAI = 8 * 60 * 60 * 1000
EPOCH = datetime.date(1970, 1, 1)
# Whole days that a notice is up again at least where a ballot or a candidate was taken out since the last one.
DAYS_AFTER_RULING = 3
FIGURES = ("ballots", "voided", "voids", "draw", "ranking", "withdrawn")


def figures_of(entry):
    """What a notice or a result says was counted."""
    return {name: entry[name] for name in FIGURES if name in entry}


def winners_of(entry):
    return [(each["candidate"], each["rank"]) for each in entry["ranking"] if each["won"]]


def whole_days_behind(start, end):
    """How many whole days lie between the end of the day of `start`, in China, and `end`."""
    return (end + SHANGHAI) // DAY - (start + SHANGHAI) // DAY - 1


def refuse_if(condition, code):
    if condition:
        raise Problem(code)


class Ledger:
    """The count so far. Ballots stay in a list by their index, so that a void finds them."""

    def __init__(self):
        self.rules = None
        self.closed = False
        self.result = None
        self.entries = []
        self.tags = set()
        self.void = {}
        # The inquiry that voided each void ballot last; None where none did.
        self.inquiry_of = {}
        self.cast = 0
        self.rulings = []
        self.withdrawn = set()
        self.sheets = {}
        # By juror: how many versions of a sheet were handed in, and the hash of the last.
        self.handed_in = {}
        self.excluded = set()
        self.groups = {}
        self.days = {}
        self.draw = None
        self.notices = []
        self.ruled_since_notice = False
        self.revocations = {}
        self.call_off = None

    def add(self, entry, candidates):
        kind = entry["kind"]
        refuse_if(self.call_off is not None, "AFTER_CALL_OFF")
        refuse_if(self.result is not None and kind != "revoke", "AFTER_RESULT")
        if kind == "rules":
            refuse_if(self.rules is not None, "RULES_TWICE")
            self.rules = entry
            self.groups = {each["id"]: each.get("group") for each in candidates}
            self.known = set(entry["candidates"])
            seated = [each["id"] for each in entry["result"].get("groups", [])] if entry["v"] == 3 else []
            in_groups = all(self.groups.get(each) in seated for each in entry["candidates"])
            refuse_if(bool(seated) and not in_groups, "GROUP_WITHOUT_SEATS")
        else:
            refuse_if(self.rules is None, "RULES_NOT_FIRST")
            getattr(self, {"callOff": "add_call_off"}.get(kind, "add_" + kind))(entry)
        self.entries.append(tuple(entry["choices"]) if kind == "ballot" else None)

    def add_ballot(self, entry):
        refuse_if(self.closed, "BALLOT_AFTER_CLOSE")
        refuse_if("rules" not in self.rules, "BALLOT_WITHOUT_VOTE")
        choices = entry["choices"]
        refuse_if(not self.known.issuperset(choices), "CANDIDATE_UNKNOWN")
        limits = self.rules["rules"]
        span = limits["choices"]
        refuse_if(not span["min"] <= len(choices) <= span["max"], "CHOICES_OUT_OF_RANGE")
        if self.rules["v"] > 1:
            for group in limits.get("groups", []):
                chosen = sum(self.groups.get(choice) == group["id"] for choice in choices)
                refuse_if(not group["min"] <= chosen <= group["max"], "GROUP_OUT_OF_RANGE")
        refuse_if(not self.is_period(entry["period"]), "PERIOD_UNKNOWN")
        tag = bytes.fromhex(entry["tag"])
        refuse_if(tag in self.tags, "TAG_TWICE")
        self.tags.add(tag)
        self.cast += 1

    def is_period(self, period):
        if period not in self.days:
            self.days[period] = self.touches_vote(period)
        return self.days[period]

    def touches_vote(self, period):
        daily = self.rules["rules"]["period"] == "daily"
        if period == "once" or not daily:
            return period == "once" and not daily
        try:
            day = datetime.date.fromisoformat(period)
        except ValueError:
            return False
        begin = (day - EPOCH).days * DAY - SHANGHAI
        return begin < self.rules["end"] and begin + DAY > self.rules["start"]

    def add_close(self, entry):
        refuse_if(self.closed, "CLOSED_TWICE")
        refuse_if(entry["ballots"] != self.cast, "CLOSE_COUNT_WRONG")
        self.closed = True

    def add_void(self, entry):
        indexes = self.check_ruling(entry)
        refuse_if(any(index in self.void for index in indexes), "ALREADY_VOID")
        declared = self.rules["v"] == 1 or entry["reason"] in self.rules["voidReasons"]
        refuse_if(not declared, "REASON_NOT_DECLARED")
        for index in indexes:
            self.void[index] = entry["reason"]
            self.inquiry_of[index] = entry.get("inquiry")
        self.ruled_since_notice = True
        self.rulings.append(entry)

    def add_restore(self, entry):
        indexes = self.check_ruling(entry)
        for index in indexes:
            refuse_if(index not in self.void, "NOT_VOID")
            refuse_if(self.inquiry_of[index] != entry.get("inquiry"), "OTHER_INQUIRY")
        for index in indexes:
            del self.void[index]
        self.rulings.append(entry)

    def check_ruling(self, entry):
        by_inquiry = "fairPlay" in self.rules
        refuse_if((entry["v"] == 2) != by_inquiry, "RULING_VERSION")
        refuse_if(by_inquiry and not self.closed, "RULING_WHILE_OPEN")
        indexes = entry["indexes"] if by_inquiry else [entry["index"]]
        no_ballot = (index >= len(self.entries) or self.entries[index] is None for index in indexes)
        refuse_if(any(no_ballot), "NOT_A_BALLOT")
        refuse_if(entry["proposer"] == entry["approver"], "ONE_PERSON_ALONE")
        return indexes

    def add_withdraw(self, entry):
        refuse_if(entry["candidate"] not in self.known, "CANDIDATE_UNKNOWN")
        refuse_if(entry["candidate"] in self.withdrawn, "ALREADY_WITHDRAWN")
        self.withdrawn.add(entry["candidate"])
        self.ruled_since_notice = True
        self.rulings.append(entry)

    def jury_rules(self, sealed):
        """The rules for a jury. `sealed`: whether the entry is one of sheets that are handed in before they are public."""
        jury = self.rules["result"].get("jury") if self.rules["v"] > 1 else None
        refuse_if(jury is None, "JURY_NOT_DECLARED")
        refuse_if((self.rules["v"] == 3) != sealed, "SHEET_VERSION")
        return jury

    def add_sheet(self, entry):
        self.jury_rules(True)
        refuse_if(bool(self.sheets), "SHEET_AFTER_LOCK")
        count, _ = self.handed_in.get(entry["juror"], (0, None))
        refuse_if(entry["n"] != count + 1, "SHEET_NUMBER")
        self.handed_in[entry["juror"]] = (entry["n"], entry["hash"])

    def add_jury(self, entry):
        sealed = entry["v"] == 2
        jury = self.jury_rules(sealed)
        juror = entry["juror"]
        if sealed:
            refuse_if(not self.closed, "JURY_WHILE_OPEN")
            refuse_if(juror not in self.handed_in, "JURY_WITHOUT_SHEET")
        refuse_if(juror in self.sheets, "JUROR_TWICE")
        if sealed:
            # Each stands behind the one before it, so the last is the greatest.
            refuse_if(any(juror.encode() < other.encode() for other in list(self.sheets)[-1:]), "JURY_OUT_OF_ORDER")
            leaf = hashlib.sha256(b"\0" + write(entry).encode()).hexdigest()
            refuse_if(leaf != self.handed_in[juror][1], "SHEET_MISMATCH")
        sheet = {candidate: points for candidate, *points in entry["scores"]}
        refuse_if(not self.known.issuperset(sheet), "CANDIDATE_UNKNOWN")
        for points in sheet.values():
            fits = len(points) == len(jury["criteria"]) and max(points) <= jury["most"]
            refuse_if(not fits, "POINTS_OUT_OF_RANGE")
        if sealed:
            recused = set(entry["recused"])
            refuse_if(not self.known.issuperset(recused), "CANDIDATE_UNKNOWN")
            missing = self.known - sheet.keys() - recused - self.withdrawn
            refuse_if(bool(missing or recused & sheet.keys()), "SHEET_INCOMPLETE")
        self.sheets[juror] = sheet

    def add_exclude(self, entry):
        self.jury_rules(True)
        refuse_if(entry["juror"] in self.excluded, "ALREADY_EXCLUDED")
        refuse_if(entry["proposer"] == entry["approver"], "ONE_PERSON_ALONE")
        self.excluded.add(entry["juror"])
        self.ruled_since_notice = True
        self.rulings.append(entry)

    def counted_sheets(self):
        return {juror: sheet for juror, sheet in self.sheets.items() if juror not in self.excluded}

    def awaits_sheets(self):
        """Whether a sheet that was handed in and counts is not public yet, or none counts at all."""
        hidden = self.handed_in.keys() - self.sheets.keys() - self.excluded
        return bool(hidden) or not self.counted_sheets()

    def lot(self):
        """The lot that rules of version 3 declare, or None."""
        ties = self.rules["result"]["ties"] if self.rules["v"] == 3 else []
        return next((tie for tie in ties if tie["by"] == "lot"), None)

    def add_draw(self, entry):
        lot = self.lot()
        refuse_if(lot is None, "DRAW_NOT_DECLARED")
        refuse_if(not self.closed, "DRAW_WHILE_OPEN")
        refuse_if(self.draw is not None, "DRAW_TWICE")
        refuse_if(not re.fullmatch("[0-9]{%d}" % lot["digits"], entry["draw"]), "DRAW_MALFORMED")
        refuse_if(entry["proposer"] == entry["approver"], "ONE_PERSON_ALONE")
        self.draw = entry

    def owes_notice(self):
        return self.rules["v"] == 3 and "notice" in self.rules

    def check_countable(self):
        """Whether all is there that the rules want counted."""
        if self.rules["v"] == 3 and "jury" in self.rules["result"]:
            # What was called off is counted as far as it went: nobody wins it.
            refuse_if(self.awaits_sheets() and self.call_off is None, "SHEETS_NOT_REVEALED")
            refuse_if(self.is_too_fine(), "SCORE_TOO_FINE")

    def check_version(self, entry):
        """Whether a result has the version that these rules ask for."""
        refuse_if(entry["v"] != (2 if self.owes_notice() else 1), "RESULT_VERSION")

    def check_drawn(self):
        refuse_if(self.draw is None and self.tied_for_lot(), "DRAW_MISSING")

    def add_notice(self, entry):
        refuse_if(not self.owes_notice(), "NOTICE_NOT_DECLARED")
        refuse_if(not self.closed, "NOTICE_WHILE_OPEN")
        self.check_countable()
        self.check_drawn()
        refuse_if(entry["proposer"] == entry["approver"], "ONE_PERSON_ALONE")
        last = self.notices[-1] if self.notices else {"n": 0, "from": 0, "until": 0}
        refuse_if(entry["n"] != last["n"] + 1 or entry["from"] < last["from"], "NOTICE_OUT_OF_ORDER")
        # Working days are the organiser's to count, by a calendar that nobody has for all years: fewer whole days they cannot be.
        least = self.rules["notice"]["days"]
        if self.notices and winners_of(last) == winners_of(entry):
            least = min(least, DAYS_AFTER_RULING) if self.ruled_since_notice else 0
        too_short = entry["until"] < last["until"] or whole_days_behind(entry["from"], entry["until"]) < least
        refuse_if(too_short, "NOTICE_MISSING")
        self.notices.append(entry)
        self.ruled_since_notice = False

    def add_result(self, entry):
        refuse_if(not self.closed, "RESULT_BEFORE_CLOSE")
        self.check_version(entry)
        self.check_countable()
        self.check_drawn()
        if self.owes_notice():
            refuse_if(not self.notices, "NOTICE_MISSING")
            refuse_if(figures_of(self.notices[-1]) != figures_of(entry), "RESULT_NOT_AS_NOTICED")
        self.result = entry

    def add_revoke(self, entry):
        refuse_if(not self.owes_notice(), "NOTICE_NOT_DECLARED")
        refuse_if(self.result is None, "REVOKE_BEFORE_RESULT")
        won = [candidate for candidate, _ in winners_of(self.result)]
        refuse_if(entry["candidate"] not in won, "NOT_A_WINNER")
        refuse_if(entry["candidate"] in self.revocations, "ALREADY_REVOKED")
        refuse_if(entry["proposer"] == entry["approver"], "ONE_PERSON_ALONE")
        self.revocations[entry["candidate"]] = entry

    def add_call_off(self, entry):
        refuse_if(self.rules["v"] != 3, "CALL_OFF_NOT_DECLARED")
        refuse_if(entry["proposer"] == entry["approver"], "ONE_PERSON_ALONE")
        self.call_off = entry

    def is_too_fine(self):
        """Whether some recounters' numbers could not tell the scores: a bound on what the numbers are made of."""
        rules = self.rules.get("result", {})
        if "jury" not in rules:
            return False
        jury, whole = rules["jury"], 1
        if "votes" in rules:
            votes, _ = self.votes()
            sections = [ids for _, ids in self.sections()]
            wholes = {
                "maximum": lambda ids: max(map(votes.__getitem__, ids), default=0),
                "ballots": lambda ids: self.cast - len(self.void),
                "rank": len,
            }
            whole = max([1, *map(wholes[rules["votes"]["by"]], sections)])
        weights = sum(each["weight"] for each in jury["criteria"])
        shares = rules.get("votes", {"weight": 0})["weight"] + jury["weight"]
        return whole * max(1, len(self.counted_sheets())) * weights * jury["most"] * shares * 10 >= 2**53

    def votes(self):
        """Votes that count, and those of void ballots."""
        votes, voided = Counter(), Counter()
        for index, choices in enumerate(self.entries):
            if choices is not None:
                (voided if index in self.void else votes).update(choices)
        return votes, voided

    def sections(self):
        """Whoever is ranked together, and how many of them win."""
        left = [each for each in self.rules["candidates"] if each not in self.withdrawn]
        rules = self.rules.get("result")
        if rules is None:
            return [(0, left)]
        if "groups" not in rules:
            return [(rules["seats"], left)]
        return [
            (group["seats"], [each for each in left if self.groups[each] == group["id"]]) for group in rules["groups"]
        ]

    def ranked(self, ids, votes, lot):
        """Triples of rank, candidate and score, the best first. `lot` is None, or tells by which text a candidate stands."""
        rules = self.rules.get("result")
        order = []
        for candidate in ids:
            score = self.score(rules, candidate, votes, ids)
            breakers = [self.breaker(tie, candidate, votes, lot) for tie in (rules or {}).get("ties", [])]
            order.append(((-score, *breakers), candidate, score))
        # Equal ones stay in the rules' order.
        order.sort(key=lambda each: each[0])
        ranked = []
        for place, (key, candidate, score) in enumerate(order):
            shares = place > 0 and order[place - 1][0] == key
            ranked.append((ranked[-1][0] if shares else place + 1, candidate, score))
        return ranked

    def tied_for_lot(self):
        """Lists of candidates between whom the lot decides who wins, or with which rank."""
        # Who is equal where a jury judges, only its sheets show.
        if self.lot() is None or ("jury" in self.rules["result"] and self.awaits_sheets()):
            return []
        votes, _ = self.votes()
        tied = []
        for seats, ids in self.sections():
            by_rank = {}
            for rank, candidate, _ in self.ranked(ids, votes, None):
                if rank <= seats:
                    by_rank.setdefault(rank, []).append(candidate)
            tied += [each for each in by_rank.values() if len(each) > 1]
        return tied

    def outcome(self, close_root, draw):
        """The result entry, computed anew from every ballot. `draw` is what a result of older rules says was drawn."""
        if self.rules["v"] == 3:
            draw = self.draw["draw"] if self.draw else None
        lot = None
        if draw is not None:
            seed = hashlib.sha256(close_root + draw.encode()).digest()
            lot = lambda candidate: hashlib.sha256(seed + candidate.encode()).hexdigest()  # noqa: E731
        votes, voided = self.votes()
        rules = self.rules.get("result")
        ranking = []
        parts = {}
        if self.owes_notice() and "votes" in rules:
            parts["public"] = lambda candidate, ids: self.public_part(rules, candidate, votes, ids)
        if self.owes_notice() and "jury" in rules:
            parts["jury"] = lambda candidate, ids: self.jury_part(rules["jury"], self.kept(rules["jury"], candidate))
        for seats, ids in self.sections():
            for rank, candidate, score in self.ranked(ids, votes, lot):
                ranking.append(
                    {
                        **self.counted(candidate, votes, voided),
                        **{name: decimal(part(candidate, ids) * 100, rules["decimals"]) for name, part in parts.items()},
                        "score": decimal(score * 100, rules["decimals"]) if rules else str(votes[candidate]),
                        "rank": rank,
                        "won": rank <= seats,
                    }
                )
        gone = [each for each in self.rules["candidates"] if each in self.withdrawn]
        reasons = Counter(self.void.values())
        return {
            "v": 2 if self.owes_notice() else 1,
            "kind": "result",
            "ballots": self.cast - len(self.void),
            "voided": len(self.void),
            "voids": [{"reason": reason, "ballots": reasons[reason]} for reason in sorted(reasons, key=str.encode)],
            **({} if draw is None else {"draw": draw}),
            "ranking": ranking,
            **({"withdrawn": [self.counted(each, votes, voided) for each in gone]} if gone else {}),
        }

    @staticmethod
    def counted(candidate, votes, voided):
        return {"candidate": candidate, "votes": votes[candidate], "voided": voided[candidate]}

    def score(self, rules, candidate, votes, ids):
        if rules is None:
            return Fraction(votes[candidate])
        jury = rules.get("jury")
        if jury is None:
            return self.public_part(rules, candidate, votes, ids)
        expert = self.jury_part(jury, self.kept(jury, candidate))
        if "votes" not in rules:
            return expert
        public = self.public_part(rules, candidate, votes, ids)
        share = rules["votes"]["weight"], jury["weight"]
        return (public * share[0] + expert * share[1]) / sum(share)

    def kept(self, jury, candidate):
        """The points that count of those that jurors gave a candidate: whole sheets go, the lowest and the highest by their totals."""
        weights = [each["weight"] for each in jury["criteria"]]
        given = [
            (sum(w * p for w, p in zip(weights, sheet[candidate])), juror.encode(), sheet[candidate])
            for juror, sheet in self.counted_sheets().items()
            if candidate in sheet
        ]
        drop = jury.get("drop", {"top": 0, "bottom": 0})
        left = len(given) - drop["top"] - drop["bottom"]
        if left >= jury.get("least", 0):
            given = sorted(given)[drop["bottom"] : len(given) - drop["top"]]
        return [points for _, _, points in given]

    @staticmethod
    def jury_part(jury, kept):
        """What a candidate has of 1 by the jury alone."""
        weights = [each["weight"] for each in jury["criteria"]]
        total = sum(w * p for points in kept for w, p in zip(weights, points))
        return Fraction(total, len(kept) * sum(weights) * jury["most"]) if kept else Fraction(0)

    def public_part(self, rules, candidate, votes, ids):
        """What a candidate has of 1 by votes alone."""
        own, by = votes[candidate], rules["votes"]["by"]
        if by == "rank":
            return Fraction(sum(votes[other] <= own for other in ids), len(ids))
        whole = max(map(votes.__getitem__, ids), default=0) if by == "maximum" else self.cast - len(self.void)
        return Fraction(own, whole) if whole else Fraction(0)

    def breaker(self, tie, candidate, votes, lot):
        """Less is better."""
        if tie["by"] == "votes":
            return -votes[candidate]
        if tie["by"] == "jury":
            jury = self.rules["result"]["jury"]
            kept = self.kept(jury, candidate)
            if "criterion" not in tie:
                return -self.jury_part(jury, kept)
            column = [each["id"] for each in jury["criteria"]].index(tie["criterion"])
            return -Fraction(sum(points[column] for points in kept), len(kept)) if kept else Fraction(0)
        return "" if lot is None else lot(candidate)


def decimal(value, places):
    """Rounded half up, once."""
    units = (value * 10**places * 2 + 1) // 2
    whole, part = divmod(units, 10**places)
    return f"{whole}.{part:0{places}d}" if places else str(whole)
