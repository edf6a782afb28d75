"""Clauses that the worked examples leave aside."""

import random
import unittest
from fractions import Fraction

from ringmodel.money import split_exactly
from tests.client import ModelTest, bucket, one_bucket, ticket, tickets

THREE = [bucket("short", 1, 3, "1", "0.20"), bucket("mid", 4, 8, "0.9", "0.30"), bucket("long", 9, None, "0.8", "0.40")]


class Trading(ModelTest):
    def test_issuer_routes_to_the_vbt(self):
        self.reset(traders={"I": "0", "J": "0", "H": "5"}, dealers={"short": "2"},
                   tickets=[ticket("d", "J", "dealer:short", 3, 1), ticket("v", "I", "vbt:short", 3, 2),
                            ticket("h", "I", "H", 9, 3)])
        self.traded(self.ask("buy", trader="H", bucket="short"), "1.15", "passthrough", "v", "issuer")

    def test_nobody_is_sold_its_own_ticket(self):
        self.reset(traders={"H": "5", "J": "0"}, dealers={"short": "2"}, tickets=[ticket("d", "H", "dealer:short", 3, 1)])
        self.assertEqual(self.ask("buy", trader="H", bucket="short")["reason"], "no_eligible_ticket")

    def test_buy_by_policy_takes_the_first_feasible_bucket_and_reports_cash_first(self):
        self.reset(buckets=THREE, traders={"I": "0", "H": "0.97", "P": "0.5"}, dealers={"mid": "1"},
                   tickets=[ticket("m", "I", "dealer:mid", 7, 1)])
        refused = self.ask("buy", trader="P")
        self.assertEqual((refused["bucket"], refused["reason"]), ("mid", "cash"))
        self.assertEqual(self.ask("buy", trader="H")["bucket"], "mid")
        self.assertEqual(self.ask("buy", trader="H")["bucket"], "short")

    def test_dealer_sells_its_foreign_ticket(self):
        self.reset(buckets=THREE, traders={"I": "0"}, dealers={"short": "0", "mid": "2"},
                   tickets=[ticket("m", "I", "dealer:short", 7, 1)])
        self.quoted("short", tickets=0)
        self.refused("invalid", "sell", trader="dealer:short")
        self.refused("invalid", "sell", trader="vbt:short")
        self.assertEqual(self.ask("sell", trader="dealer:short", ticket="m")["bucket"], "mid")
        self.refused("invalid", "sell", trader="dealer:mid", ticket="m")
        self.refused("invalid", "buy", trader="dealer:mid", bucket="mid")

    def test_par_cap(self):
        self.reset(rulings={"cap_quotes_at_par": True}, traders={"I": "0", "H": "5"}, dealers={"short": "4.11"},
                   tickets=[ticket("v", "I", "vbt:short", 3, 1)])
        self.quoted(interiorAsk="1.13", interiorBid="1.07", ask="1", bid="1", outsideAsk="1.15")
        self.traded(self.ask("buy", trader="H", bucket="short"), "1.15", "passthrough", "v", "inventory")


class Rebucketing(ModelTest):
    def test_order_and_a_dealer_that_cannot_pay(self):
        self.reset(buckets=THREE, traders={"I": "0", "T": "0"}, dealers={"short": "1", "mid": "0", "long": "0"},
                   tickets=[ticket("l2", "I", "dealer:long", 9, 1), ticket("l1", "I", "dealer:long", 9, 2),
                            ticket("m2", "I", "dealer:mid", 4, 4), ticket("m1", "I", "dealer:mid", 4, 3),
                            ticket("vm", "I", "vbt:mid", 4, 5), ticket("t", "I", "T", 9, 0)])
        crossings = self.ask("advance")["rebucketed"]
        self.assertEqual([(c["ticket"], c["seller"], c["buyer"], c["price"]) for c in crossings], [
            ("m1", "dealer:mid", "dealer:short", "1"), ("m2", "dealer:mid", "vbt:short", "1"),
            ("vm", "vbt:mid", "vbt:short", "1"), ("t", "T", "T", None),
            ("l2", "dealer:long", "dealer:mid", "0.9"), ("l1", "dealer:long", "dealer:mid", "0.9")])
        self.money(self.desk("dealer", "mid")[0]["cash"], "0.2")


