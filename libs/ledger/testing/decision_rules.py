"""The rules of docs/ledger-format.md that a history must have followed: step 11 of the second verifier."""

EDITOR = ("editor",)
ROLES = {
    "verdict.proposed": ("checker", "editor"),
    "verdict.approved": EDITOR,
    "verdict.returned": EDITOR,
    "verdict.published": EDITOR,
    "verdict.corrected": EDITOR,
    "verdict.retraction_asked": EDITOR,
    "verdict.retracted": EDITOR,
}


def is_hex(value, length):
    return isinstance(value, str) and len(value) == length and not value.strip("0123456789abcdef")


def person_of(entry):
    return entry["actor"].get("person")


def has_what_its_type_needs(e):
    """Section "What a type needs" of the format."""
    kind, subject, data = e["type"], e.get("subject", {}), e.get("data", {})
    noun = kind.split(".")[0]
    if noun == "verdict":
        if "verdict" not in subject or "version" not in subject:
            return False
        if kind == "verdict.stale":
            return True
        return person_of(e) is not None and [r["stream"] for r in e.get("refs", [])].count(person_of(e)) == 1
    if noun == "account":
        return "account" in subject and subject.get("person") == e["stream"]
    if noun == "role":
        role = data.get("role")
        named = isinstance(role, str) and 1 <= len(role) <= 32 and role[0] != "_"
        return named and not role.strip("abcdefghijklmnopqrstuvwxyz_") and subject.get("person") == e["stream"]
    if noun == "evidence":
        return len(e.get("evidence", [])) == 1
    if kind == "task.leased":
        return "lease" in e and person_of(e) is not None
    if kind == "decision.undone":
        undoes = data.get("undoes")
        return isinstance(undoes, int) and not isinstance(undoes, bool) and 1 <= undoes < e["seq"]
    if kind == "payload.erased":
        return is_hex(data.get("commit"), 64)
    return True


def role_problem(entry, streams):
    who = entry["actor"]
    stream = streams.get(who["person"])
    if stream is None:
        return "the role stream is not in the bundle"
    ref = [r for r in entry.get("refs", []) if r["stream"] == who["person"]][0]
    if ref["seq"] > len(stream):
        return "no reference to the role"
    known = [p["entry"] for p in stream[: ref["seq"]]]
    if known[-1]["at"] > entry["at"]:
        return "the reference points to a later time"
    if ref["seq"] < len(stream) and stream[ref["seq"]]["entry"]["at"] < entry["at"]:
        return "the reference was out of date"
    grant = None
    for e in known:
        if e["type"] in ("role.granted", "role.revoked") and e["data"]["role"] == who["role"]:
            grant = e
    if grant is None or grant["type"] != "role.granted" or person_of(grant) == who["person"]:
        return "the role was not held"
    state = None
    for e in known:
        if e["type"].startswith("account.") and e["subject"]["account"] == who["id"]:
            state = e["type"]
    return None if state in ("account.created", "account.enabled") else "the account was unknown or disabled"


