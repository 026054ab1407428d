"""The weights of a profile: of rules and of the letter grammar, read from rules.txt and grammar.txt and written back.

A weight is a number in one of the files: of a row `label NAME NUMBER` of a rule, or a cell of a row of the grammar,
which stands for all pairs of labels that no later row speaks of. Forbidden pairs have no weight and stay forbidden.
"""
import re

FORBIDDEN = 1000.0


class Weights:
    """Numbers, their names and their places; `values` may be changed before write()."""

    def __init__(self, folder):
        self.folder = folder
        self.names, self.values, self.places = [], [], []
        self.rules = {}      # (rule id, label) -> index
        self.echoes = []     # (label, cost, labels)
        self.costs = {}      # (from, to, apart) -> index
        self.runs = set()    # indices of costs that a label pays to follow itself
        self.texts = {name: (folder / name).read_text(encoding="utf-8").splitlines(keepends=True)
                      for name in ("rules.txt", "grammar.txt")}
        self.read_rules()
        self.read_grammar()
        self.start = list(self.values)

    def add(self, name, file, line, span, value):
        self.names.append(name)
        self.values.append(float(value))
        self.places.append((file, line, span))
        return len(self.values) - 1

    def read_rules(self):
        rule = None
        for number, line in enumerate(self.texts["rules.txt"]):
            words = line.split()
            if not words or line.lstrip().startswith("#"):
                continue
            if words[0] == "echo" and not line.startswith(" "):
                self.echoes.append((words[1], float(words[2]), words[3:]))
            elif not line.startswith(" "):
                rule = "%s/rules:%s" % (self.folder.name, words[0])
            elif words[0] == "label":
                match = re.match(r"\s*label\s+\S+\s+(\S+)", line)
                self.rules[rule, words[1]] = self.add("%s label %s" % (rule, words[1]), "rules.txt", number,
                                                      match.span(1), words[2])

    def read_grammar(self):
        for number, line in enumerate(self.texts["grammar.txt"]):
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            cells = [(m.start(), m.group()) for m in re.finditer(r"[^|\n]+", line)]
            before, after = (side.split() for side in cells[0][1].split(">"))
            weights = []
            for begin, cell in cells[1:]:
                lead = len(cell) - len(cell.lstrip())
                place = "" if len(cells) < 3 else " adjacent" if not weights else " apart"
                weights.append(self.add("grammar: %s%s" % (" ".join(cells[0][1].split()), place), "grammar.txt", number,
                                        (begin + lead, begin + lead + len(cell.strip())), cell))
            for one in before:
                for other in after:
                    self.costs[one, other, False] = weights[0]
                    self.costs[one, other, True] = weights[-1]
                    if one == other:
                        self.runs |= set(weights)

    def cost(self, one, other, apart):
        index = self.costs.get((one, other, apart))
        return FORBIDDEN if index is None else self.values[index]

    def changed(self, least=0.05):
        """(change, index), the largest first."""
        changes = ((self.values[i] - self.start[i], i) for i in range(len(self.values)))
        return sorted((c for c in changes if abs(c[0]) >= least), key=lambda c: (-abs(c[0]), c[1]))

    def write(self, folder):
        """Writes both files, with two decimals where a number changed."""
        lines = {name: list(text) for name, text in self.texts.items()}
        for _, i in sorted(self.changed(), key=lambda c: self.places[c[1]], reverse=True):   # from the right
            file, number, (begin, end) = self.places[i]
            line = lines[file][number]
            lines[file][number] = line[:begin] + ("%.2f" % self.values[i]).rstrip("0").rstrip(".") + line[end:]
        for name, text in lines.items():
            (folder / name).write_text("".join(text), encoding="utf-8")
