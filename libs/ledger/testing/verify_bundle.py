#!/usr/bin/env python3
"""A second verifier of proofdesk.proof/1, written from docs/ledger-format.md, not from the first one.

Needs Python 3.9+ and the openssl command line, nothing else. One process checks a whole batch:

    verify_bundle.py POLICY < bundles.jsonl > findings.jsonl

Each line in:  {"id": ..., "bundle": "<base64 of the file>"}
Each line out: {"id": ..., "ok": true|false, "step": <number of the step that failed, 0 if none>, "message": "..."}
"""
import base64
import datetime
import hashlib
import hmac
import json
import re
import subprocess
import sys
import tempfile
import unicodedata

import decision_rules

MAX_BUNDLE = 16 * 1024 * 1024
MAX_NOTE = 65536
MAX_ENTRY = 16384
MAX_DEPTH = 16
MAX_SAFE = 2**53 - 1
MAX_SEQ = 2**31 - 1
ORIGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,127}")
HEX = re.compile(r"[0-9a-f]{64}")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
TOKEN = re.compile(r"[A-Za-z0-9._:+/=-]{1,128}")
NAME = re.compile(r"[a-z][a-zA-Z0-9]{0,39}")
ROLE = re.compile(r"[a-z][a-z_]{0,31}")
TIME = re.compile(r"([1-9]\d{3}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z", re.ASCII)
ZEROS = "0" * 64
TYPES = set(
    """article.ingested article.extracted article.extraction_failed article.extraction_retried assertion.queued
    assertion.relabelled assertion.dismissed assertion.requeued assertion.merged assertion.unmerged task.leased
    task.released task.lease_expired task.taken_over task.blocked task.unblocked evidence.attached evidence.withdrawn
    verdict.proposed verdict.returned verdict.approved verdict.published verdict.corrected
    verdict.retraction_asked verdict.retracted verdict.stale decision.undone account.created account.disabled account.enabled session.opened session.refused
    session.closed role.granted role.revoked policy.changed payload.erased log.continued export.made""".split()
)


class Fault(Exception):
    def __init__(self, step, message):
        super().__init__(message)
        self.step = step
        self.message = message


def need(condition, step, message):
    if not condition:
        raise Fault(step, message)


# --- canonical JSON (RFC 8785 with the restrictions of the format) ---------------------------------------------------


def nesting(data):
    depth = deepest = 0
    in_string = escaped = False
    for byte in data:
        if escaped:
            escaped = False
        elif in_string:
            if byte == 0x5C:
                escaped = True
            elif byte == 0x22:
                in_string = False
        elif byte == 0x22:
            in_string = True
        elif byte in (0x7B, 0x5B):
            depth += 1
            deepest = max(deepest, depth)
        elif byte in (0x7D, 0x5D):
            depth -= 1
    return deepest


def refuse_number(text):
    raise ValueError("not a whole number: " + text)


def whole(text):
    if len(text) > 17:
        raise ValueError("number too large")
    return int(text)


def object_of(pairs):
    result = dict(pairs)
    if len(result) != len(pairs) or "__proto__" in result:
        raise ValueError("a key twice, or __proto__")
    return result


def canonical(value, depth=0):
    if depth > MAX_DEPTH:
        raise ValueError("nested too deep")
    if value is None or value is True or value is False:
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        if "\0" in value or unicodedata.normalize("NFC", value) != value:
            raise ValueError("NUL, or not NFC")
        value.encode("utf-8")  # raises for lone surrogates
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int):
        if abs(value) > MAX_SAFE:
            raise ValueError("number too large")
        return str(value)
    if isinstance(value, list):
        return "[" + ",".join(canonical(item, depth + 1) for item in value) + "]"
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(canonical(k) + ":" + canonical(value[k], depth + 1) for k in keys) + "}"
    raise ValueError("not JSON")


