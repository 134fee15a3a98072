#!/usr/bin/env python3
"""Checks a sealed session without the program that made it: python3 verify_session.py FOLDER [SEAL ON PAPER]

Written from the README ("Check it without us"), with Python's standard library only. Exit code 0: every line chains,
the seal holds, every star follows from the sheets. Else one line says what does not hold, and the exit code is 1."""
import hashlib, pathlib, re, sys

def digest(data): return hashlib.sha256(data).hexdigest()

def check(holds, otherwise): holds or sys.exit(f"DOES NOT HOLD: {otherwise}")

def ron(text):
    """(a: 1) becomes a dict, (1, 2) and [1, 2] a list, Name(x) becomes {"Name": x}, Some(x) becomes x, 'c' and "c" c."""
    tokens = re.findall(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)\'|\w+|[^\s\w]', text)[::-1]
    def inside(end):
        fields, items = {}, []
        while tokens[-1] != end:
            if tokens[-2] == ":":
                name, _ = tokens.pop(), tokens.pop()
                fields[name] = value()
            else:
                items.append(value())
            if tokens[-1] == ",":
                tokens.pop()
        tokens.pop()
        return fields or items
    def value():
        token = tokens.pop()
        if token in "([":
            return inside(")" if token == "(" else "]")
        if token[0] in "\"'":
            return token[1:-1]
        if tokens and tokens[-1] == "(":
            tokens.pop()
            held = inside(")")
            return held[0] if token == "Some" else {token: held}
        return int(token) if token.isdigit() else {"None": None, "true": True, "false": False}.get(token, token)
    return value()

folder, on_paper = pathlib.Path(sys.argv[1]), sys.argv[2:]
charter, result = [(folder / name).read_bytes() for name in ("charter.ron", "session.ron")]
session, seal = digest(charter), digest(result)
check(on_paper in ([], [seal]), f"session.ron: its seal is {seal}")

# 1. Every line chains from the line before it (on a branch: from an earlier one), the first from the session.
lines = {}  # hash -> (hash before, log, author, place in the log, record)
for path in sorted((folder / "logs").glob("[!.]*")):
    seen = [session]
    for number, line in enumerate(path.read_bytes().split(b"\n")[:-1], 1):
        own, record = line[:64].decode(errors="replace"), line[65:]
        before = next((hash for hash in reversed(seen) if digest(hash.encode() + record) == own), None)
        check(line[64:65] == b" " and before and (before == session) == (number == 1), f"{path.name}, line {number}")
        record, begin = record.decode(), ron(record.decode()) if number == 1 else {}
        log, author, place = (begin["log"], begin["author"], 0) if begin else (*lines[before][1:3], lines[before][3] + 1)
        lines[own] = before, log, author, place, record
        seen.append(own)

# 2. The seal is a line of the desk that names session.ron, right after a sealed end or first in a log of its own.
def is_seal(author, record): return author == "Desk" and ron(record)["act"]["Desk"][1] == {"Seal": {"file": seal}}
seals = [(before, log, place) for before, log, author, place, record in lines.values()
         if "Seal(file:" in record and is_seal(author, record)]
check(seals, "session.ron: no line of the desk seals it")
charter, result = ron(charter.decode()), ron(result.decode())
ends = {end["head"]: end["log"] for end in result["logs"]}
check(any(before in ends or place == 1 and log not in ends.values() for before, log, place in seals), "the seal's place")

# 3. What is sealed: every line from the sealed ends down. An act of the desk named in a later one's `over` is replaced.
sealed, replaced = {}, set()  # entry -> (author, its act)
for end in result["logs"]:
    at = end["head"]
    check(at in lines and (lines[at][1], lines[at][3]) == (end["log"], end["entries"]), f"the end of {end['log']}")
    while at[:32] not in sealed and lines[at][3] > 0:
        entry, (at, _, author, _, record) = at[:32], lines[at]
        record = ron(record)
        sealed[entry] = author, record["act"]["Desk" if author == "Desk" else "Seat"][-1]
        replaced.update(record["over"] if author == "Desk" else [])