class Clearing(ModelTest):
    ring = dict(time=1, traders={"H1": "0", "H2": "0", "H3": "1", "H4": "0"},
                tickets=tickets("a", 2, "H1", "H2", 1, 0) + tickets("b", 1, "H2", "H3", 1, 10)
                + tickets("c", 2, "H3", "H1", 1, 20))

    def recoveries(self, clearing):
        self.reset(rulings={"clearing": clearing}, **self.ring)
        return [(i["issuer"], i["cashBefore"], i["recovery"], i["cashAfter"]) for i in self.ask("settle")["issuers"]]

    def test_cash_on_hand(self):
        self.assertEqual(self.recoveries("cash_on_hand"),
                         [("H1", "0", "0", "0"), ("H2", "0", "0", "0"), ("H3", "1", "0.5", "0")])

    def test_sequential(self):
        self.assertEqual(self.recoveries("sequential"),
                         [("H1", "0", "0", "0"), ("H2", "0", "0", "0"), ("H3", "1", "0.5", "0")])

    def test_sequential_counts_earlier_receipts(self):
        self.reset(rulings={"clearing": "sequential"}, time=1, traders={"H1": "1", "H2": "0"},
                   tickets=[ticket("a", "H1", "H2", 1, 1), ticket("b", "H2", "H1", 1, 2)])
        self.assertEqual([(i["cashBefore"], i["recovery"]) for i in self.ask("settle")["issuers"]],
                         [("1", "1"), ("1", "1")])

    def test_clearing_vector(self):
        self.assertEqual(self.recoveries("clearing_vector"),
                         [("H1", "2", "1", "0"), ("H2", "2", "1", "1"), ("H3", "2", "1", "0")])

    def test_greatest_fixed_point_of_a_cycle_without_cash(self):
        self.reset(rulings={"clearing": "clearing_vector"}, time=1, traders={"H1": "0", "H2": "0"},
                   tickets=tickets("a", 2, "H1", "H2", 1, 0) + tickets("b", 1, "H2", "H1", 1, 10))
        self.assertEqual([i["recovery"] for i in self.ask("settle")["issuers"]], ["0.5", "1"])

    def test_against_iteration_from_above(self):
        rng = random.Random(7)
        for _ in range(30):
            names = [f"H{k}" for k in range(5)]
            cash = {n: Fraction(rng.randrange(0, 4), 2) for n in names}
            held = []
            for issuer in names:  # every trader holds one issuer's tickets only
                holder = names[(names.index(issuer) + 1) % 5]
                for k in range(rng.randrange(1, 4)):
                    owner = rng.choice([holder, holder, "dealer:short", "vbt:short"])
                    held.append(ticket(f"{issuer}-{k}", issuer, owner, 1, len(held) + 1))
            self.reset(rulings={"clearing": "clearing_vector"}, time=1, traders=cash, tickets=held)
            due = {n: sum(t["issuer"] == n for t in held) for n in names}
            paid = {n: float(due[n]) for n in names}
            for _ in range(3000):
                received = {n: sum(paid[t["issuer"]] / due[t["issuer"]] for t in held if t["owner"] == n) for n in names}
                paid = {n: min(due[n], float(cash[n]) + received[n]) for n in names}
            for answer in self.ask("settle")["issuers"]:
                self.assertAlmostEqual(float(answer["recovery"]), paid[answer["issuer"]] / due[answer["issuer"]], 6)


