"""An adapter: it reads requests from stdin and writes answers to stdout, one JSON object a line.

You need not change this file. What your implementation can do is in model.py: start there.

The rules of the line (all of the protocol is in docs/implementing.md):

- one answer for each request, in order, with the request's `id`;
- nothing else on stdout; what you want to say to yourself goes to stderr;
- money, prices and rates are decimal strings such as "1.05"; counts and days are JSON integers;
- after `stop`, or at the end of stdin, the program ends.
"""

import json
import sys
import traceback

import model


def answer(request):
    """The answer to one request, without its `id`."""
    op = request.get("op")
    if op == "hello":
        # who you are, and what you can do: a capability that is not listed is not asked for
        return {"ok": True, "protocol": 1, "name": model.NAME, "version": model.VERSION,
                "language": "Python", "arithmetic": model.ARITHMETIC, "capabilities": model.CAPABILITIES}
    if op == "stop":
        return {"ok": True}
    if op not in model.OPERATIONS:
        # "unsupported" is an honest answer for whatever you have not claimed
        return error("unsupported", f"{op} is not there yet")
    try:
        return {"ok": True, **model.OPERATIONS[op](request)}
    except NotImplementedError as missing:
        return error("unsupported", str(missing))
    except model.Invalid as fault:
        # the request is malformed, or speaks of nothing: say what and where, and leave your world as it was
        return error("invalid", str(fault))
    except Exception as fault:
        # a fault of your own: say so, stay alive; the stack trace goes to stderr, and its end into the report
        traceback.print_exc(file=sys.stderr)
        return error("internal", f"{type(fault).__name__}: {fault}")


def error(kind, message):
    return {"ok": False, "error": {"kind": kind, "message": message}}


def parse(line):
    """The request, or None for a line that is none."""
    try:
        request = json.loads(line)
    except ValueError:
        return None
    is_request = isinstance(request, dict) and isinstance(request.get("id"), int)
    return request if is_request else None


def main():
    # whatever the machine's language is set to
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    for line in sys.stdin:
        request = parse(line)
        if request is None:
            told = {"id": None, **error("invalid", "a JSON object with an integer id is wanted")}
        else:
            told = {"id": request["id"], **answer(request)}
        # flush: the harness waits for this line before it asks again
        print(json.dumps(told), flush=True)
        if request is not None and request.get("op") == "stop":
            break


if __name__ == "__main__":
    main()