def act(entry, *kinds, author="Desk"):
    by, found = sealed.get(entry, (None, {}))
    check(by == author and any(kind in found for kind in kinds), f"{entry} is no {' or '.join(kinds)} of {author}")
    return next(iter(found.values()))

# 4. Every star: lock -> reveal -> sheets -> points -> mean and minima -> star.
def points(sheet, criteria):
    got = {}
    for criterion in criteria:
        value, needs = sheet[criterion["code"]]["value"] if criterion["code"] in sheet else None, criterion["needs"]
        level = criterion["levels"][ord(value["Level"][0]) - ord("a")] if isinstance(value, dict) else {"points": 0}
        got[criterion["code"]] = 0 if needs and got[needs] == 0 else level["points"]
    return got

def criteria_of(groups):
    return [one for group in groups for one in group["criteria"] + criteria_of(group["groups"])]

def is_met(minimum, star, code, sheets, rulings):
    said = [made["met"] for made in rulings if made["minimum"] == {"criterion": code, "star": star}] or [
        made["met"] for made in rulings if made["minimum"]["criterion"] == code
        and (made["minimum"]["star"] > star) == made["met"]]
    if len(set(said)) == 1:
        return said[0]
    column = [sheet[code] for sheet in sheets]
    met = sum(each >= minimum for each in column)
    return {"Majority": 2 * met > len(column), "Every": met == len(column),
            "Mean": sum(column) >= minimum * len(column)}[charter["rules"]["minima"]]

sets, set_of = {each["no"]: each for each in charter["sets"]}, {None: {p["id"]: p["set"] for p in charter["products"]}}
for entry, (_, made) in sealed.items():  # products that were added, and sets that were changed, later
    for kind, made in made.items():
        if kind in ("AddProduct", "ChangeSet"):
            added = made["product"] if kind == "AddProduct" else {"id": made["product"], "set": made["no"]}
            set_of[entry] = {added["id"]: added["set"]}
            sets.update({made["set"]["no"]: made["set"]} if made["set"] else {})
check({p for known in set_of.values() for p in known} == {one["product"] for one in result["results"]}, "the products")
for one in result["results"]:
    product, decided = one["product"], act(one["entry"], "Lock", "Close")
    check(decided["product"] == product and one["entry"] not in replaced, f"{product}: {one['entry']} does not decide it")
    found = star = None
    if "how" not in decided:
        reveal, rulings = act(decided["reveal"], "Reveal"), [act(ruling, "Rule") for ruling in decided["rulings"]]
        parts = sets[set_of[reveal["basis"]][product]]["parts"]
        criteria = criteria_of([group for part in parts for group in part["groups"]])
        named = [(seat, act(entry, "Submit", author={"Seat": [seat]})) for seat, entry in reveal["sheets"]]
        check(all(made["product"] == product for made in [reveal, *rulings] + [made for _, made in named]), f"{product}: what it rests on")
        sheets = [points(dict(made["sheet"]), criteria) for _, made in named]
        totals = [sum(sheet.values()) for sheet in sheets]
        bands = charter["rubric"]["bands"]
        by_points = 1 + sum(sum(totals) >= bands[band] * len(totals) for band in ("two", "three", "four", "five"))
        missed = {level["minimum_for"] for criterion in criteria for level in criterion["levels"] if level["minimum_for"]
                  and not is_met(level["points"], level["minimum_for"], criterion["code"], sheets, rulings)}
        by_minima = next((star for star in (5, 4, 3) if not any(other <= star for other in missed)), None)
        star = by_points if by_points < 3 else by_minima and min(by_points, by_minima)
        found = {"sum": sum(totals), "of": len(totals)}
        stated = [total for _, total, _ in one["sheets"]]
        check(stated == totals, f"{product}: the sheets add up to {totals}, not {stated}")
        check(one["mean"] and found == {key: one["mean"][key] for key in found}, f"{product}: the mean")
    check(one["star"] == star, f"{product}: the star is {star}, not {one['star']}")
    print(product, f"{found['sum']}/{found['of']}" if found else "closed", f"{star}*" if star else "-")
print(f"HOLDS: {len(sealed)} entries, {len(result['results'])} products, seal {seal}")
