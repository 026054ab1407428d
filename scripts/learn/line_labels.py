"""Which labels the lines of a letter may have, going by the letter's gold fields.

In: lines as `letterlines --json` prints them (but those taken out as furniture) and what lettereval says of each labelled field.
Out: for each line the set of labels that gold allows, None where gold says nothing; how many values were not found.

A gold field tells where its value is printed, and so the label of those lines, in three ways:
- A line that a value covers has a label that the value is read from. Values are looked for by letters and digits alone,
  in all lines run together. Head fields take the first place where the value fills whole lines, else the first where
  it starts or ends with a line; what is signed takes the first such place behind the last words of the body.
- Between the first and the last words of the body there are labels of the body only.
- When every value of a field was found, or the letter has none, no other line has the label that only this field
  uses: a letter without closing has no line labelled `closing`.
A label that the line has now is allowed besides, when every field that it serves, and that spoke of the line, was read
rightly with it: there is more than one right labelling (a label alone on its line, an address beside a letterhead).
A letter of which every labelled field was read rightly keeps its labels, all of them: what gold does not speak of
(which line of the body is a heading, where an enclosure starts) shall not drift for the sake of other letters.
Nothing is said of other labels (letterheads, copies, enclosures, notes).
Example: want closing "Hoogachtend," -> the line "Hoogachtend," may be {closing}, no other line may be.
"""
import unicodedata

HEAD = {"dossier", "dossier_title", "number", "title", "addressee", "date_line", "field", "field_value", "subject",
        "salutation"}
END = {"closing", "behalf", "role", "name"}
BODY = {"body", "list_item", "quote"}
# Head fields and the labels that they are read from: of lines that the value fills, and of lines that hold more.
READ_FROM = {
    "dossier_title": ({"dossier", "dossier_title"}, {"dossier", "dossier_title"}),
    "title": ({"number", "title"}, {"number", "title"}),
    "subject": ({"subject", "field", "field_value"}, {"subject", "field", "field_value"}),
    "addressee": ({"addressee"}, {"addressee"}),
    "salutation": ({"salutation"}, {"salutation"}),
}
SERVES = {"dossier": ["dossiers", "dossier_title"], "dossier_title": ["dossier_title"], "number": ["number", "title"],
          "title": ["title"], "subject": ["subject"], "addressee": ["addressee", "addressee_name"],
          "date_line": ["date", "place"], "salutation": ["salutation"], "closing": ["closing"],
          "field": ["subject", "reference", "your_reference"], "field_value": ["subject", "reference", "your_reference"],
          "name": ["signatory_name", "signatory"], "role": ["signatory", "on_behalf_of"], "behalf": ["on_behalf_of"],
          "body": ["body_first", "body_last"], "list_item": ["body_first", "body_last"],
          "quote": ["body_first", "body_last"]}
ONLY_LABEL = {"addressee": "addressee", "salutation": "salutation", "closing": "closing", "signatory_name": "name"}


def key(text):
    """Letters and digits, accents and case apart."""
    return "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if c.isalnum())


class Text:
    """The lines' keys run together, and where values are in them."""

    def __init__(self, lines):
        self.starts, self.text = [], ""
        for line in lines:
            self.starts.append(len(self.text))
            self.text += key(line["text"])
        self.ends = [*self.starts[1:], len(self.text)]

    def line_at(self, offset):
        return max(i for i, start in enumerate(self.starts) if start <= offset and self.ends[i] > offset)

    def places(self, value):
        """(first line, last line, starts a line, ends a line) of each occurrence."""
        wanted, found, at = key(value), [], -1
        while wanted and (at := self.text.find(wanted, at + 1)) >= 0:
            first, last = self.line_at(at), self.line_at(at + len(wanted) - 1)
            found.append((first, last, at == self.starts[first], at + len(wanted) == self.ends[last]))
        return found

    def best(self, value, behind=-1):
        """The first place below line `behind` that fills lines, else the first that starts or ends with one."""
        places = [place for place in self.places(value) if place[0] > behind]
        return next((p for p in places if p[2] and p[3]), next((p for p in places if p[2] or p[3]), None))


