"""lettereval's figures against those of a second scorer (scorer.py), on the labels of samples/ with
records made up from them and with the records that letter2json prints."""
import json
import random
import unittest

from scorer import MATCHINGS, score
from tools import SAMPLES, ToolTest

LABELS = [json.loads(line)
          for line in (SAMPLES / "gold.jsonl").read_text(encoding="utf-8").splitlines() if line]


def whole_record(label):
    """The record of a program that reads every label right."""
    get = label.get
    dossiers = [{"suffix": None, "title": None, **d} for d in get("dossiers") or []]
    people = [{"name": p["name"], "role": p.get("role")} for p in get("signatories") or []]
    texts = [get("body_first"), get("body_last")]
    body = [{"kind": "heading", "text": "1. Inleiding"}]
    body += [{"kind": "paragraph", "text": text} for text in texts if text]
    body += [{"kind": "table", "text": "a 1 b 2"}]
    return {
        "source": {"name": "somewhere/" + label["file"]}, "is_letter": bool(get("is_letter")),
        "header": {"dossiers": dossiers,
                   **{name: get(name) for name in ("number", "title", "subject", "reference",
                                                   "your_reference")}},
        "addressee": {"name": get("addressee_name"), "lines": get("addressee") or []},
        "date": {"iso": get("date"), "place": get("place"), "printed": None},
        "salutation": get("salutation"), "closing": get("closing"),
        "body": {"paragraphs": body}, "signatories": people,
        "on_behalf_of": [{"role": role} for role in get("on_behalf_of") or []],
    }


class Spoiler:
    """Makes the mistakes of a program, reproducibly."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def text(self, text):
        kind = self.random.randrange(9)
        mistakes = {
            0: text.upper(), 1: text + ".", 2: text.replace(" ", "  "), 3: text + " extra",
            4: text.replace("e", "e\u0301"), 5: text.replace(",", ""), 6: "\u00a0" + text + " ;",
            7: "", 8: "\ufb01 \u017f " + text,
        }
        return mistakes[kind]

    def spoil(self, value):
        """Changes about one text in six, drops and doubles elements of lists, adds what is not there."""
        if isinstance(value, dict):
            return {name: item if name in ("source", "kind") else self.spoil(item)
                    for name, item in value.items()}
        if isinstance(value, list):
            items = [self.spoil(item) for item in value if self.random.random() > 0.08]
            return items + items[:1] if self.random.random() < 0.08 else items
        if isinstance(value, str):
            return self.text(value) if self.random.random() < 0.17 else value
        if value is None:
            return "made up" if self.random.random() < 0.1 else None
        return value != (self.random.random() < 0.1)  # is_letter


class Scoring(ToolTest):

    def report(self, *arguments, records=None):
        if records is not None:
            self.write("records.ndjson", "".join(json.dumps(r) + "\n" for r in records))
            arguments += ("--records", "records.ndjson")
        outcome = self.run_tool("lettereval", SAMPLES, "--json", *arguments)
        self.assertEqual((outcome.status, outcome.err), (0, ""))
        return json.loads(outcome.out)["sets"]["samples"]

    def assert_same_figures(self, report, records):
        by_place = {}
        counts = {}
        for record in records:
            # Labels name files by their path below the folder, records are matched by base name.
            name = record["source"]["name"].rsplit("/", 1)[-1]
            counts[name] = counts.get(name, -1) + 1
            by_place[name, counts[name]] = record
        labels = [{**label, "file": label["file"].rsplit("/", 1)[-1]} for label in LABELS]
        fields, whole = score(labels, by_place)
        self.assertEqual(set(report["fields"]), set(fields))
        for name, mine in fields.items():
            theirs = report["fields"][name]
            self.assertEqual((theirs["letters"], theirs["gold"], theirs["found"]),
                             (mine.letters, mine.gold, mine.found), name)
            for matching in MATCHINGS:
                self.assertEqual(theirs[matching]["right"], mine.right[matching], (name, matching))
                for rate, value in zip(("p", "r", "f1"), mine.rates(matching)):
                    self.assertAlmostEqual(theirs[matching][rate], value, 9, (name, matching, rate))
        for matching in MATCHINGS:
            self.assertEqual(report["record"][matching + "_right"], whole[matching])
            mean = sum(mine.rates(matching)[2] for mine in fields.values()) / len(fields)
            self.assertAlmostEqual(report["macro"][matching]["f1"], mean, 9)
        return whole["soft"]

    def test_right_records(self):
        records = [whole_record(label) for label in LABELS]
        report = self.report(records=records)
        self.assert_same_figures(report, records)
        self.assertEqual(report["letters"], len(LABELS))
        self.assertEqual(report["record"]["soft"], 1.0)
        self.assertEqual({f["soft"]["f1"] for f in report["fields"].values()}, {1.0})

    def test_no_records(self):
        report = self.report(records=[])
        self.assert_same_figures(report, [])
        self.assertEqual(report["missing"], len(LABELS))

    def test_spoilt_records(self):
        right = set()
        for seed in range(30):
            spoiler = Spoiler(seed)
            records = [spoiler.spoil(whole_record(label)) for label in LABELS
                       if spoiler.random.random() > 0.03 or label.get("letter", 0) > 0]
            with self.subTest(seed=seed):
                right.add(self.assert_same_figures(self.report(records=records), records))
        self.assertGreater(len(right), 3)  # the mistakes differ, or nothing is tested

    def test_printed_records(self):
        printed = self.run_tool("letter2json", SAMPLES)
        self.assertEqual(printed.status, 0)
        records = [json.loads(line) for line in printed.out.splitlines()]
        self.assert_same_figures(self.report(records=records), records)

    def test_parsing_texts_is_the_same_as_reading_their_records(self):
        printed = self.run_tool("letter2json", "--provenance", SAMPLES)
        records = [json.loads(line) for line in printed.out.splitlines()]
        self.assertEqual(self.report(), self.report(records=records))


if __name__ == "__main__":
    unittest.main()
