"""The model over the JSON-lines protocol: requests on stdin, answers on stdout. python3 serve.py"""

import json
import os
import sys
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from ringmodel.errors import Invalid, ProtocolError  # noqa: E402
from ringmodel.operations import Session  # noqa: E402


def parse(line):
    try:
        request = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Invalid(f"the line is not JSON: {type(error).__name__}") from None
    if not isinstance(request, dict):
        raise Invalid("a request is an object")
    return request


def echoed_id(request):
    given = request.get("id")
    return given if isinstance(given, int) and not isinstance(given, bool) else None


def failure(error):
    answer = {"kind": error.kind, "message": str(error)}
    if error.check:
        answer["check"] = error.check
    return answer


def respond(session, line):
    """(answer, whether to go on)"""
    request = {}
    try:
        request = parse(line)
        if echoed_id(request) is None:
            raise Invalid("id: an integer is wanted")
        answer = session.handle(request)
        return {"id": request["id"], "ok": True, **answer}, request["op"] != "stop"
    except ProtocolError as error:
        return {"id": echoed_id(request), "ok": False, "error": failure(error)}, True
    except Exception as error:  # a fault of this program: say so and stay alive
        traceback.print_exc(file=sys.stderr)
        message = f"{type(error).__name__}: {error}"
        return {"id": echoed_id(request), "ok": False, "error": {"kind": "internal", "message": message}}, True


def main():
    session, go_on = Session(), True
    while go_on:
        line = sys.stdin.buffer.readline()
        if not line:
            break
        if not line.strip():
            continue
        answer, go_on = respond(session, line)
        sys.stdout.buffer.write(json.dumps(answer, allow_nan=False).encode("utf-8") + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
