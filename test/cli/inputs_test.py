"""Inputs of every kind give the same records, however they arrive; hostile ones are named."""
import bz2
import gzip
import io
import json
import lzma
import os
import random
import subprocess
import tarfile
import threading
import unittest
import zipfile

from tools import LETTER, SAMPLES, SANITIZED, ToolTest, tool_path

TOOL = "letter2json"


def records(outcome):
    return [json.loads(line) for line in outcome.bytes.splitlines()]


def nameless(outcome):
    """The records without their inputs' names."""
    rows = records(outcome)
    for row in rows:
        row["source"]["name"] = ""
    return rows


def tar_of(members, mode="w:"):
    """A tar file of (name, bytes) pairs, in this order."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def zip_of(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=method)
    return out.getvalue()


class Inputs(ToolTest):

    def setUp(self):
        super().setUp()
        self.members = [(path.name, path.read_bytes()) for path in sorted(SAMPLES.glob("*.txt"))][::4]
        self.assertGreater(len(self.members), 5)

    def read(self, *arguments, status=0, **options):
        outcome = self.run_tool(TOOL, *arguments, **options)
        self.assertEqual((outcome.status, outcome.err), (status, ""), arguments)
        return outcome


class Arriving(Inputs):

    def test_threads_do_not_change_the_output(self):
        for name, data in self.members:
            self.write("d/" + name, data)
        dump = b"\f".join(data for name, data in self.members if "1252" not in name) * 8
        self.write("dump.txt", dump)
        one = self.read("d", "dump.txt", "-j", "1")
        self.assertGreater(len(records(one)), 50)
        for threads in ("2", "3", "8"):
            self.assertEqual(self.read("d", "dump.txt", "--jobs", threads).bytes, one.bytes)

    def test_a_pipe_that_gives_one_byte_at_a_time(self):
        data = b"\f\n".join(data for name, data in self.members[:6])
        self.write("dump.txt", data)
        process = subprocess.Popen([tool_path(TOOL), "-"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, bufsize=0)

        def feed():
            for byte in data:
                os.write(process.stdin.fileno(), bytes([byte]))
            process.stdin.close()
        feeder = threading.Thread(target=feed)
        feeder.start()
        out = process.stdout.read()
        feeder.join()
        self.assertEqual(process.wait(), 0)
        process.stdout.close()
        self.assertEqual(out, self.read("-", stdin=data).bytes)
        self.assertEqual(out.replace(b'"name":"-"', b'"name":"dump.txt"'),
                         self.read("dump.txt").bytes)

    def test_compressed_files_and_archives_give_what_files_give(self):
        for name, data in self.members:
            self.write("d/" + name, data)
        plain = nameless(self.read("d"))
        self.write("a.tar", tar_of(self.members))
        self.write("a.tar.gz", tar_of(self.members, "w:gz"))
        self.write("a.tar.xz", tar_of(self.members, "w:xz"))
        self.write("misnamed.txt", tar_of(self.members, "w:bz2"))
        self.write("a.zip", zip_of(self.members))
        self.write("stored.zip", zip_of(self.members, zipfile.ZIP_STORED))
        for name in ("a.tar", "a.tar.gz", "a.tar.xz", "misnamed.txt", "a.zip", "stored.zip"):
            outcome = self.read(name)
            self.assertEqual(nameless(outcome), plain, name)
            self.assertEqual(records(outcome)[0]["source"]["name"],
                             name + "!" + self.members[0][0])
            data = (self.folder / name).read_bytes()
            self.assertEqual(nameless(self.read(stdin=data)), plain, "pipe of " + name)

    def test_compressed_texts_keep_their_name(self):
        name, data = self.members[0]
        self.write(name, data)
        plain = nameless(self.read(name))
        for suffix, compress in ((".gz", gzip.compress), (".bz2", bz2.compress),
                                 (".xz", lzma.compress)):
            self.write(name + suffix, compress(data))
            outcome = self.read(name + suffix)
            self.assertEqual(nameless(outcome), plain)
            self.assertEqual(records(outcome)[0]["source"]["name"], name + suffix)
        self.write("two.gz", gzip.compress(data[:1000]) + gzip.compress(data[1000:]))
        self.assertEqual(nameless(self.read("two.gz")), plain)
        self.write("empty.gz", gzip.compress(b""))
        self.assertEqual(self.read("empty.gz").bytes, b"")

    def test_archives_in_archives(self):
        inner = zip_of([("x/a.txt", LETTER.encode()), ("b.txt.gz", gzip.compress(LETTER.encode()))])
        self.write("o.tar.gz", tar_of([("n/in.zip", inner), ("c.txt", LETTER.encode())], "w:gz"))
        names = [row["source"]["name"] for row in records(self.read("o.tar.gz"))]
        self.assertEqual(names, ["o.tar.gz!n/in.zip!x/a.txt", "o.tar.gz!n/in.zip!b.txt.gz",
                                 "o.tar.gz!c.txt"])
        for name in names:
            self.assertEqual([row["source"]["name"] for row in records(self.read(name))], [name])
        outcome = self.run_tool(TOOL, "o.tar.gz!no.txt")
        self.assertEqual(outcome.status, 4)
        self.assert_complaint(outcome, TOOL, "no such member")

    def test_a_long_ascii_stream_that_turns_out_to_be_windows_1252(self):
        # 1.2 MB of ASCII first: longer than the first look at the encoding.
        letter = LETTER.encode()
        data = b"\f".join([letter] * (1_200_000 // len(letter)))
        data += b"\f" + LETTER.replace("A. Visser", "R. de Gr\xe9ve").encode("latin-1")
        rows = records(self.read("--split", "formfeed", "--language", "nl", "-", stdin=data))
        self.assertEqual(rows[0]["source"]["encoding"], "UTF-8")
        self.assertEqual(rows[-1]["source"]["encoding"], "ISO-8859-1")
        self.assertEqual(rows[-1]["signatories"][0]["name"], "R. de Gr\u00e9ve")

    def test_include_and_exclude(self):
        for name in ("d/a.txt", "d/b.md", "d/old/c.txt", "d/old/e.md"):
            self.write(name, LETTER)

        def names(*options):
            return [row["source"]["name"] for row in records(self.read("d", *options))]
        self.assertEqual(names(), ["d/a.txt", "d/old/c.txt"])
        self.assertEqual(names("--include", "*.md"), ["d/b.md", "d/old/e.md"])
        self.assertEqual(names("--include", "*.md", "--include=a*"),
                         ["d/a.txt", "d/b.md", "d/old/e.md"])
        self.assertEqual(names("--exclude", "old"), ["d/a.txt"])
        self.assertEqual(names("--include", "old/*"), ["d/old/c.txt", "d/old/e.md"])

    def test_letters_over_the_limit_are_cut(self):
        outcome = self.read("--split", "formfeed", "--max-letter-bytes", "10K", "-",
                            stdin=LETTER + "\f" + "woord " * 50_000 + "\f" + LETTER)
        rows = records(outcome)
        self.assertEqual(len(rows), 3)
        self.assertIn("letter.too-long", [d["code"] for d in rows[1]["diagnostics"]])
        self.assertLessEqual(rows[1]["source"]["end"] - rows[1]["source"]["start"], 10240)
        strict = self.run_tool(TOOL, "--strict", "--max-letter-bytes", "10K", "-",
                               stdin="woord " * 50_000)
        self.assertEqual(strict.status, 1)


class Rows(Inputs):

    def test_ndjson(self):
        rows = [{"id": "x%d" % i, "text": LETTER, "n": i, "tags": ["a", {"b": None}]}
                for i in range(300)]
        self.write("r.ndjson", "\n".join(json.dumps(row) for row in rows))
        plain = self.read("r.ndjson", "-j1")
        got = records(plain)
        self.assertEqual([row["source"]["name"] for row in got], [row["id"] for row in rows])
        self.assertNotIn("row", got[0]["source"])
        kept = records(self.read("--keep", "--from", "ndjson", "r.ndjson"))
        self.assertEqual(kept[7]["source"]["row"], {"n": 7, "tags": ["a", {"b": None}]})
        self.write("r.zip", zip_of([("r.ndjson", (self.folder / "r.ndjson").read_bytes())]))
        self.assertEqual(self.read("r.zip", "-j3").bytes, plain.bytes)

    def test_other_fields_and_numbers_as_ids(self):
        line = json.dumps({"no": 12, "body": LETTER})
        got = records(self.read("--from", "ndjson", "--text-field", "body", "--id-field", "no",
                                "--language", "nl", stdin=line))
        self.assertEqual(got[0]["source"]["name"], "12")
        self.assertEqual(got[0]["signatories"][0]["name"], "A. Visser")

    def test_bad_rows_are_named_and_the_rest_read(self):
        good = json.dumps({"text": LETTER})
        data = "\n".join([good, "{broken", json.dumps({"text": 5}), '{"text": "\\ud800"}',
                          '{"a": 1}', good + " x", good]).encode() + b'\n{"text": "\xff"}'
        outcome = self.run_tool(TOOL, "--from", "ndjson", "--errors", "e", "--stats=s", stdin=data)
        self.assertEqual(outcome.status, 1)
        self.assertEqual([row["source"]["name"] for row in records(outcome)], ["-:1", "-:7"])
        lines = outcome.err.splitlines()
        self.assertEqual(len(lines), 6)
        for line, number in zip(lines, (2, 3, 4, 5, 6, 8)):
            self.assertRegex(line, rf"\Aletter2json: -: line {number}: [^;]+; .+\Z")
        self.assertEqual(len((self.folder / "e").read_text().splitlines()), 6)
        stats = json.loads((self.folder / "s").read_text())
        self.assertEqual((stats["inputs"], stats["letters"], stats["failures"]), (1, 2, 6))

    def test_csv(self):
        quoted = LETTER.replace("\n", "\r\n").replace('"', '""')
        data = "\ufeffid,jaar,text\r\n" + "".join(
            f'b{i},{1990 + i},"{quoted}"\r\n' for i in range(50)) + "los,x,5\" breed"
        self.write("r.csv", data)
        got = records(self.read("--keep", "--language", "nl", "r.csv"))
        self.assertEqual(len(got), 51)
        self.assertEqual(got[3]["source"]["name"], "b3")
        self.assertEqual(got[3]["source"]["row"], {"jaar": "1993"})
        self.assertEqual(got[3]["signatories"][0]["name"], "A. Visser")
        outcome = self.run_tool(TOOL, "--from", "csv", "--text-field", "tekst", "r.csv")
        self.assertEqual(outcome.status, 4)
        self.assert_complaint(outcome, TOOL, "--text-field")

    def test_letters_are_not_taken_for_rows(self):
        for text in ("id,text\n", '{"text"', "[1]\n" + LETTER):
            self.assertLessEqual(len(records(self.read("--from", "text", stdin=text))), 1)
        self.assertEqual(len(records(self.read(stdin=LETTER))), 1)


class Hostile(Inputs):

    def codes(self, row):
        return [diagnostic["code"] for diagnostic in row["diagnostics"]]

    def test_hostile_names(self):
        names = ["../x.txt", "/etc/x.txt", "a/../../b.txt", "c\n\x1b[31m.txt", "d.txt", "d.txt",
                 "C:\\e.txt", "f" * 90 + ".txt"]
        self.write("h.tar", tar_of([(name, LETTER.encode()) for name in names]))
        rows = records(self.read("h.tar"))
        self.assertEqual([row["source"]["name"] for row in rows], ["h.tar!" + n for n in names])
        unsafe = [i for i, row in enumerate(rows) if "source.unsafe-name" in self.codes(row)]
        self.assertEqual(unsafe, [0, 1, 2, 3, 6])
        self.assertEqual([i for i, row in enumerate(rows)
                          if "source.repeated-name" in self.codes(row)], [5])
        before = set(self.files())
        self.read("--out-dir", "out", "h.tar")
        written = set(self.files()) - before
        self.assertTrue(all(name == "out" or name.startswith("out/") for name in written), written)
        self.assertEqual(len([name for name in written if name.endswith(".ndjson")]),
                         len(names) + 1)

    def test_links_in_archives_are_not_followed(self):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w") as archive:
            for kind, name in ((tarfile.SYMTYPE, "s.txt"), (tarfile.LNKTYPE, "l.txt")):
                info = tarfile.TarInfo(name)
                info.type, info.linkname = kind, "/etc/passwd"
                archive.addfile(info)
            info = tarfile.TarInfo("a.txt")
            info.size = len(LETTER)
            archive.addfile(info, io.BytesIO(LETTER.encode()))
        self.write("l.tar", out.getvalue())
        self.assertEqual([row["source"]["name"] for row in records(self.read("l.tar"))],
                         ["l.tar!a.txt"])

    def test_every_way_of_breaking_an_archive_ends_in_words(self):
        chance = random.Random(20270503)
        big = [("%03d.txt" % i, b"\n".join(os.urandom(30).hex().encode() for _ in range(300)))
               for i in range(8)]
        for name, data in (("a.tar.gz", tar_of(big, "w:gz")), ("a.zip", zip_of(big)),
                           ("a.tar", tar_of(big)), ("a.tar.xz", tar_of(big, "w:xz"))):
            for round_ in range(6):
                broken = bytearray(data)
                if round_ % 2:
                    del broken[chance.randrange(1000, len(broken)):]
                else:
                    for _ in range(40):
                        broken[chance.randrange(len(broken))] = chance.randrange(256)
                self.write(name, bytes(broken))
                self.write("z.txt", LETTER)
                outcome = self.run_tool(TOOL, name, "z.txt", "--fields", "source")
                self.assertIn(outcome.status, (0, 1), outcome.err)
                self.assertEqual(outcome.status == 1, outcome.err != "", (name, round_))
                for line in outcome.err.splitlines():
                    self.assertRegex(line, r"\Aletter2json: [^;]+; .+\Z")
                self.assertEqual(records(outcome)[-1]["source"]["name"], "z.txt")

    def test_a_bomb_is_left_before_it_goes_off(self):
        packed = gzip.compress(b"woord\n" * (50 << 20))
        self.write("bomb.gz", packed)
        outcome = self.run_tool(TOOL, "bomb.gz", "-", stdin=LETTER)
        self.assertEqual(outcome.status, 1)
        self.assert_complaint(outcome, TOOL, "500 times")
        nested = LETTER.encode()
        for _ in range(8):
            nested = zip_of([("n.zip", nested)])
        self.write("deep.zip", nested)
        outcome = self.run_tool(TOOL, "deep.zip")
        self.assertEqual(outcome.status, 4)
        self.assert_complaint(outcome, TOOL, "inside 4 others")


class Accounts(Inputs):

    def test_stats(self):
        self.write("a.txt", LETTER)
        outcome = self.run_tool(TOOL, "a.txt", "no.txt", "--stats", "--quiet",
                                "--language=nl")
        self.assertEqual(outcome.status, 1)
        stats = json.loads(outcome.err)
        self.assertEqual(stats["inputs"], 1)
        self.assertEqual(stats["letters"], 1)
        self.assertEqual(stats["bytes"], len(LETTER))
        self.assertEqual(stats["failures"], 1)
        self.assertEqual(stats["encodings"], {"UTF-8": 1})
        self.assertEqual(sum(stats["forms"].values()), 1)
        self.assertEqual(sum(stats["languages"].values()), 1)
        self.assertEqual((stats["without_date"], stats["without_signatory"]), (0, 0))

    def test_progress(self):
        outcome = self.run_tool(TOOL, "--progress", "-", stdin=LETTER)
        self.assertRegex(outcome.err, r"\A1 inputs, 1 letters, 0 MB, [\d.]+ MB/s\n\Z")
        self.assertEqual(self.run_tool(TOOL, "--progress", "-q", "-", stdin=LETTER).err, "")
        self.assertEqual(self.run_tool(TOOL, "-", stdin=LETTER).err, "")

    def test_memory_stays_bounded(self):
        letter = LETTER.encode() + b"\n" * 4
        code = ("import resource, subprocess, sys\n"
                "done = subprocess.run(sys.argv[1:], stdin=sys.stdin, stdout=subprocess.DEVNULL)\n"
                "print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
        self.write("big.txt", b"\f".join([letter] * (20_000_000 // len(letter))))
        # A sanitizer keeps freed memory and shadows all of it: its build shows no bound of ours.
        bound = (128 << 10) if not SANITIZED else (2 << 20)
        with open(self.folder / "big.txt", "rb") as stdin:
            done = subprocess.run(["python3", "-c", code, tool_path(TOOL), "-j2", "--fields", "id",
                                   "-"], stdin=stdin, stdout=subprocess.PIPE, check=True)
        status, kilobytes = done.stdout.split()
        self.assertEqual(status, b"0")
        self.assertLess(int(kilobytes), bound)


if __name__ == "__main__":
    unittest.main()