class Replay:
    def __init__(self, entries):
        self.entries = entries
        self.done = []  # entries so far
        self.undone = set()
        self.lease = None
        self.highest = 0

    def standing(self, *types):
        return [e for e in self.done if e["type"] in types and e["seq"] not in self.undone]

    def attached(self):
        """Evidence in force: id -> hash."""
        found = {}
        for e in self.standing("evidence.attached", "evidence.withdrawn"):
            piece = e["evidence"][0]
            if e["type"] == "evidence.attached":
                found[piece["id"]] = piece["sha256"]
            else:
                found.pop(piece["id"], None)
        return found

    def newest(self, verdict):
        proposals = [e for e in self.standing("verdict.proposed") if e["subject"]["verdict"] == verdict]
        return proposals[-1] if proposals else None

    def about(self, kind, entry):
        want = (entry["subject"]["verdict"], entry["subject"]["version"])
        return [e for e in self.standing(kind) if (e["subject"]["verdict"], e["subject"]["version"]) == want]

    def open_version_problem(self, entry):
        newest = self.newest(entry["subject"]["verdict"])
        if newest is None or newest["subject"]["version"] != entry["subject"]["version"]:
            return "not about the version proposed last"
        return "of a returned version" if self.about("verdict.returned", entry) else None

    def problem(self, e):
        kind = e["type"]
        who = person_of(e)
        if kind == "task.leased":
            token = int(e["lease"]["token"])
            if token <= self.highest:
                return "lease token not higher"
            self.highest = token
            self.lease = (who, e["lease"]["token"])
        elif kind in ("task.released", "task.lease_expired", "task.taken_over"):
            self.lease = None
        elif kind == "task.unblocked":
            if self.lease and self.lease[0] != who:
                self.lease = None
        elif kind == "evidence.withdrawn":
            piece = e["evidence"][0]
            if self.attached().get(piece["id"]) != piece["sha256"]:
                return "withdrawn but not attached"
        elif kind == "verdict.proposed":
            return self.proposal_problem(e)
        elif kind == "verdict.approved":
            return self.approval_problem(e)
        elif kind == "verdict.returned":
            return self.open_version_problem(e) or (self.about("verdict.published", e) and "returned after publication")
        elif kind == "verdict.published":
            if self.open_version_problem(e):
                return self.open_version_problem(e)
            if not self.about("verdict.approved", e):
                return "published without approval"
            if self.about("verdict.published", e):
                return "published twice"
        elif kind in ("verdict.corrected", "verdict.retraction_asked", "verdict.retracted"):
            verdict = e["subject"]["verdict"]
            if verdict not in [p["subject"]["verdict"] for p in self.standing("verdict.published")]:
                return "nothing was published"
            asked = [a for a in self.standing("verdict.retraction_asked") if a["subject"]["verdict"] == verdict]
            if kind == "verdict.retracted" and all(person_of(a) == who for a in asked):
                return "no other editor asked for the retraction"
        elif kind == "decision.undone":
            return self.undo_problem(e)
        return None

    def proposal_problem(self, e):
        if not self.lease or self.lease[0] != person_of(e):
            return "proposed without the lease"
        if self.lease[1] != e.get("lease", {}).get("token"):
            return "proposed under another lease token"
        for p in self.standing("verdict.proposed"):
            if p["subject"]["verdict"] == e["subject"]["verdict"] and p["subject"]["version"] >= e["subject"]["version"]:
                return "not a newer version"
        attached = self.attached()
        if any(attached.get(piece["id"]) != piece["sha256"] for piece in e.get("evidence", [])):
            return "on evidence that was not attached"
        self.lease = None
        return None

    def approval_problem(self, e):
        if self.open_version_problem(e):
            return self.open_version_problem(e)
        # A proposal that was undone still makes its author an author.
        for p in self.done:
            if p["type"] == "verdict.proposed" and p["subject"]["verdict"] == e["subject"]["verdict"]:
                if person_of(p) == person_of(e):
                    return "approved by a proposer"
        if any(person_of(a) == person_of(e) for a in self.about("verdict.approved", e)):
            return "approved twice by one person"
        return None

    def undo_problem(self, e):
        undoes = e["data"]["undoes"]
        target = self.entries[undoes - 1]
        if target["type"] == "decision.undone":
            return "undoes an undoing"
        if undoes in self.undone:
            return "undone already"
        if person_of(target) is None or person_of(target) != person_of(e):
            return "somebody else's act"
        self.undone.add(undoes)
        return None


def replay(subject, streams):
    """The first broken rule in words, or None."""
    entries = [p["entry"] for p in subject]
    state = Replay(entries)
    for e in entries:
        problem = None
        if e["type"] in ROLES:
            if e["actor"].get("role") not in ROLES[e["type"]]:
                problem = "under a role that may not"
            problem = problem or role_problem(e, streams)
        problem = problem or state.problem(e)
        if problem:
            return "entry %d: %s" % (e["seq"], problem)
        state.done.append(e)
    return None