class Paying(ModelTest):
    """Nobody pays what it has not, and what a tie forgives nobody gets. SET-05, SET-06R, REB-07R, ROL-06R."""

    def test_residues_go_one_unit_each_to_the_largest_remainders(self):
        unit = Fraction(1, 10**18)
        self.assertEqual(split_exactly(4 * unit, [1] * 7), [unit] * 4 + [0] * 3)
        self.assertEqual(split_exactly(Fraction(2), [1, 1, 1]),
                         [Fraction(2 * 10**18 + 1, 3) * unit] * 2 + [Fraction(2 * 10**18 - 2, 3) * unit])
        # shares of 5/3, 5/3 and 20/3 units: 1, 1 and 6, and the last two units to the first two
        self.assertEqual(split_exactly(10 * unit, [1, 1, 4]), [2 * unit, 2 * unit, 6 * unit])
        self.assertEqual(split_exactly(5 * unit, [1, 2]), [2 * unit, 3 * unit])

    def test_who_counts_on_the_missing_part_does_not_get_it(self):
        for clearing in ("sequential", "clearing_vector"):
            self.reset(rulings={"clearing": clearing}, time=1,
                       traders={"H1": Fraction("0.9999999999"), "H2": "0", "H3": "0"},
                       tickets=[ticket("a", "H1", "H2", 1, 1), ticket("b", "H2", "H3", 1, 2)])
            paid = [(i["cashBefore"], i["recovery"], i["cashAfter"]) for i in self.ask("settle")["issuers"]]
            self.assertEqual(paid, [("0.9999999999", "1", "0")] * 2)
            self.assertEqual([t["cash"] for t in self.ask("state")["traders"]], ["0", "0", "0.9999999999"])

    def test_a_receiving_dealer_pays_no_more_than_it_has(self):
        self.reset(buckets=THREE, traders={"I": "0"}, dealers={"short": Fraction("0.9999999991"), "mid": "0"},
                   tickets=[ticket("m", "I", "dealer:mid", 4, 1)])
        [crossing] = self.ask("advance")["rebucketed"]
        self.assertEqual((crossing["buyer"], crossing["price"]), ("dealer:short", "0.9999999991"))
        self.assertEqual([self.desk("dealer", b)[0]["cash"] for b in ("short", "mid")], ["0", "0.9999999991"])

    def test_so_does_one_with_whom_a_new_ticket_is_placed(self):
        self.reset(buckets=THREE, rollover={"enabled": True}, time=1, traders={"I": "1"},
                   dealers={"short": "0", "long": Fraction("0.7999999991")},
                   tickets=[ticket("d", "I", "dealer:short", 1, 1, distance=9)])
        self.ask("settle")
        [issued] = self.ask("rollover")["issued"]
        self.assertEqual(issued["placed"], {"seller": "dealer:short", "buyer": "dealer:long", "price": "0.7999999991"})
        self.assertEqual(self.desk("dealer", "long")[0]["cash"], "0")


class Rollover(ModelTest):
    def test_ids_placement_and_a_full_cycle(self):
        self.reset(buckets=THREE, rollover={"enabled": True, "issuePrice": "par"}, time=1,
                   traders={"I": "4", "J": "0", "K": "0"}, dealers={"short": "0", "mid": "0.5"},
                   tickets=[ticket("d", "I", "dealer:short", 1, 1, distance=5),
                            ticket("v", "I", "vbt:short", 1, 2, distance=5),
                            ticket("k", "I", "K", 1, 3, distance=2),
                            ticket("x", "J", "vbt:short", 1, 4, distance=2)])
        self.ask("settle")
        answer = self.ask("rollover")
        self.assertEqual([(i["ticket"], i["owner"], i["maturity"], i["price"]) for i in answer["issued"]],
                         [("d~1", "dealer:short", 6, "1"), ("v~1", "vbt:short", 6, "1"), ("k~1", "K", 3, "1")])
        self.assertEqual([i.get("placed") for i in answer["issued"]], [
            {"seller": "dealer:short", "buyer": "vbt:mid", "price": "0.9"},
            {"seller": "vbt:short", "buyer": "vbt:mid", "price": "0.9"}, None])
        self.assertEqual(answer["declined"], [])
        new = {t["id"]: t for t in self.ask("state")["tickets"]}
        self.assertEqual((new["d~1"]["liability"], new["d~1"]["serial"], new["k~1"]["serial"]), ("Pd~1", 5, 7))
        self.assertEqual(self.ask("rollover")["issued"], [])

    def test_spent_receipts_do_not_roll(self):
        self.reset(rulings={"clearing": "clearing_vector"}, rollover={"enabled": True}, time=1,
                   traders={"H1": "1", "H2": "0", "H3": "0"},
                   tickets=[ticket("a", "H1", "H2", 1, 1, distance=4), ticket("b", "H2", "H3", 1, 2, distance=4)])
        self.ask("settle")
        answer = self.ask("rollover")
        self.assertEqual([(i["ticket"], i["reason"]) for i in answer["declined"]], [("a~1", "cash")])
        self.assertEqual([i["ticket"] for i in answer["issued"]], ["b~1"])


