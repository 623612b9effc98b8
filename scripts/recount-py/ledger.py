"""What entries do to the count, and the result they add up to."""

import datetime
import hashlib
from collections import Counter
from fractions import Fraction

from problem import Problem

DAY = 24 * 60 * 60 * 1000
SHANGHAI = 8 * 60 * 60 * 1000
EPOCH = datetime.date(1970, 1, 1)


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
        self.cast = 0
        self.rulings = []
        self.withdrawn = set()
        self.sheets = {}
        self.groups = {}
        self.days = {}

    def add(self, entry, candidates):
        refuse_if(self.result is not None, "AFTER_RESULT")
        kind = entry["kind"]
        if kind == "rules":
            refuse_if(self.rules is not None, "RULES_TWICE")
            self.rules = entry
            self.groups = {each["id"]: each.get("group") for each in candidates}
            self.known = set(entry["candidates"])
        else:
            refuse_if(self.rules is None, "RULES_NOT_FIRST")
            getattr(self, "add_" + kind)(entry)
        self.entries.append(tuple(entry["choices"]) if kind == "ballot" else None)

    def add_ballot(self, entry):
        refuse_if(self.closed, "BALLOT_AFTER_CLOSE")
        choices = entry["choices"]
        refuse_if(not self.known.issuperset(choices), "CANDIDATE_UNKNOWN")
        limits = self.rules["rules"]
        span = limits["choices"]
        refuse_if(not span["min"] <= len(choices) <= span["max"], "CHOICES_OUT_OF_RANGE")
        if self.rules["v"] == 2:
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
        self.check_ruling(entry)
        refuse_if(entry["index"] in self.void, "ALREADY_VOID")
        declared = self.rules["v"] == 1 or entry["reason"] in self.rules["voidReasons"]
        refuse_if(not declared, "REASON_NOT_DECLARED")
        self.void[entry["index"]] = entry["reason"]
        self.rulings.append(entry)

    def add_restore(self, entry):
        self.check_ruling(entry)
        refuse_if(entry["index"] not in self.void, "NOT_VOID")
        del self.void[entry["index"]]
        self.rulings.append(entry)

    def check_ruling(self, entry):
        index = entry["index"]
        refuse_if(index >= len(self.entries) or self.entries[index] is None, "NOT_A_BALLOT")
        refuse_if(entry["proposer"] == entry["approver"], "ONE_PERSON_ALONE")

    def add_withdraw(self, entry):
        refuse_if(entry["candidate"] not in self.known, "CANDIDATE_UNKNOWN")
        refuse_if(entry["candidate"] in self.withdrawn, "ALREADY_WITHDRAWN")
        self.withdrawn.add(entry["candidate"])
        self.rulings.append(entry)

    def add_jury(self, entry):
        jury = self.rules["result"].get("jury") if self.rules["v"] == 2 else None
        refuse_if(jury is None, "JURY_NOT_DECLARED")
        refuse_if(entry["juror"] in self.sheets, "JUROR_TWICE")
        for candidate, *points in entry["scores"]:
            refuse_if(candidate not in self.known, "CANDIDATE_UNKNOWN")
            fits = len(points) == len(jury["criteria"]) and max(points) <= jury["most"]
            refuse_if(not fits, "POINTS_OUT_OF_RANGE")
        self.sheets[entry["juror"]] = {candidate: points for candidate, *points in entry["scores"]}

    def add_result(self, entry):
        refuse_if(not self.closed, "RESULT_BEFORE_CLOSE")
        self.result = entry

    def outcome(self, close_root, draw):
        """The result entry, computed anew from every ballot."""
        votes, voided = Counter(), Counter()
        for index, choices in enumerate(self.entries):
            if choices is not None:
                (voided if index in self.void else votes).update(choices)
        rules = self.rules.get("result")
        gone = [each for each in self.rules["candidates"] if each in self.withdrawn]
        order = {}
        for place, candidate in enumerate(self.left()):
            score = self.score(rules, candidate, votes)
            breakers = [self.breaker(tie, candidate, votes, close_root, draw) for tie in (rules or {}).get("ties", [])]
            order[candidate] = ((-score, *breakers), place, score)
        ranked = sorted(order, key=lambda candidate: order[candidate][:2])
        ranking = []
        for candidate in ranked:
            rank = 1 + sum(order[other][0] < order[candidate][0] for other in order)
            ranking.append(
                {
                    **self.counted(candidate, votes, voided),
                    "score": decimal(order[candidate][2] * 100, rules["decimals"]) if rules else str(votes[candidate]),
                    "rank": rank,
                    "won": rules is not None and rank <= rules["seats"],
                }
            )
        reasons = Counter(self.void.values())
        return {
            "v": 1,
            "kind": "result",
            "ballots": self.cast - len(self.void),
            "voided": len(self.void),
            "voids": [{"reason": reason, "ballots": reasons[reason]} for reason in sorted(reasons, key=str.encode)],
            **({} if draw is None else {"draw": draw}),
            "ranking": ranking,
            **({"withdrawn": [self.counted(each, votes, voided) for each in gone]} if gone else {}),
        }

    def left(self):
        return [each for each in self.rules["candidates"] if each not in self.withdrawn]

    @staticmethod
    def counted(candidate, votes, voided):
        return {"candidate": candidate, "votes": votes[candidate], "voided": voided[candidate]}

    def score(self, rules, candidate, votes):
        own = votes[candidate]
        if rules is None:
            return Fraction(own)
        by = rules["votes"]["by"]
        if by == "rank":
            ids = self.left()
            public = Fraction(sum(votes[other] <= own for other in ids), len(ids))
        else:
            whole = max(map(votes.__getitem__, self.left()), default=0) if by == "maximum" else self.cast - len(self.void)
            public = Fraction(own, whole) if whole else Fraction(0)
        jury = rules.get("jury")
        if jury is None:
            return public
        weights = [each["weight"] for each in jury["criteria"]]
        sheets = [sheet[candidate] for sheet in self.sheets.values() if candidate in sheet]
        parts = [
            Fraction(sum(w * p for w, p in zip(weights, points)), sum(weights) * jury["most"]) for points in sheets
        ]
        expert = sum(parts, Fraction(0)) / len(parts) if parts else Fraction(0)
        share = rules["votes"]["weight"], jury["weight"]
        return (public * share[0] + expert * share[1]) / sum(share)

    def breaker(self, tie, candidate, votes, close_root, draw):
        """Less is better."""
        if tie["by"] == "votes":
            return -votes[candidate]
        if tie["by"] == "jury":
            names = [each["id"] for each in self.rules["result"]["jury"]["criteria"]]
            column = names.index(tie["criterion"])
            given = [sheet[candidate][column] for sheet in self.sheets.values() if candidate in sheet]
            return -Fraction(sum(given), len(given)) if given else Fraction(0)
        if draw is None:
            return ""
        seed = hashlib.sha256(close_root + draw.encode()).digest()
        return hashlib.sha256(seed + candidate.encode()).hexdigest()


def decimal(value, places):
    """Rounded half up, once."""
    units = (value * 10**places * 2 + 1) // 2
    whole, part = divmod(units, 10**places)
    return f"{whole}.{part:0{places}d}" if places else str(whole)
