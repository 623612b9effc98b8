"""The canonical text of entries and candidates.

A shape is a function that takes what JSON gave and returns the same value with its fields in the canonical order,
or raises Misfit. Text is canonical when writing the shaped value gives the text back.
"""

import json
import re

from problem import Problem

LARGEST = 2**53 - 1
LONGEST_ENTRY = 0xFFFF
DEEPEST = 32
TOKEN = re.compile(r'[\[\]{}]|"(?:[^"\\]|\\.)*"?', re.DOTALL)


class Misfit(Exception):
    pass


def need(fits):
    if not fits:
        raise Misfit


def number(most=LARGEST, least=0):
    def shape(value):
        need(type(value) is int and least <= value <= most)
        return value

    return shape


def text(value):
    need(isinstance(value, str) and value != "")
    need(not any("\ud800" <= char <= "\udfff" for char in value))
    need(len(value.encode("utf-16-le")) // 2 <= 500)
    return value


def matching(pattern):
    compiled = re.compile(pattern)

    def shape(value):
        need(isinstance(value, str) and compiled.fullmatch(value))
        return value

    return shape


def one_of(*values):
    def shape(value):
        need(isinstance(value, str) and value in values)
        return value

    return shape


def flag(value):
    need(isinstance(value, bool))
    return value


def listing(each):
    def shape(value):
        need(isinstance(value, list))
        return [each(item) for item in value]

    return shape


def record(_optional=(), **fields):
    def shape(value):
        need(isinstance(value, dict))
        return {
            name: field(value.get(name))
            for name, field in fields.items()
            if not (name in _optional and name not in value)
        }

    return shape


def both(first, check):
    def shape(value):
        value = first(value)
        need(check(value))
        return value

    return shape


def ascending(values):
    return all(a < b for a, b in zip(values, values[1:]))


def distinct(values):
    return len(set(values)) == len(values)


def by_distinct(name):
    return lambda items: distinct([item[name] for item in items])


identifier = matching(r"[!#-\[\]-~]{1,64}")
points = number(1_000_000)
weight = number(1000, 1)
span = {"min": number(), "max": number()}
tag = matching(r"[0-9a-f]{32}")
criteria = both(
    listing(record(id=identifier, weight=weight)),
    lambda items: items and distinct([item["id"] for item in items]),
)


def tie(value):
    need(isinstance(value, dict))
    by = value.get("by")
    if by == "votes":
        return {"by": by}
    if by == "jury":
        return record(by=text, criterion=identifier)(value)
    need(by == "lot")
    return record(by=text, draw=text)(value)


def result_rules(value):
    shaped = record(
        ("jury",),
        seats=number(1_000_000, 1),
        decimals=number(6),
        votes=record(weight=weight, by=one_of("maximum", "ballots", "rank")),
        jury=record(weight=weight, most=weight, criteria=criteria),
        ties=listing(tie),
    )(value)
    known = [each["id"] for each in shaped.get("jury", {}).get("criteria", [])]
    need(all(each["criterion"] in known for each in shaped["ties"] if each["by"] == "jury"))
    return shaped


def count_policy(value):
    need(isinstance(value, dict))
    if value.get("kind") == "daily":
        return record(kind=text, at=text)(value)
    return record(kind=one_of("live", "afterClose"))(value)


def jury_line(value):
    need(isinstance(value, list) and len(value) > 1)
    return [identifier(value[0]), *map(points, value[1:])]


HEAD = dict(v=number(), kind=text, poll=text, start=number(), end=number())
BALLOT_RULES = record(
    ("perCandidate", "groups"),
    period=one_of("once", "daily"),
    ballotsPerPeriod=number(),
    choices=record(**span),
    perCandidate=number(),
    groups=both(listing(record(id=identifier, name=text, **span)), by_distinct("id")),
)
CANDIDATES = both(listing(identifier), distinct)
RULES = dict(**HEAD, rules=BALLOT_RULES, countPolicy=count_policy, candidates=CANDIDATES)
digest = matching(r"[0-9a-f]{64}")


def count_policy_3(value):
    need(isinstance(value, dict))
    kind = value.get("kind")
    if kind == "live":
        return record(("step",), kind=text, step=number(1, 1))(value)
    if kind == "daily":
        return record(kind=text, at=matching(r"([01][0-9]|2[0-3]):[0-5][0-9]"))(value)
    return record(kind=one_of("afterClose"))(value)


def tie_3(value):
    need(isinstance(value, dict))
    by = value.get("by")
    if by == "votes":
        return {"by": by}
    if by == "jury":
        return record(("criterion",), by=text, criterion=identifier)(value)
    need(by == "lot")
    return record(by=text, draw=text, digits=number(20, 1))(value)


def up_to_100(items):
    return 1 <= len(items) <= 10 and by_distinct("id")(items) and sum(item["weight"] for item in items) <= 100


JURY_3 = record(
    weight=number(100, 1),
    most=number(100, 1),
    criteria=both(listing(record(id=identifier, name=text, weight=number(100, 1))), up_to_100),
    drop=record(top=number(3), bottom=number(3)),
    least=number(50, 1),
    names=one_of("named", "numbered"),
)
SEATS = number(1_000_000, 1)


def result_rules_3(value):
    need(isinstance(value, dict) and ("seats" in value) != ("groups" in value))
    shaped = record(
        ("seats", "groups", "votes", "jury", "levels"),
        seats=SEATS,
        groups=both(listing(record(id=identifier, seats=SEATS)), lambda items: items and by_distinct("id")(items)),
        decimals=number(6),
        votes=record(weight=number(100, 1), by=one_of("maximum", "ballots", "rank")),
        jury=JURY_3,
        ties=listing(tie_3),
        levels=both(listing(record(name=text, last=SEATS)), lambda items: ascending([item["last"] for item in items])),
    )(value)
    need("votes" in shaped or "jury" in shaped)
    known = [each["id"] for each in shaped.get("jury", {}).get("criteria", [])]
    for place, each in enumerate(shaped["ties"], 1):
        if each["by"] == "votes":
            need("votes" in shaped)
        elif each["by"] == "jury":
            need("jury" in shaped and ("criterion" not in each or each["criterion"] in known))
        else:
            need(place == len(shaped["ties"]))
    if "levels" in shaped:
        last = max([shaped["seats"]] if "seats" in shaped else [each["seats"] for each in shaped["groups"]])
        need(shaped["levels"] and shaped["levels"][-1]["last"] == last)
    return shaped


FLAGS = ["platform", "unvisited", "machine"]
FAIR_PLAY = record(
    version=number(1, 1),
    flags=both(listing(one_of(*FLAGS)), lambda flags: flags and ascending([FLAGS.index(flag) for flag in flags])),
    minRank=number(4, 1),
    paceSeconds=number(60, 1),
    alpha=number(1000, 1),
    gate=both(listing(number(1_000_000, 1)), lambda both_of: len(both_of) == 2),
)
KEY_NAME = re.compile(r"[^\s+\x00-\x1f\x7f\x85\ufeff]+")
ORIGIN = record(
    origin=both(text, KEY_NAME.fullmatch),
    size=number(least=1),
    root=digest,
    result=digest,
    taken=CANDIDATES,
)
RULES_3 = record(
    ("rules", "countPolicy", "fairPlay", "notice", "from"),
    **HEAD,
    rules=BALLOT_RULES,
    countPolicy=count_policy_3,
    candidates=CANDIDATES,
    candidateList=digest,
    voidReasons=listing(text),
    result=result_rules_3,
    fairPlay=FAIR_PLAY,
    notice=record(days=number(100, 1)),
    **{"from": ORIGIN},
)


def rules_3(value):
    shaped = RULES_3(value)
    has_vote = "votes" in shaped["result"]
    need(("rules" in shaped) == has_vote and ("countPolicy" in shaped) == has_vote)
    need(set(shaped.get("from", {}).get("taken", [])).issubset(shaped["candidates"]))
    return shaped


DAY = 24 * 60 * 60 * 1000
SHANGHAI = 8 * 60 * 60 * 1000
# Within years of four digits, which every language's dates reach.
instant = number(253_000_000_000_000)
end_of_day = both(instant, lambda value: (value + SHANGHAI) % DAY == 0)
COUNTED = dict(candidate=identifier, votes=number(), voided=number())
DECIDED = dict(proposer=text, approver=text)


def figures(optional=(), **parts):
    """What a count adds up to. `parts` are the fields that a ranked candidate has before its score."""
    return dict(
        ballots=number(),
        voided=number(),
        voids=listing(record(reason=text, ballots=number())),
        draw=text,
        ranking=listing(record(optional, **COUNTED, **parts, score=text, rank=number(), won=flag)),
        withdrawn=both(listing(record(**COUNTED)), bool),
    )


FIGURES = figures(("public", "jury"), public=text, jury=text)
MAYBE = ("draw", "withdrawn")
SCORED = dict(
    v=number(),
    kind=text,
    juror=text,
    scores=both(listing(jury_line), lambda lines: ascending([line[0] for line in lines])),
)
RULING = dict(v=number(), kind=text, index=number(), reason=text, clause=text, proposer=text, approver=text)
# What one decision of an inquiry names.
INDEXES = both(listing(number()), lambda indexes: 1 <= len(indexes) <= 1000 and ascending(indexes))
BY_INQUIRY = dict(
    v=number(),
    kind=text,
    inquiry=number(least=1),
    indexes=INDEXES,
    reason=text,
    clause=text,
    report=digest,
    **DECIDED,
)

SHAPES = {
    "rules": {
        1: record(**RULES),
        2: record(**RULES, sheet=digest, voidReasons=listing(text), result=result_rules),
        3: rules_3,
    },
    "ballot": {
        1: record(
            v=number(),
            kind=text,
            tag=tag,
            period=matching(r"once|[0-9]{4}-[0-9]{2}-[0-9]{2}"),
            choices=both(listing(identifier), lambda ids: ids and ascending(ids)),
        )
    },
    "close": {1: record(v=number(), kind=text, ballots=number())},
    "void": {1: record(**RULING), 2: record(**BY_INQUIRY)},
    "restore": {1: record(**RULING), 2: record(**BY_INQUIRY)},
    "withdraw": {1: record(v=number(), kind=text, candidate=identifier, reason=text, proposer=text, approver=text)},
    "sheet": {1: record(v=number(), kind=text, juror=text, n=number(), hash=digest)},
    "jury": {
        1: record(**SCORED),
        2: record(**SCORED, recused=both(listing(identifier), ascending), salt=matching(r"[0-9a-f]{32}")),
    },
    "exclude": {1: record(v=number(), kind=text, juror=text, reason=text, clause=text, **DECIDED)},
    "draw": {1: record(v=number(), kind=text, draw=text, proposer=text, approver=text)},
    "notice": {
        1: record(MAYBE, v=number(), kind=text, n=number(), **{"from": instant}, until=end_of_day, **FIGURES, **DECIDED)
    },
    "result": {
        1: record(MAYBE, v=number(), kind=text, **figures()),
        2: record(MAYBE, v=number(), kind=text, **FIGURES),
    },
    "revoke": {1: record(v=number(), kind=text, candidate=identifier, reason=text, clause=text, **DECIDED)},
    "callOff": {1: record(v=number(), kind=text, reason=text, **DECIDED)},
}
CANDIDATE = record(("group",), id=identifier, number=number(), name=text, group=identifier)


def whole_float(digits):
    """JSON has one kind of number: 5.0 is 5, written wrongly."""
    value = float(digits)
    return int(value) if value.is_integer() and abs(value) <= LARGEST else value


def whole_int(digits):
    """An int of thousands of digits is no number of a log's, and takes long to be read."""
    return int(digits) if len(digits) < 20 else float(digits)


def too_deep(source):
    """Whether brackets stand in each other deeper than in any line of a bundle."""
    if source.count("[") + source.count("{") <= DEEPEST:
        return False
    depth = 0
    for token in TOKEN.findall(source):
        if token in "[{":
            depth += 1
            if depth > DEEPEST:
                return True
        elif token in "]}":
            depth -= 1
    return False


def no_constant(name):
    raise ValueError(name)


def parse(source):
    """Any JSON value; ValueError where there is none."""
    if too_deep(source):
        raise ValueError("too deep")
    return json.loads(source, parse_int=whole_int, parse_float=whole_float, parse_constant=no_constant)


def write(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def read_entry(source):
    """The entry that this text is; Problem when it is none."""
    if len(source.encode("utf-8", "surrogatepass")) > LONGEST_ENTRY:
        raise Problem("ENTRY_TOO_LONG")
    try:
        value = parse(source)
    except ValueError:
        raise Problem("ENTRY_MALFORMED") from None
    if not isinstance(value, dict):
        raise Problem("ENTRY_MALFORMED")
    kind, version = value.get("kind"), value.get("v")
    if not isinstance(kind, str) or kind not in SHAPES:
        raise Problem("ENTRY_KIND_UNKNOWN")
    if type(version) is not int or version not in SHAPES[kind]:
        raise Problem("ENTRY_VERSION_UNKNOWN")
    try:
        entry = SHAPES[kind][version](value)
    except Misfit:
        raise Problem("ENTRY_MALFORMED") from None
    if write(entry) != source:
        raise Problem("ENTRY_NOT_CANONICAL")
    return entry


def read_string(source):
    """The bytes of the text that this JSON string is, or None unless it is written as every recounter writes it."""
    if not source.startswith('"'):
        return None
    try:
        value = json.loads(source)
        return value.encode() if write(value) == source else None
    except ValueError:
        return None


def read_candidate(source):
    """The candidate that this text is, or None."""
    try:
        candidate = CANDIDATE(parse(source))
    except (ValueError, Misfit):
        return None
    return candidate if write(candidate) == source else None
