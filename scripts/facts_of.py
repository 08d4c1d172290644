"""A short form of `chancery read --format json`, made for reading and comparing: one fact a line.

Used by scripts/check_examples and scripts/approve_examples. Ids, offsets and confidences are left out; spans are given
by their first and last words, so that a line says what a reader of the text would say.
"""
import json
import subprocess


def read(program, path):
    """The analyses of every document of a file, as the program gives them."""
    run = subprocess.run([program, "read", "--format", "json", str(path)], capture_output=True, text=True)
    if run.returncode:
        raise RuntimeError(f"{program} read {path} ended with {run.returncode}: {run.stderr.strip()}")
    return [json.loads(line) for line in run.stdout.splitlines() if line.strip()]


def quote(words):
    """'"first four words ... last three words"', or all of it where it is short."""
    words = words.split()
    return '"' + (" ".join(words) if len(words) <= 9 else " ".join(words[:5]) + " ... " + " ".join(words[-3:])) + '"'


class Facts:
    def __init__(self, analysis):
        self.a = analysis
        self.names = {e["id"]: e["name"] for e in analysis["entities"]}

    def words(self, span):
        part = self.a["document"]["title"] if span.get("in") == "title" else self.a["text"]
        return part[span["begin"] : span["end"]]

    def name(self, entity):
        return self.names.get(entity, "?") if entity else "-"

    def name_list(self, entities):
        return ", ".join(self.name(e) for e in entities or []) or "-"

    def document(self):
        d = self.a["document"]
        yield f"document {d['id']}" if d["id"] else "document"
        for key in ("title", "published", "language", "publisher", "country", "dateline", "kind"):
            if d.get(key):
                yield f"  {key}: {d[key]}"
        if d["terms"]:
            yield "  terms: " + ", ".join(d["terms"])

    def people(self):
        for e in self.a["entities"]:
            if e["type"] == "person":
                offices = "; ".join(" ".join(filter(None, [o["title"], o.get("country") and f"({o['country']})"])) for o in e["offices"])
                yield f"person {e['name']} {e.get('country') or '-'}: {offices or '-'}"

    @staticmethod
    def when(time):
        if not time or not (time.get("value") or time.get("to")):
            return "no day"
        return f"{time['value'] or 'by ' + time['to']} ({time.get('basis')})"

    @staticmethod
    def where(place):
        if not place or not place.get("name"):
            return "no place"
        return f"{place['name']} {place.get('country') or '-'} ({place.get('basis')})"

    def events(self):
        for e in sorted(self.a["events"], key=lambda e: not e["main"]):
            kind = e["type"] + (f"/{e['subtype']}" if e.get("subtype") else "")
            more = " ".join(e[k] for k in ("channel", "format") if e.get(k))
            yield " ".join(filter(None, ["main" if e["main"] else "event", kind, e["status"], more])) + f": {self.when(e['time'])}; {self.where(e['place'])}"
            for p in e["participants"]:
                yield f"  {p['role']} {self.name(p['entity'])}"
            if (e.get("initiator") or {}).get("entity"):
                yield f"  initiator {self.name(e['initiator']['entity'])}"

    def statements(self):
        for s in self.a["statements"]:
            speakers = self.name_list(s.get("speakers") or ([s["speaker"]] if s.get("speaker") else []))
            to = f" to {self.name(s['addressee'])}" if s.get("addressee") else ""
            cue = f" [{s['cue_lemma']}]" if s.get("cue_lemma") else ""
            no = " not" if s.get("negated") else ""
            yield f"{s['mode']}{no} {speakers}{to}{cue}: {quote(self.words(s))}"

    def figures(self):
        for f in self.a["figures"]:
            value = f"{f['value']:g}" + (f" to {f['value_to']:g}" if f.get("value_to") is not None else "")
            said = f" by {self.name(f['speaker'])}" if f.get("speaker") else ""
            hedge = f", hedged {quote(self.words(f['hedge']))}" if f.get("hedge") else ""
            time = f", {f['time']['value']}" if (f.get("time") or {}).get("value") else ""
            more = " ".join(filter(None, [f["comparison"], value, f.get("unit"), f.get("direction")]))
            yield f"figure {more}: {f.get('indicator') or '-'}{time}{said}{hedge}"

    def rest(self):
        for p in self.a["points"]:
            no = " not" if p.get("negated") else ""
            topic = self.words(p["topic"]) if (p.get("topic") or {}).get("end") else ""
            yield f"point {p['act']}{no} {self.name_list(p['holders'])}: {quote(topic)}"
        for c in self.a["commitments"]:
            who = self.name_list(c.get("parties") or ([c["by"]] if c.get("by") else []))
            due = f", due {self.when(c['due'])}" if (c.get("due") or {}).get("value") else ""
            yield f"commitment {c['class']} {c['strength']} {who}{due}: {quote(self.words(c))}"
        for c in self.a["courtesies"]:
            via = f" via {self.name(c['via'])}" if c.get("via") else ""
            yield f"courtesy {c['kind']} from {self.name(c['from'])} to {self.name(c['to'])}{via}"
        for t in self.a["times"]:
            yield f"time {quote(self.words(t))}: {t['value'] or '-'}" + (f" {t['mod']}" if t.get("mod") else "")

    def lines(self):
        for part in (self.document, self.people, self.events, self.statements, self.figures, self.rest):
            yield from part()


def short_form(program, path):
    """The whole golden text of one file."""
    blocks = []
    for analysis in read(program, path):
        if "error" in analysis:
            blocks.append(f"document {analysis['id']}\n  error: {analysis['error']}\n")
        else:
            blocks.append("".join(line + "\n" for line in Facts(analysis).lines()))
    return "\n".join(blocks)