def parse_canonical(data, limit, step):
    need(len(data) <= limit, step, "too large")
    need(nesting(data) <= MAX_DEPTH, step, "nested too deep")
    try:
        text = data.decode("utf-8")
        value = json.loads(
            text, object_pairs_hook=object_of, parse_float=refuse_number, parse_int=whole, parse_constant=refuse_number
        )
        again = canonical(value)
    except (ValueError, RecursionError) as error:
        raise Fault(step, "not canonical JSON: %s" % error) from None
    need(again == text, step, "not in canonical form")
    return value


# --- shapes -----------------------------------------------------------------------------------------------------------


def matches(pattern, value):
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def is_int(value, low, high):
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def has_keys(value, required, optional=()):
    return isinstance(value, dict) and set(required) <= set(value) <= set(required) | set(optional)


def is_instant(value):
    found = TIME.fullmatch(value) if isinstance(value, str) else None
    if not found:
        return False
    try:
        datetime.date.fromisoformat(found.group(1))
        return True
    except ValueError:
        return False


def strict_base64(text):
    """The bytes, or None unless it is the one way to write them."""
    try:
        data = base64.b64decode(text, validate=True)
    except (ValueError, TypeError):
        return None
    return data if base64.b64encode(data).decode() == text else None


def is_datum(value):
    if value is None or isinstance(value, bool):
        return True
    if isinstance(value, int):
        return abs(value) <= MAX_SAFE
    if isinstance(value, str):
        return matches(TOKEN, value)
    if isinstance(value, list):
        return len(value) <= 256 and all(is_datum(item) for item in value)
    return is_data(value)


def is_data(value):
    return (
        isinstance(value, dict) and len(value) <= 64 and all(matches(NAME, k) and is_datum(v) for k, v in value.items())
    )


def is_actor(value):
    if not isinstance(value, dict):
        return False
    kind = value.get("kind")
    if kind == "person":
        return (
            has_keys(value, ("kind", "id", "person", "role"), ("session", "stepup"))
            and matches(UUID, value["id"])
            and matches(UUID, value["person"])
            and matches(ROLE, value["role"])
            and matches(re.compile(r"[0-9a-f]{16}"), value.get("session", "0" * 16))
            and isinstance(value.get("stepup", True), bool)
        )
    if kind == "service":
        return has_keys(value, ("kind", "id", "role")) and matches(UUID, value["id"]) and value["role"] == "service"
    return (
        kind == "system"
        and has_keys(value, ("kind", "id"))
        and matches(re.compile(r"[a-z][a-z0-9-]{0,31}"), value["id"])
    )


SUBJECT = {
    key: UUID for key in "article revision assertion claim task verdict evidence account person".split()
}
SUBJECT.update(articleSha256=HEX, wordsSha256=HEX)


def is_subject(value):
    return isinstance(value, dict) and all(
        is_int(v, 1, MAX_SEQ) if k == "version" else k in SUBJECT and matches(SUBJECT[k], v) for k, v in value.items()
    )


def is_ref(value):
    return (
        has_keys(value, ("stream", "seq", "leaf"))
        and matches(UUID, value["stream"])
        and is_int(value["seq"], 1, MAX_SEQ)
        and matches(HEX, value["leaf"])
    )


def is_evidence(value):
    return (
        has_keys(value, ("id", "sha256"), ("fetched",))
        and matches(UUID, value["id"])
        and matches(HEX, value["sha256"])
        and is_instant(value.get("fetched", "2026-01-01T00:00:00.000000Z"))
    )


def is_list_of(value, item, most):
    return isinstance(value, list) and len(value) <= most and all(item(v) for v in value)


REQUIRED = ("v", "origin", "id", "stream", "seq", "prev", "type", "at", "actor", "sw")
OPTIONAL = {
    "subject": is_subject,
    "data": is_data,
    "policy": lambda v: matches(HEX, v),
    "idem": lambda v: matches(HEX, v),
    "lease": lambda v: has_keys(v, ("token",)) and matches(re.compile(r"[1-9]\d{0,18}", re.ASCII), v["token"]),
    "commits": lambda v: isinstance(v, dict)
    and len(v) <= 32
    and all(matches(NAME, k) and matches(HEX, c) for k, c in v.items()),
    "evidence": lambda v: is_list_of(v, is_evidence, 64),
    "refs": lambda v: is_list_of(v, is_ref, 64),
}


