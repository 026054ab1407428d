"""Labelled letters: which there are, which are the same, and what lettereval says of them.

In: the development corpus (the folder $LETTERKIT_CORPUS, else ../shared/corpus beside this checkout) and samples/, or
other labels that are named. Out: arguments for lettereval, by language, and its outcome a letter.
"""
import hashlib
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROFILES = ROOT / "lib/profiles"
TOOLS = ROOT / "build/release/apps"
SETS = {"nl": ["nl-kamerstuk", "nl-letters", "nl-signatures", "nl-circulars"], "en": ["en-agency"],
        "fr": ["fr-letters", "fr-multi"], "de": ["de-letters"]}
SAMPLES = {"nl": "samples", "en": "samples/en", "fr": "samples/fr", "de": "samples/de"}


def add_options(parser):
    """The options that name letters."""
    parser.add_argument("--gold", action="append", default=[], metavar="FILE", help="gold labels; may be repeated")
    parser.add_argument("--texts", metavar="DIR", help="folder of the texts (default: that of the labels)")
    parser.add_argument("--language", choices=sorted(SETS), help="this language alone")
    parser.add_argument("--folds", type=int, default=10, help="letters are held out so many times, a part at a time")
    parser.add_argument("--seed", type=int, default=1, help="deals letters to the folds")
    parser.add_argument("--tools", type=pathlib.Path, default=TOOLS, metavar="DIR", help="folder of the built tools")


def check_options(parser, options, *tools):
    if options.folds < 2:
        parser.error("--folds: cross-validation needs 2 or more")
    if options.gold and not options.language:
        parser.error("--gold: the letters' language is not known; add --language nl")
    for tool in tools:
        if not (options.tools / tool).is_file():
            sys.exit("%s: no such file; run scripts/build %s" % (options.tools / tool, tool))


def sets_of(options):
    """Arguments for lettereval, by language."""
    if options.gold:
        texts = ["--texts", options.texts] if options.texts else []
        return {options.language: texts + options.gold}
    corpus = pathlib.Path(os.environ.get("LETTERKIT_CORPUS", ROOT / "../shared/corpus"))
    sets = {language: [str(ROOT / SAMPLES[language])] for language in SETS}
    if corpus.is_dir():
        sets = {language: [str(corpus / name) for name in SETS[language]] + sets[language] for language in SETS}
    else:
        print("no corpus at %s: samples alone; set LETTERKIT_CORPUS to its folder" % corpus)
    return {language: sets[language] for language in sets if options.language in (None, language)}


def run(command):
    """What a command prints; ends the run when it fails."""
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit("%s: status %d: %s" % (command[0], done.returncode, done.stderr.decode("utf-8", "replace").strip()))
    return done.stdout.decode("utf-8")


def outcomes(options, sets, profile):
    """(set, outcome) of each letter of the sets, read with the profile in a folder."""
    report = json.loads(run([str(options.tools / "lettereval"), "--json", "--profile", str(profile), *sets]))
    return [(name, letter) for name, one in report["sets"].items() for letter in one["outcomes"]]


def group_of(name, letter):
    """What is the same for all renderings of a letter: its labelled date and first words."""
    known = [letter["fields"].get(field, {}).get("want") for field in ("date", "body_first")]
    return json.dumps(known) if all(known) else "%s/%s/%d" % (name, letter["file"], letter["letter"])


def fold_of(group, options):
    digest = hashlib.sha256(("%d %s" % (options.seed, group)).encode()).digest()
    return int.from_bytes(digest[:8], "big") % options.folds