class Gold:
    """The labels that gold allows, put together field by field."""

    def __init__(self, lines, fields):
        self.lines, self.text = lines, Text(lines)
        self.want = want = {field: one["want"] for field, one in fields.items()}
        self.wrong = {field for field, one in fields.items() if not one["soft"] == len(one["want"]) == len(one["have"])}
        self.allowed = [None] * len(lines)
        self.spoke = [set() for _ in lines]                   # fields, of each line
        self.lost = 0
        self.body_end = -1
        self.at = {field: set() for field in ONLY_LABEL}      # lines that the field's values cover
        self.complete = {field: field in want for field in ONLY_LABEL}

    def allow(self, field, first, last, labels):
        for i in range(first, last + 1):
            self.spoke[i].add(field)
            self.allowed[i] = labels if self.allowed[i] is None else self.allowed[i] & labels or self.allowed[i] | labels

    def place(self, field, value, whole, part, behind=-1):
        place = self.text.best(value, behind)
        if place is None:
            self.lost += 1
            self.complete[field] = False
            return
        self.allow(field, place[0], place[1], whole if place[2] and place[3] else part)
        if field in self.at:
            self.at[field] |= set(range(place[0], place[1] + 1))

    def read_body(self):
        first = [self.text.best(value) for value in self.want.get("body_first", [])]
        last = [self.text.places(value)[-1:] for value in self.want.get("body_last", [])]
        begin = first[0][0] if first and first[0] else None
        end = last[0][0][1] if last and last[0] else None
        for field, at in (("body_first", begin), ("body_last", end)):
            if at is not None:
                self.allow(field, at, at, BODY)
        if begin is not None and end is not None and begin <= end:
            self.body_end = end
            for i in range(begin + 1, end):
                self.allowed[i] = self.allowed[i] or {"body", "list_item", "quote", "heading", "table", "footnote"}

    def read_date(self):
        for iso in self.want.get("date", []):
            parts = iso.split("-")
            for i, line in enumerate(self.lines):
                printed = {"date", "place_date", "date_part"} & set(line["features"])
                digits = "".join(c if c.isdigit() else " " for c in line["text"]).split()
                if printed and parts[0] in digits and (len(parts) < 3 or parts[2].lstrip("0") in
                                                       {d.lstrip("0") for d in digits}):
                    self.allow("date", i, i, {"date_line", "field", "field_value"})
                    return
            self.lost += 1

    def read_end(self):
        for closing in self.want.get("closing", []):
            self.place("closing", closing, {"closing"}, {"closing"}, self.body_end)
        for name in self.want.get("signatory_name", []):
            self.place("signatory_name", name, {"name"}, {"name", "role"}, self.body_end)
        for pair in self.want.get("signatory", []):
            if role := pair.split(" / ", 1)[-1]:
                self.place("signatory", role, {"role"}, {"role", "behalf", "name"}, self.body_end)
        for role in self.want.get("on_behalf_of", []):
            self.place("on_behalf_of", role, {"role", "behalf"}, {"role", "behalf"}, self.body_end)

    def forbid(self):
        """No other line has a label that only one field uses."""
        for field, label in ONLY_LABEL.items():
            if self.complete.get(field):
                for i, allowed in enumerate(self.allowed):
                    # The label "Aan" on a line of its own is left out of gold.
                    beside = field == "addressee" and i + 1 in self.at[field]
                    if i not in self.at[field] and not beside:
                        self.spoke[i].add(field)
                        self.allowed[i] = (ALL if allowed is None else allowed) - {label} or allowed

    def keep_what_is_right(self):
        if not self.wrong:
            self.allowed = [{line["label"]} for line in self.lines]
            return
        for line, allowed, spoke in zip(self.lines, self.allowed, self.spoke):
            if allowed is not None and not self.wrong & {*spoke, *SERVES.get(line["label"], [])}:
                allowed |= {line["label"]}

    def read(self):
        self.read_body()
        for field, (whole, part) in READ_FROM.items():
            for value in self.want.get(field, []):
                self.place(field, value, whole, part)
        self.read_date()
        self.read_end()
        self.forbid()
        self.allowed = [None if allowed is None else set(allowed) for allowed in self.allowed]
        self.keep_what_is_right()
        return self.allowed, self.lost


ALL = HEAD | END | BODY | {"masthead", "heading", "table", "copies", "enclosure", "footnote", "endnote", "remark",
                           "furniture"}


def allowed_labels(lines, fields):
    """Sets of labels by line, and how many values were not found."""
    return Gold(lines, fields).read()