class DefaultAvoidance(ModelTest):
    policy = {"kind": "default_avoidance", "horizon": 5}

    def world(self, **more):
        self.reset(policy=self.policy, dealers={"short": "3"}, traders={"H": "0", "I": "0", "C": "0", "Q": "0"},
                   tickets=[ticket("near", "I", "H", 2, 1), ticket("far1", "I", "H", 8, 3),
                            ticket("far2", "I", "H", 8, 2), ticket("o", "H", "C", 3, 4), ticket("o2", "H", "C", 3, 5)],
                   **more)

    def test_sells_the_longest_until_the_gap_is_closed(self):
        self.world()
        arrivals = self.ask("orderFlow", script=[{"agent": "H"}, {"agent": "H"}, {"agent": "H"}])["arrivals"]
        self.assertEqual([a["trade"]["ticket"] for a in arrivals], ["far2"])

    def test_who_has_no_gap_is_not_in_the_set(self):
        self.world()
        self.refused("invalid", "orderFlow", script=[{"agent": "C"}])

    def test_rollover_at_par_cancels(self):
        self.world(rollover={"enabled": True})
        arrivals = self.ask("orderFlow", seed=1)["arrivals"]
        self.assertEqual([a["trade"]["ticket"] for a in arrivals], ["far2", "far1"])

    def test_price_must_be_positive(self):
        self.world(buckets=one_bucket("0.02", "0.04"))
        arrivals = self.ask("orderFlow", seed=1)["arrivals"]
        self.assertEqual([(a["trade"]["reason"], a["trade"]["price"]) for a in arrivals], [("price", "0")])

    def test_passive_does_nothing(self):
        self.world(regime="passive")
        self.assertEqual(self.ask("orderFlow", script=[{"agent": "nobody"}])["arrivals"], [])


class StepsAndDraws(ModelTest):
    def test_what_is_due_is_settled_before_time_goes_on(self):
        self.reset(time=1, traders={"I": "1", "H": "0"}, tickets=[ticket("k", "I", "H", 1, 1)])
        self.refused("invalid", "advance")
        self.refused("invalid", "period", script=[])
        self.ask("settle")
        self.ask("advance")
        self.assertEqual(self.ask("state")["time"], 2)

    def test_with_rollover_a_ticket_has_a_distance(self):
        world = {"rollover": {"enabled": True}, "time": 1, "traders": [{"id": "I"}, {"id": "H"}]}
        for held in (ticket("k", "I", "H", 1, 1), ticket("k", "I", "H", 4, 1, distance=0)):
            self.refused("invalid", "reset", world={**world, "tickets": [held]})
        self.ask("reset", world={**world, "tickets": [ticket("k", "I", "H", 1, 1, distance=1)]})

    def test_a_seed_gives_the_same_arrivals_and_without_one_the_draws_go_on(self):
        def agents(**flow):
            return [a["agent"] for a in self.ask("orderFlow", **flow)["arrivals"]]
        self.reset(traders={f"B{k}": "9" for k in range(6)})
        first = [agents() for _ in range(6)]
        self.assertGreater(len(set(map(tuple, first))), 1)
        self.assertEqual(agents(seed=3), agents(seed=3))
        self.reset(traders={f"B{k}": "9" for k in range(6)})
        self.assertEqual([agents() for _ in range(6)], first)

    def test_no_limit_on_arrivals_is_none_under_every_policy(self):
        for given, most in (({}, 3), ({"maxArrivals": None}, None), ({"kind": "two_sided"}, None)):
            self.reset(policy=given)
            self.assertEqual(self.ask("state")["policy"]["maxArrivals"], most)

    def test_an_ask_is_not_below_the_bid_with_the_clip_on(self):
        arguments = dict(ticketSize="1", outsideMid="1", outsideSpread="12", tickets=3, cash="0")
        quotes = self.ask("kernel", **arguments)
        self.assertEqual((quotes["interiorAsk"], quotes["ask"], quotes["bid"]), ("-1.1", "0", "0"))
        self.assertFalse(quotes["askPinned"])
        self.assertEqual(self.ask("kernel", **arguments, clipOutsideBid=False)["ask"], "-1.1")

    def test_no_mid_is_below_zero_with_the_clip_on(self):
        arguments = dict(ticketSize="1", outsideMid="-1", outsideSpread="0.3", tickets=0, cash="0")
        self.refused("invalid", "kernel", **arguments)
        self.refused("invalid", "reset", world={"buckets": one_bucket("-1")})
        self.money(self.ask("kernel", **arguments, clipOutsideBid=False)["outsideAsk"], "-0.85")
        self.reset(buckets=one_bucket("-1"), clipOutsideBid=False)