def is_entry(e):
    return (
        has_keys(e, REQUIRED, OPTIONAL)
        and is_int(e["v"], 1, 1)
        and matches(ORIGIN, e["origin"])
        and matches(UUID, e["id"])
        and matches(UUID, e["stream"])
        and is_int(e["seq"], 1, MAX_SEQ)
        and matches(HEX, e["prev"])
        and isinstance(e["type"], str)
        and e["type"] in TYPES
        and is_instant(e["at"])
        and is_actor(e["actor"])
        and matches(TOKEN, e["sw"])
        and all(check(e[key]) for key, check in OPTIONAL.items() if key in e)
        and (e["seq"] == 1) == (e["prev"] == ZEROS)
        and decision_rules.has_what_its_type_needs(e)
    )


# --- Merkle tree ------------------------------------------------------------------------------------------------------


def sha256(data):
    return hashlib.sha256(data).digest()


def root_by_proof(leaf, index, size, proof):
    """The root that a proof leads to, recursively as RFC 6962 defines the tree; None where the length is wrong."""
    if size == 1:
        return leaf if not proof else None
    if not proof:
        return None
    split = 1 << ((size - 1).bit_length() - 1)
    if index < split:
        left, right = root_by_proof(leaf, index, split, proof[:-1]), proof[-1]
    else:
        left, right = proof[-1], root_by_proof(leaf, index - split, size - split, proof[:-1])
    return None if left is None or right is None else sha256(b"\1" + left + right)


# --- signed notes -----------------------------------------------------------------------------------------------------

P = 2**255 - 19
SMALL = {y.to_bytes(32, "little") for y in (0, 1, P - 1, P, P + 1)} | {
    bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
    bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
}
known_signatures = {}


def ed25519(key, message, signature):
    """Asks openssl; each different question once."""
    if len(signature) != 64 or key[:31] + bytes([key[31] & 0x7F]) in SMALL:
        return False
    question = (key, message, signature)
    if question not in known_signatures:
        with tempfile.TemporaryDirectory() as folder:
            for name, content in (
                ("key", bytes.fromhex("302a300506032b6570032100") + key),
                ("message", message),
                ("signature", signature),
            ):
                with open(folder + "/" + name, "wb") as file:
                    file.write(content)
            command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", folder + "/key", "-rawin"]
            command += ["-in", folder + "/message", "-sigfile", folder + "/signature"]
            done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            known_signatures[question] = done.returncode == 0
    return known_signatures[question]


def is_key_name(name):
    return 0 < len(name) <= 255 and "+" not in name and not any(
        c.isspace() or unicodedata.category(c)[0] in "ZC" for c in name
    )


def read_vkey(text, kind):
    name, key_id, encoded = text.split("+", 2)
    data = strict_base64(encoded)
    assert is_key_name(name) and data and len(data) == 33 and data[0] == kind, "not a verifier key"
    assert key_id == sha256(name.encode() + b"\n" + data)[:4].hex(), "wrong key id"
    return {"name": name, "id": bytes.fromhex(key_id), "key": data[1:], "kind": kind}


def read_policy(text):
    policy = {"logs": [], "witnesses": {}, "groups": {}, "quorum": None, "former": []}
    for line in text.split("\n"):
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        if words[0] == "log":
            policy["logs"].append(read_vkey(words[1], 1))
        elif words[0] == "witness":
            policy["witnesses"][words[1]] = read_vkey(words[2], 4)
        elif words[0] == "group":
            members = words[3:]
            count = {"all": len(members), "any": 1}.get(words[2]) or int(words[2])
            policy["groups"][words[1]] = (count, members)
        elif words[0] == "quorum":
            policy["quorum"] = words[1]
        elif words[0] == "former":
            policy["former"].append(words[1])
        else:
            assert words[0] == "receipt", "unknown word in policy"
    assert policy["quorum"] and policy["logs"], "policy without quorum or log"
    return policy


def has_quorum(policy, name, cosigned):
    if name in policy["groups"]:
        count, members = policy["groups"][name]
        return sum(has_quorum(policy, member, cosigned) for member in members) >= count
    return name == "none" or name in cosigned


