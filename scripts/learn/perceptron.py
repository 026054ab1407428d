"""A structured perceptron over the labelling of letters, as lib/src/blocks/label_lines.cpp does it.

In: letters as lattices of candidate labels a line, with the weights that make each candidate's score; which labels gold
allows. Out: weights. Where the best labelling, after every label that gold does not allow was given an advantage, is
one that gold does not allow, the weights move from it towards the best labelling that gold allows. What is learnt is
the change from the hand-set weights; it shrinks a little after every round, and its average over all steps is taken.
"""

BODY = "body"


class Lattice:
    """A letter: candidates (label, indices of weights, fixed part of the score) a line, and what gold allows."""

    def __init__(self, lines, allowed, weights):
        self.columns = [candidates_of(line, weights) for line in lines]
        self.apart = ["blank_above" in line["features"] for line in lines]
        self.allowed, self.dropped = [], 0
        for column, labels in zip(self.columns, allowed):
            fits = None if labels is None else {label for label, _, _ in column} & labels
            self.dropped += fits == set()
            self.allowed.append(fits or None)   # what no rule speaks for cannot be learnt here

    def right(self, labels):
        """Lines whose label gold allows, and lines of which gold says something."""
        told = [(label, allowed) for label, allowed in zip(labels, self.allowed) if allowed is not None]
        return sum(label in allowed for label, allowed in told), len(told)


def candidates_of(line, weights):
    fired = {}
    for rule in line["rules"]:
        index = weights.rules.get((rule["id"], rule.get("label")))
        if index is not None:
            fired.setdefault(rule["label"], []).append(index)
    column = [(label, indices, 0.0) for label, indices in fired.items()]
    for label, cost, others in weights.echoes:   # takes over the evidence of the best other label
        best = max((c for c in column if c[0] in others), default=None,
                   key=lambda c: sum(weights.start[i] for i in c[1]))
        if best:
            own = fired.get(label, [])
            column = [c for c in column if c[0] != label] + [(label, own + best[1], -cost)]
    return column or [(BODY, [], 0.0)]


def best_labelling(lattice, weights, advantage=0.0, only_allowed=False):
    """Viterbi's algorithm; the candidates chosen. `advantage`: for labels that gold does not allow."""
    values, cost = weights.values, weights.cost
    before = None
    back = []
    for i, column in enumerate(lattice.columns):
        allowed = lattice.allowed[i]
        scores, from_ = [], []
        for label, indices, fixed in column:
            outside = allowed is not None and label not in allowed
            if outside and only_allowed:
                scores.append(-1e9)
                from_.append(0)
                continue
            score = fixed + sum(values[k] for k in indices) + (advantage if outside else 0.0)
            if before is None:
                scores.append(score - cost("start", label, True))
                from_.append(0)
            else:
                apart = lattice.apart[i]
                ways = [b - cost(other, label, apart) for b, other in zip(before, labels)]
                j = max(range(len(ways)), key=ways.__getitem__)
                scores.append(score + ways[j])
                from_.append(j)
        before, labels = scores, [c[0] for c in column]
        back.append(from_)
    ends = [b - cost(label, "end", True) for b, label in zip(before, labels)]
    j = max(range(len(ends)), key=ends.__getitem__)
    chosen = []
    for i in range(len(back) - 1, -1, -1):
        chosen.append(lattice.columns[i][j])
        j = back[i][j]
    return chosen[::-1]


def add_counts(lattice, chosen, weights, sign, change):
    """Adds how often each weight speaks for a labelling; costs speak against it."""
    before = "start"
    for i, (label, indices, _) in enumerate(chosen):
        for k in indices:
            change[k] = change.get(k, 0.0) + sign
        index = weights.costs.get((before, label, True if i == 0 else lattice.apart[i]))
        if index is not None:
            change[index] = change.get(index, 0.0) - sign
        before = label
    index = weights.costs.get((before, "end", True))
    if index is not None:
        change[index] = change.get(index, 0.0) - sign


def learn(lattices, weights, rounds, rate, shrink, advantage):
    """Changes weights.values: the hand-set ones plus the average of what was learnt. How many updates there were."""
    total = [0.0] * len(weights.values)
    steps = updates = 0
    costs = set(weights.costs.values())
    for _ in range(rounds):
        for lattice in lattices:
            rival = best_labelling(lattice, weights, advantage)
            right, told = lattice.right([c[0] for c in rival])
            if right < told:
                change = {}
                add_counts(lattice, best_labelling(lattice, weights, only_allowed=True), weights, +1, change)
                add_counts(lattice, rival, weights, -1, change)
                # A long text pays what a label costs to follow itself on every line: learnt from one
                # letter, that cost would turn the text of others into something else.
                for k, amount in change.items():
                    if k in weights.runs:
                        continue
                    # What occurs on every line of a long text shall not move by hundreds.
                    weights.values[k] += rate * max(-1.0, min(1.0, amount))
                    if k in costs:
                        weights.values[k] = max(0.0, weights.values[k])
                updates += 1
        for k, start in enumerate(weights.start):
            weights.values[k] = start + (weights.values[k] - start) * (1 - shrink)
            total[k] += weights.values[k]
        steps += 1
    weights.values = [one / steps for one in total]
    return updates
