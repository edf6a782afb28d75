"""Plays a folder of vectors (`ringspec vectors --out DIR`) against an implementation, and says where it differs first.

    python3 run_vectors.py DIR                              against the model in this folder
    python3 run_vectors.py DIR --command "./my_adapter"     against any program that speaks the protocol
    python3 run_vectors.py DIR --results results.json       and writes what it found, for `ringspec certificate`

Exit status: 0 all agree, 1 something differs, 64 wrong usage, 65 the folder cannot be read, 69 no answer.
"""

import argparse
import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
from fractions import Fraction

MONEY = re.compile(r"-?[0-9]+(\.[0-9]+)?")


class NoAnswer(Exception):
    pass


class InProcess:
    def __init__(self):
        sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
        from ringmodel.operations import Session
        from serve import respond
        self.session, self.respond = Session(), respond

    def ask(self, request):
        return self.respond(self.session, json.dumps(request).encode())[0]


class Command:
    def __init__(self, command):
        self.process = subprocess.Popen(shlex.split(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, request):
        try:
            self.process.stdin.write(json.dumps(request) + "\n")
            self.process.stdin.flush()
            return json.loads(self.process.stdout.readline())
        except (OSError, ValueError) as error:
            raise NoAnswer(f"{request['op']} was not answered with a line of JSON: {error}") from None


def is_money(value):
    return isinstance(value, str) and MONEY.fullmatch(value) is not None


def difference(expected, got, tolerance, path=""):
    """The first place where the answers differ, as (path, expected, got), or None. Members beyond are no fault."""
    if is_money(expected) and is_money(got):
        near = tolerance * max(1, abs(Fraction(expected)))
        return None if abs(Fraction(expected) - Fraction(got)) <= near else (path, expected, got)
    if isinstance(expected, dict) and isinstance(got, dict):
        pairs = ((f"{path}.{key}", value, got.get(key)) for key, value in expected.items())
    elif isinstance(expected, list) and isinstance(got, list) and len(expected) == len(got):
        if path == ".tickets":  # of a state: a set, in no order
            expected, got = (sorted(tickets, key=lambda t: str(t["id"])) for tickets in (expected, got))
        pairs = ((f"{path}[{i}]", *pair) for i, pair in enumerate(zip(expected, got)))
    else:
        return None if type(expected) is type(got) and expected == got else (path, expected, got)
    return next(filter(None, (difference(e, g, tolerance, where) for where, e, g in pairs)), None)


def play(implementation, vector, tolerance):
    """How the first answer that differs does so, or None, and all answers."""
    told, answers = None, []
    for number, exchange in enumerate(vector["exchanges"], 1):
        answer = implementation.ask({"id": number, **exchange["request"]})
        answers.append({name: value for name, value in answer.items() if name != "id"})
        found = difference({"id": number, **exchange["expected"]}, answer, tolerance)
        if found and not told:
            where, expected, got = found
            told = (f"request {number}: {json.dumps(exchange['request'])[:300]}\n  {where[1:] or 'answer'}\n"
                    f"    expected {json.dumps(expected)[:300]}\n    got      {json.dumps(got)[:300]}")
    return told, answers


def main():
    parser = argparse.ArgumentParser(description="Plays vectors against an implementation.")
    parser.add_argument("folder")
    parser.add_argument("--command", help="the program to ask; without it the model in this folder")
    parser.add_argument("--results", help="a file for what was found, for `ringspec certificate --from-vectors`")
    try:
        options = parser.parse_args()
    except SystemExit as error:
        return 64 if error.code else 0
    try:
        with open(os.path.join(options.folder, "index.json"), "rb") as file:
            content = file.read()
        index = json.loads(content)
        implementation = Command(options.command) if options.command else InProcess()
        hello = implementation.ask({"id": 0, "op": "hello", "protocol": index["protocol"]})
        files = run(index, options.folder, implementation, claims(hello))
        if options.results:
            write(options, hashlib.sha256(content).hexdigest(), hello, files)
    except (OSError, ValueError, KeyError) as error:
        print(f"{options.folder}: {type(error).__name__}: {error}", file=sys.stderr)
        return 65
    except NoAnswer as error:
        print(error, file=sys.stderr)
        return 69
    counts = {result: sum(file["result"] == result for file in files) for result in ("agree", "differ", "unsupported")}
    print("{agree} files agree, {differ} differ, {unsupported} need a capability that is not claimed".format(**counts))
    return 0 if counts["agree"] and not counts["differ"] else 1


def claims(hello):
    """What it claims; what minor version 1 of the protocol lets anybody leave out is claimed by who speaks minor 0."""
    since_minor_1 = () if hello.get("minor") else (
        "regimes", "guard_threshold", "least_spread", "dealer_customers", "input_checks")
    return {*hello["capabilities"], *since_minor_1}


def run(index, folder, implementation, can):
    """One result for each file of the index."""
    files = []
    for entry in index["files"]:
        if not set(entry["capabilities"]) <= can:
            files.append({"file": entry["file"], "result": "unsupported"})
            continue
        with open(os.path.join(folder, entry["file"]), "rb") as file:
            content = file.read()
        if hashlib.sha256(content).hexdigest() != entry["sha256"]:
            raise ValueError(f"{entry['file']} is not as it was written")
        told, answers = play(implementation, json.loads(content), Fraction(index["tolerance"]))
        files.append({"file": entry["file"], "result": "differ", "answers": answers} if told
                     else {"file": entry["file"], "result": "agree"})
        if told:
            print(f"{entry['file']} ({entry['name']}; {' '.join(entry['clauses']) or 'random play'})\n  {told}")
    return files


def write(options, index, hello, files):
    """What was found, as docs/vectors.md describes it; a file that stands there is written anew."""
    command = options.command or f"python3 {os.path.relpath(__file__)}"
    hello = {name: value for name, value in hello.items() if name not in ("id", "ok")}
    results = {"results": 1, "index": index, "folder": options.folder, "command": command, "hello": hello, "files": files}
    with open(options.results, "w", encoding="utf-8") as file:
        json.dump(results, file, ensure_ascii=False)
        file.write("\n")


if __name__ == "__main__":
    sys.exit(main())