def read_note(note):
    need(len(note.encode("utf-16-le")) // 2 <= MAX_NOTE, 2, "note too long")
    need(not re.search(r"[\x00-\x09\x0b-\x1f]", note) and note.endswith("\n"), 2, "malformed note")
    blank = note.rfind("\n\n")
    need(blank >= 0, 2, "malformed note")
    lines = note[blank + 2 : -1].split("\n")
    need(len(lines) <= 64, 2, "too many signatures")
    signatures = []
    for line in lines:
        parts = line.split(" ")
        need(len(parts) == 3 and parts[0] == "\u2014" and is_key_name(parts[1]), 2, "malformed signature line")
        data = strict_base64(parts[2])
        need(data is not None and len(data) >= 5, 2, "malformed signature")
        signatures.append((parts[1], data[:4], data[4:]))
    return note[: blank + 1], signatures


def check_key(text, signatures, key):
    """None: did not sign. False: a wrong signature. True: signed."""
    found = None
    for name, key_id, signature in signatures:
        if name != key["name"] or key_id != key["id"]:
            continue
        message = text.encode()
        if key["kind"] == 4:
            if len(signature) != 72:
                return False
            seconds = int.from_bytes(signature[:8], "big")
            if seconds > 8_640_000_000_000:
                return False
            message = b"cosignature/v1\ntime %d\n" % seconds + message
            signature = signature[8:]
        if not ed25519(key["key"], message, signature):
            return False
        found = True
    return found


def open_checkpoint(note, policy):
    text, signatures = read_note(note)
    form = re.fullmatch(r"([^\n]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/=]{44})\n", text)
    need(form is not None and matches(ORIGIN, form.group(1)) and int(form.group(2)) <= MAX_SAFE, 2, "not a checkpoint")
    root = strict_base64(form.group(3))
    need(root is not None and len(root) == 32, 2, "not a root")
    keys = [key for key in policy["logs"] if key["name"] == form.group(1)]
    need(keys, 3, "unknown log")
    states = [check_key(text, signatures, key) for key in keys]
    need(False not in states, 4, "wrong signature of the log")
    need(True in states, 4, "not signed by the log")
    cosigned = {name: check_key(text, signatures, key) for name, key in policy["witnesses"].items()}
    need(False not in cosigned.values(), 5, "wrong cosignature")
    need(has_quorum(policy, policy["quorum"], {n for n, state in cosigned.items() if state}), 5, "no quorum")
    return form.group(1), int(form.group(2)), root


# --- the thirteen steps -----------------------------------------------------------------------------------------------


def is_bundle(b):
    return (
        has_keys(b, ("schema", "checkpoint", "streams", "statement", "disclosures", "check"))
        and b["schema"] == "proofdesk.proof/1"
        and isinstance(b["checkpoint"], str)
        and len(b["checkpoint"].encode("utf-16-le")) // 2 <= MAX_NOTE
        and is_list_of(b["streams"], is_stream, 64)
        and len(b["streams"]) > 0
        and sum(len(s["entries"]) for s in b["streams"]) <= 5000
        and len({s["stream"] for s in b["streams"]}) == len(b["streams"])
        and (b["statement"] is None or is_opening(b["statement"], ()))
        and is_list_of(b["disclosures"], lambda d: is_opening(d, ("stream", "name")), 1000)
        and matches(HEX, b["check"])
    )


def is_stream(s):
    return (
        has_keys(s, ("stream", "entries"))
        and matches(UUID, s["stream"])
        and is_list_of(s["entries"], is_bundled_entry, 5000)
        and len(s["entries"]) > 0
    )


def is_bundled_entry(e):
    return (
        has_keys(e, ("body", "index", "proof"))
        and isinstance(e["body"], str)
        and len(e["body"].encode("utf-16-le")) // 2 <= MAX_ENTRY
        and is_int(e["index"], 0, MAX_SAFE)
        and is_list_of(e["proof"], lambda h: isinstance(h, str) and len(h) == 44 and len(strict_base64(h) or b"") == 32, 64)
    )


def is_opening(d, more):
    return (
        has_keys(d, ("seq", "key", "value") + more)
        and is_int(d["seq"], 1, MAX_SEQ)
        and matches(HEX, d["key"])
        and all(matches({"stream": UUID, "name": NAME}[key], d[key]) for key in more)
    )


def opens(commit, opening):
    message = canonical(opening["value"]).encode()
    return hmac.new(bytes.fromhex(opening["key"]), message, hashlib.sha256).hexdigest() == commit


def prove_stream(stream, tree, origins):
    size, root = tree
    proven = []
    for i, bundled in enumerate(stream["entries"]):
        where = "entry %d of stream %s" % (i + 1, stream["stream"])
        body = bundled["body"].encode()
        entry = parse_canonical(body, MAX_ENTRY, 6)
        need(is_entry(entry), 6, where + ": not an entry")
        need(entry["origin"] in origins, 3, where + ": of another log")
        leaf = sha256(b"\0" + body)
        before = proven[-1] if proven else None
        need(entry["stream"] == stream["stream"] and entry["seq"] == i + 1, 8, where + ": of another place")
        need(entry["prev"] == (before["leaf"] if before else ZEROS), 8, where + ": does not follow the entry before")
        need(not before or before["entry"]["at"] <= entry["at"], 8, where + ": older than the entry before")
        proof = [strict_base64(h) for h in bundled["proof"]]
        in_tree = bundled["index"] < size and root_by_proof(leaf, bundled["index"], size, proof) == root
        need(in_tree, 9, where + ": not in the tree")
        need(not before or before["index"] < bundled["index"], 10, where + ": placed before the entry it follows")
        proven.append({"entry": entry, "leaf": leaf.hex(), "index": bundled["index"]})
    return proven


def check_refs(streams):
    for proven in streams.values():
        for item in proven:
            for ref in item["entry"].get("refs", []):
                if ref["stream"] in streams:
                    there = streams[ref["stream"]]
                    right = ref["seq"] <= len(there) and there[ref["seq"] - 1]["leaf"] == ref["leaf"]
                    need(right, 8, "a reference to an entry that is not so")


def verify(data, policy):
    need(len(data) <= MAX_BUNDLE, 1, "too large")
    bundle = parse_canonical(data, MAX_BUNDLE, 2)
    need(is_bundle(bundle), 2, "not a bundle")
    rest = {key: value for key, value in bundle.items() if key != "check"}
    need(sha256(canonical(rest).encode()).hex() == bundle["check"], 2, "damaged")
    origin, size, root = open_checkpoint(bundle["checkpoint"], policy)
    origins = {origin, *policy["former"]}
    streams = {s["stream"]: prove_stream(s, (size, root), origins) for s in bundle["streams"]}
    check_refs(streams)
    subject = streams[bundle["streams"][0]["stream"]]
    broken = decision_rules.replay(subject, streams)
    need(broken is None, 11, broken)
    statement = bundle["statement"]
    if statement is not None:
        published = [
            p["entry"]
            for p in subject
            if p["entry"]["type"] in ("verdict.published", "verdict.corrected") and "statement" in p["entry"].get("commits", {})
        ]
        need(published and published[-1]["seq"] == statement["seq"], 12, "statement of another entry")
        need(opens(published[-1]["commits"]["statement"], statement), 12, "another statement")
    seen = set()
    for d in bundle["disclosures"]:
        place = (d["name"], d["seq"], d["stream"])
        need(place not in seen, 13, "disclosed twice")
        seen.add(place)
        there = streams.get(d["stream"], [])
        commits = there[d["seq"] - 1]["entry"].get("commits", {}) if d["seq"] <= len(there) else {}
        need(d["name"] in commits and opens(commits[d["name"]], d), 13, "another value")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        policy = read_policy(file.read())
    for line in sys.stdin:
        question = json.loads(line)
        answer = {"id": question["id"], "ok": True, "step": 0, "message": ""}
        try:
            verify(base64.b64decode(question["bundle"], validate=True), policy)
        except Fault as fault:
            answer.update(ok=False, step=fault.step, message=fault.message)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