class Protocol(ModelTest):
    def test_hello_and_errors(self):
        self.assertEqual(self.ask("hello", protocol=1)["protocol"], 1)
        self.refused("unsupported", "dance")
        self.refused("invalid", "quotes", bucket="nowhere")
        for world in (None, 3, {"buckets": []}, {"traders": [{"id": 1}]}, {"time": -1}, {"ticketSize": 1},
                      {"ticketSize": "1e3"}, {"tickets": [{"id": "k"}]}, {"rulings": {"clearing": "magic"}}):
            self.refused("invalid", "reset", world=world)
        for line in (b"{", b"[]", b"\xff\xfe", b'"x"', b'{"id":"a"}', b'{"id":1,"op":[]}', b"[" * 100000,
                     b'{"id":1,"op":"kernel","cash":' + b"9" * 5000 + b"}"):
            answer = self.client.raw(line)
            self.assertEqual((answer["ok"], answer["error"]["kind"]), (False, "invalid"), line[:40])

    def test_state_can_be_reset_from_itself(self):
        self.reset(buckets=THREE, traders={"I": "2", "H": "5"}, dealers={"short": "2"}, rollover={"enabled": True},
                   tickets=[ticket("d", "I", "dealer:short", 3, 1), ticket("h", "I", "H", 9, 3)])
        self.ask("period", script=[])
        first = self.ask("state")
        self.ask("reset", world=first)
        second = self.ask("state")
        first.pop("id"), second.pop("id")
        self.assertEqual(first, second)

    def test_random_worlds_run_and_conserve_cash(self):
        for seed in range(40):
            rng = random.Random(seed)
            names = [f"H{k}" for k in range(6)]
            held = []
            for k, issuer in enumerate(names):
                maturity = rng.randrange(1, 12)
                for _ in range(rng.randrange(1, 4)):
                    owner = rng.choice([names[(k + 1) % 6], "dealer", "vbt"])
                    if owner in ("dealer", "vbt"):
                        owner += ":" + ("short" if maturity <= 3 else "mid" if maturity <= 8 else "long")
                    held.append(ticket(f"k{len(held)}", issuer, owner, maturity, len(held) + 1))
            self.reset(buckets=THREE, traders={n: Fraction(rng.randrange(0, 9), 4) for n in names}, tickets=held,
                       dealers={b: rng.randrange(0, 4) for b in ("short", "mid", "long")},
                       anchors={"update": True}, rollover={"enabled": rng.random() < 0.5,
                                                           "issuePrice": rng.choice(["par", "mid"])},
                       rulings={"clearing": rng.choice(["cash_on_hand", "sequential", "clearing_vector"]),
                                "cap_quotes_at_par": rng.random() < 0.3},
                       policy={"kind": rng.choice(["liquidity_and_investment", "default_avoidance"])},
                       clipOutsideBid=rng.random() < 0.7)
            before = Fraction(self.ask("state")["totals"]["cash"])
            for period in range(12):
                self.ask("period")
            self.money(self.ask("state")["totals"]["cash"], before)


if __name__ == "__main__":
    unittest.main()
