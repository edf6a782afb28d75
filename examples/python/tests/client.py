"""Talks to serve.py as the harness does, and compares money at 1e-10."""

import json
import os
import subprocess
import sys
import unittest
from fractions import Fraction

SERVE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "serve.py")
TOLERANCE = Fraction(1, 10**10)


def dec(value):
    """A number or a fraction such as "31/30", as a decimal string for the wire."""
    from decimal import Context, Decimal
    f = Fraction(value)
    return format(Context(prec=40).divide(Decimal(f.numerator), Decimal(f.denominator)), "f")


class Client:
    def __init__(self):
        self.process = subprocess.Popen([sys.executable, SERVE], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.next_id = 0

    def raw(self, data):
        self.process.stdin.write(data + b"\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def ask(self, op, **arguments):
        self.next_id += 1
        answer = self.raw(json.dumps({"id": self.next_id, "op": op, **arguments}).encode())
        assert answer["id"] == self.next_id
        return answer

    def close(self):
        self.ask("stop")
        self.process.wait(5)
        self.process.stdin.close()
        self.process.stdout.close()


def bucket(name, start, end, mid="1", spread="0.30", **more):
    return {"id": name, "from": start, "to": end, "outsideMid": dec(mid), "outsideSpread": dec(spread), **more}


def one_bucket(mid="1", spread="0.30", **more):
    return [bucket("short", 1, None, mid, spread, **more)]


def ticket(id, issuer, owner, maturity, serial, liability=None, **more):
    return {"id": id, "liability": liability or "P" + id, "issuer": issuer, "owner": owner, "maturity": maturity,
            "serial": serial, **more}


def tickets(prefix, count, issuer, owner, maturity, first_serial):
    return [ticket(f"{prefix}{n}", issuer, owner, maturity, first_serial + n) for n in range(1, count + 1)]


class ModelTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.client = Client()

    @classmethod
    def tearDownClass(cls):
        cls.client.close()

    def ask(self, op, **arguments):
        answer = self.client.ask(op, **arguments)
        self.assertTrue(answer["ok"], answer)
        return answer

    def refused(self, kind, op, **arguments):
        answer = self.client.ask(op, **arguments)
        self.assertFalse(answer["ok"], answer)
        self.assertEqual(answer["error"]["kind"], kind, answer)

    def reset(self, traders=None, tickets=(), dealers=None, vbts=None, buckets=None, **more):
        world = {"buckets": buckets or one_bucket(), "tickets": list(tickets), "anchors": {"update": False},
                 "traders": [{"id": k, "cash": dec(v)} for k, v in (traders or {}).items()],
                 "dealers": {k: {"cash": dec(v)} for k, v in (dealers or {}).items()},
                 "vbts": {k: {"cash": dec(v)} for k, v in (vbts or {}).items()}, **more}
        return self.ask("reset", world=world)

    def money(self, found, expected, what=""):
        self.assertIsInstance(found, str)
        self.assertNotIn("e", found.lower())
        self.assertLessEqual(abs(Fraction(found) - Fraction(expected)), TOLERANCE, f"{what}: {found} != {expected}")

    def quoted(self, bucket="short", **expected):
        self.members(self.ask("quotes", bucket=bucket), expected)

    def kernel(self, S, M, O, a, C, expected, x=None, guard="0.02", clip=True):
        request = dict(ticketSize=dec(S), outsideMid=dec(M), outsideSpread=dec(O), guardThreshold=guard,
                       clipOutsideBid=clip, tickets=a, cash=dec(C))
        if x is not None:
            request["faceInventory"] = dec(x)
        answer = self.ask("kernel", **request)
        self.members(answer, expected)
        return answer

    def members(self, answer, expected):
        for name, value in expected.items():
            if isinstance(value, str) and isinstance(answer[name], str) and value[:1].isdigit() | (value[:1] == "-"):
                self.money(answer[name], value, name)
            else:
                self.assertEqual(answer[name], value, name)

    def traded(self, trade, price, route, ticket=None, because=None):
        self.assertTrue(trade["executed"], trade)
        self.money(trade["price"], price, "price")
        self.assertEqual((trade["route"], trade["routedBecause"], trade["reason"]), (route, because, None))
        if ticket:
            self.assertEqual(trade["ticket"], ticket)

    def desk(self, kind, bucket="short"):
        state = self.ask("state")
        held = sorted(t["id"] for t in state["tickets"] if t["owner"] == f"{kind}:{bucket}")
        return state[kind + "s"][bucket], held

    def trader(self, name):
        state = self.ask("state")
        return next(t for t in state["traders"] if t["id"] == name), sorted(
            t["id"] for t in state["tickets"] if t["owner"] == name)

    def holds(self, kind, cash, count, bucket="short"):
        desk, held = self.desk(kind, bucket)
        self.money(desk["cash"], cash, f"{kind} cash")
        self.assertEqual(len(held), count)
