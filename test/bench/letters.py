#!/usr/bin/env python3
"""What a data team would write in an afternoon to get records out of letters: a few regular expressions.

    letters.py dump.txt >records.ndjson

In: a text with a form feed between letters. Out: a JSON object a line with dossier, number, title,
addressee, place, date, subject, signatories and paragraphs. scripts/bench measures letter2json against it.
It is written to be quick: one search a field, over the part of the letter where the field stands.
"""
import json
import re
import sys

MONTHS = {name: number for names in (
    "januari februari maart april mei juni juli augustus september oktober november december",
    "january february march april may june july august september october november december",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
) for number, name in enumerate(names.split(), 1)}
HEAD, TAIL = 1500, 600  # characters in which a letter's head and its end stand

DOSSIER = re.compile(r"^(\d\d \d{3}(?:[- ][IVXLC]+)?)\n+(\S.*)", re.M)
NUMBER = re.compile(r"^Nr\. ?(\d+)\s+(brief van .+)", re.M | re.I)
ADDRESSEE = re.compile(r"^(?:Aan:? (.+?)(?:   .*)?$|(.+ MP)\nChair$|(?:Frau|Herrn?)\n(.+)$|((?:Monsieur|Madame) .+),$)",
                       re.M)
DATE = re.compile(r"(?:^Dat\w+:? +|^([^\n,]{2,30}),? (?:le )?|^)(\d{1,2})\.? (" + "|".join(MONTHS) + r") (\d{4})\b",
                  re.M | re.I)
SUBJECT = re.compile(r"^(?:Betreft|Onderwerp|Objet|Subject|Betreff) *:? *(.+?)(?:   .*)?$", re.M)
SIGNATURE = re.compile(r"^((?:de |het )?(?:minister|staatssecretaris|voorzitter|directeur)\b.+),\n+"
                       r"((?:[A-Z]\.)+ ?[^\n]+)$", re.M | re.I)
FORMULA = re.compile(r"^(?:Hoogachtend|Yours \w+|Mit freundlichen Grüßen|Pour le ministre)[^\n]*\n+(.+)\n*(.*)", re.M)
BREAK = re.compile(r"\n\s*\n")


def first_group(match):
    return next((group for group in match.groups() if group), None) if match else None


def date_of(match):
    if not match:
        return None
    return {"place": match[1], "iso": "%s-%02d-%02d" % (match[4], MONTHS[match[3].lower()], int(match[2]))}


def read_letter(text):
    head, tail = text[:HEAD], text[-TAIL:]
    dossier, number, date = DOSSIER.search(head), NUMBER.search(head), DATE.search(head)
    signed = [{"role": role, "name": name} for role, name in SIGNATURE.findall(tail)]
    formula = FORMULA.search(tail)
    if formula and not signed:
        signed = [{"role": formula[1] if formula[2] else None, "name": (formula[2] or formula[1]).strip()}]
    return {
        "dossier": dossier[1] if dossier else None,
        "dossier_title": dossier[2] if dossier else None,
        "number": number[1] if number else None,
        "title": number[2] if number else None,
        "addressee": first_group(ADDRESSEE.search(head)),
        "date": date_of(date),
        "subject": first_group(SUBJECT.search(head)),
        "signatories": signed,
        "paragraphs": [part.strip() for part in BREAK.split(text[date.end() if date else 0:]) if part.strip()],
    }


def letters(file):
    """The letters of a dump, read a mebibyte at a time."""
    rest = ""
    while True:
        piece = file.read(1 << 20)
        *whole, rest = (rest + piece).split("\n\f")
        yield from whole
        if not piece:
            yield rest
            return


def main():
    with open(sys.argv[1], encoding="utf-8", newline=None) as file:
        for text in letters(file):
            sys.stdout.write(json.dumps(read_letter(text), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
