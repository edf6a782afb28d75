"""EX-01 ... EX-14, every figure."""

import unittest
from fractions import Fraction

from tests.client import ModelTest, bucket, one_bucket, ticket, tickets


class Ex01MigratingClaim(ModelTest):
    def setUp(self):
        self.reset(time=1, buckets=[bucket("short", 1, 3, "1", "0.20"), bucket("mid", 4, 8, "1", "0.20"),
                                    bucket("long", 9, None, "1", "0.30")],
                   traders={"A1": "1.05", "A2": "50", "A3": "0", "A4": "50"},
                   dealers={"mid": "1", "long": "1"},
                   tickets=[ticket("T*", "A2", "A1", 10, 1), ticket("L1", "A4", "dealer:long", 30, 2),
                            ticket("M1", "A4", "dealer:mid", 7, 3), ticket("o1", "A1", "A3", 1, 4),
                            ticket("o2", "A1", "A3", 1, 5)])

    def test_ex01(self):
        self.quoted("long", tickets=1, cash="1", midValuedWealth="2", fundableTickets=2, capacity="2", rungs=3,
                    layoffProbability="1/3", insideWidth="0.10", midline="1", ask="1.05", bid="0.95",
                    outsideAsk="1.15", outsideBid="0.85")
        self.quoted("mid", capacity="2", layoffProbability="1/3", insideWidth="1/15", ask="31/30", bid="29/30",
                    outsideAsk="1.10", outsideBid="0.90")
        a1, _ = self.trader("A1")
        self.money(a1["shortfall"], "0.95")
        self.assertEqual(a1["issuer"], "A2")
        self.traded(self.ask("sell", trader="A1", ticket="T*"), "0.95", "interior")
        self.quoted("long", tickets=2, cash="0.05", midline="0.925", ask="0.975", bid="0.875", askPinned=False,
                    bidPinned=False)
        a1, held = self.trader("A1")
        self.money(a1["cash"], "2.00")
        self.assertEqual((held, a1["issuer"]), ([], None))
        self.money(self.desk("dealer", "long")[0]["equity"], "2.05")
        self.money(self.desk("dealer", "mid")[0]["equity"], "2.00")
        self.ask("settle")
        crossing, = self.ask("advance")["rebucketed"]
        self.assertEqual({k: crossing[k] for k in ("ticket", "from", "to", "seller", "buyer")},
                         {"ticket": "T*", "from": "long", "to": "mid", "seller": "dealer:long", "buyer": "dealer:mid"})
        self.money(crossing["price"], "1")
        self.holds("dealer", "1.05", 1, "long")
        self.holds("dealer", "0", 2, "mid")
        self.money(self.desk("dealer", "long")[0]["equity"], "2.05")
        self.money(self.desk("dealer", "mid")[0]["equity"], "2.00")
        self.quoted("long", midValuedWealth="2.05", fundableTickets=2, capacity="2", layoffProbability="1/3",
                    insideWidth="0.10", ask="1.05", bid="0.95")
        self.quoted("mid", midValuedWealth="2", capacity="2", midline="0.95", ask="59/60", bid="11/12")


class Ex02DealersTrade(ModelTest):
    def setUp(self):
        self.reset(buckets=[bucket("short", 1, 3, "1", "0.20"), bucket("mid", 4, 8, "1", "0.30"),
                            bucket("long", 9, None, "1", "0.40")],
                   traders={"I": "9"}, dealers={"short": "1", "mid": "1", "long": "1"},
                   tickets=[ticket("s", "I", "dealer:short", 1, 1), ticket("m", "I", "dealer:mid", 7, 2),
                            ticket("l", "I", "dealer:long", 20, 3)])

    def test_ex02(self):
        self.quoted("short", insideWidth="1/15", ask="31/30", bid="29/30", capacity="2", layoffProbability="1/3")
        self.quoted("mid", insideWidth="0.10", ask="1.05", bid="0.95")
        self.quoted("long", insideWidth="2/15", ask="16/15", bid="14/15")
        self.ask("advance")
        self.quoted("short", tickets=1, faceInventory="1", ask="31/30", bid="29/30")  # due today, priced at x = 1
        self.ask("settle")
        self.quoted("short", tickets=0, cash="2", capacity="2", midline="1.05", ask="13/12", bid="61/60")
        self.ask("advance")
        self.traded(self.ask("buy", trader="dealer:short", bucket="mid"), "1.05", "interior", "m")
        self.quoted("mid", tickets=0, cash="2.05", fundableTickets=2, midline="1.075", ask="1.125", bid="1.025")
        self.quoted("short", tickets=0, faceInventory="0", cash="0.95", fundableTickets=0)
        self.traded(self.ask("buy", trader="dealer:mid", bucket="long"), "16/15", "interior", "l")
        self.quoted("long", tickets=0, cash="31/15", fundableTickets=2, midline="1.10", ask="7/6", bid="31/30")
        self.quoted("mid", tickets=0, faceInventory="0", cash="59/60")
        # m reaches Short by itself: no money moves, and now it counts (MOD-09)
        crossings = self.ask("advance")["rebucketed"] + self.ask("advance")["rebucketed"]
        self.assertIn({"ticket": "m", "from": "mid", "to": "short", "seller": "dealer:short",
                       "buyer": "dealer:short", "price": None}, crossings)
        self.quoted("short", tickets=1, cash="0.95")


class Ex03DefaultAndClip(ModelTest):
    def play(self, clip):
        self.reset(buckets=one_bucket("1", "0.30", midSensitivity="1", spreadSensitivity="0.6"),
                   clipOutsideBid=clip, anchors={"update": True}, dealers={"short": "1"},
                   traders={"good": "1", "bad1": "0", "bad2": "0", "K": "1", "far": "0"},
                   tickets=[ticket("a", "good", "dealer:short", 1, 1), ticket("b", "bad1", "dealer:short", 1, 2),
                            ticket("c", "bad2", "dealer:short", 1, 3), ticket("k", "far", "K", 9, 4)])
        answer = self.ask("period", script=[])
        self.assertEqual([i["recovery"] for i in answer["settle"]["issuers"]], ["1", "0", "0"])
        anchors, = answer["updateAnchors"]["buckets"]
        self.members(anchors, {"lossRate": "2/3", "outsideMid": "1/3", "outsideSpread": "0.70",
                               "outsideAsk": "41/60", "outsideBid": "0" if clip else "-1/60"})
        self.quoted(tickets=0, cash="2", fundableTickets=6, capacity="6", layoffProbability="1/7",
                    insideWidth="0.10", midline="143/240", interiorAsk="31/48", interiorBid="131/240",
                    ask="31/48", bid="131/240", outsideAsk="41/60", outsideBid="0" if clip else "-1/60")
        self.ask("set", path="dealer.short.cash", value="0")
        self.traded(self.ask("sell", trader="K"), "0" if clip else "-1/60", "passthrough", "k", "capacity")
        self.holds("dealer", "0", 0)
        self.holds("vbt", "0" if clip else "1/60", 1)

    def test_variant_a_clip_off(self):
        self.play(False)

    def test_variant_b_clip_on(self):
        self.play(True)

    def test_kernel_ties(self):
        self.kernel("1", "1/3", "0.7", 0, "2", {"midline": "143/240", "fundableTickets": 6})
        self.kernel("1", "1/6", "0.3", 0, "1", {"fundableTickets": 6})


class Ex04LayoffAtTheAsk(ModelTest):
    def test_ex04(self):
        self.reset(traders={"I": "0", "H1": "9"}, dealers={"short": "2"},
                   tickets=tickets("d", 2, "I", "dealer:short", 5, 0) + tickets("v", 2, "I", "vbt:short", 9, 10))
        self.quoted(midValuedWealth="4", capacity="4", rungs=5, layoffProbability="1/5", insideWidth="0.06",
                    midline="1", ask="1.03", bid="0.97")
        self.traded(self.ask("buy", trader="H1", bucket="short"), "1.03", "interior", "d1")
        self.quoted(faceInventory="1", cash="3.03", capacity="4", ask="1.08", bid="1.02")
        self.traded(self.ask("buy", trader="H1", bucket="short"), "1.08", "interior", "d2")
        self.quoted(faceInventory="0", cash="4.11", capacity="4", midline="1.10", interiorAsk="1.13",
                    interiorBid="1.07")
        self.traded(self.ask("buy", trader="H1", bucket="short"), "1.15", "passthrough", "v1", "inventory")
        self.holds("dealer", "4.11", 0)
        self.holds("vbt", "1.15", 1)
        self.money(self.trader("H1")[0]["cash"], "5.74")


class Ex05DealerEarns(ModelTest):
    def test_ex05(self):
        self.reset(traders={"I": "0", "S": "0", "B": "2"}, dealers={"short": "2"},
                   tickets=tickets("d", 2, "I", "dealer:short", 5, 0) + tickets("s", 2, "I", "S", 7, 10))
        self.money(self.desk("dealer")[0]["equity"], "4")
        steps = [("sell", "S", "0.97", 3, "1.03", "4.03", "0.98", "0.92"),
                 ("buy", "B", "0.98", 2, "2.01", "4.01", "1.03", "0.97"),
                 ("sell", "S", "0.97", 3, "1.04", "4.04", "0.98", "0.92")]
        for op, who, price, a, cash, wealth, ask, bid in steps:
            self.traded(self.ask(op, trader=who), price, "interior")
            self.quoted(tickets=a, cash=cash, midValuedWealth=wealth, ask=ask, bid=bid)
            self.money(self.desk("dealer")[0]["equity"], wealth)
        self.quoted(capacity="4")


class Ex06LayoffAtTheBid(ModelTest):
    def test_a_capacity_binds(self):
        self.reset(traders={"I": "0", "H": "1"}, dealers={"short": "0.10"},
                   tickets=tickets("d", 2, "I", "dealer:short", 5, 0) + [ticket("h", "I", "H", 5, 9)])
        self.quoted(midValuedWealth="2.10", capacity="2", layoffProbability="1/3", insideWidth="0.10",
                    midline="0.925", bid="0.875")
        self.traded(self.ask("sell", trader="H"), "0.85", "passthrough", "h", "capacity")
        self.holds("dealer", "0.10", 2)
        self.holds("vbt", "-0.85", 1)
        self.money(self.trader("H")[0]["cash"], "1.85")

    def test_b_cash_binds(self):
        self.reset(buckets=one_bucket("1", "12"), traders={"I": "0", "H": "0"}, dealers={"short": "3"},
                   tickets=[ticket("h", "I", "H", 5, 9)])
        self.quoted(midValuedWealth="3", fundableTickets=3, capacity="3", layoffProbability="0.25", insideWidth="3",
                    midline="4.6", ask="6.1", bid="3.1", outsideAsk="7", outsideBid="0")
        self.traded(self.ask("sell", trader="H"), "0", "passthrough", "h", "cash")
        self.holds("dealer", "3", 0)

    def test_b_at_face_5(self):
        self.reset(ticketSize="5", traders={"I": "0", "H": "0"}, dealers={"short": "3.40"},
                   tickets=[ticket("h", "I", "H", 5, 9)])
        self.quoted(midValuedWealth="3.40", fundableTickets=3, capacity="15", layoffProbability="0.25",
                    insideWidth="0.075", midline="1.09", bid="1.0525")
        self.traded(self.ask("sell", trader="H"), "1.0525", "interior")
        self.quoted(faceInventory="5", cash="2.3475")


class Ex07InteriorNeverReachesOutside(ModelTest):
    def test_points(self):
        self.kernel("1", "1", "0.30", 4, "0.90", {
            "midValuedWealth": "4.90", "capacity": "4", "layoffProbability": "0.2", "insideWidth": "0.06",
            "outsideAsk": "1.15", "outsideBid": "0.85", "midline": "1.05", "ask": "1.08"}, x="1")
        self.kernel("1", "1", "0.30", 4, "0.90", {"midline": "0.95", "bid": "0.92"}, x="3")

    def test_property(self):
        for S in (1, 20):
            for M, O in (("1", "0.3"), ("0.7", "1.9"), ("15", "8")):
                for a, C in ((0, "31"), (3, "2.5"), (7, "0")):
                    X = int(Fraction(self.kernel(S, M, O, a, C, {})["capacity"]))
                    for x in range(0, X + 1, S):
                        q = self.kernel(S, M, O, a, C, {}, x=x, clip=False)
                        ask, bid, A, B = (Fraction(q[k]) for k in ("interiorAsk", "interiorBid", "outsideAsk",
                                                                   "outsideBid"))
                        if X == 0:
                            self.assertEqual((ask, bid), (A, B))
                            continue
                        self.assertTrue(ask < A and B < bid)
                        half = Fraction(O) / 2 * S / ((X + 2 * S) * (X + S))
                        if x == 0:
                            self.money(q["interiorAsk"], A - half * X)
                        if x == X - S:
                            self.money(q["interiorBid"], B + half * (3 * X + 2 * S))


class Ex08Guard(ModelTest):
    def test_ex08(self):
        self.reset(buckets=one_bucket("0.01", "0.01"), traders={"I": "0", "H": "1", "J": "1"}, dealers={"short": "2"},
                   tickets=tickets("d", 3, "I", "dealer:short", 5, 0) + [ticket("h", "I", "H", 5, 9)])
        self.quoted(fundableTickets=0, capacity="0", rungs=1, layoffProbability="1", insideWidth="0.01",
                    midline="0.01", ask="0.015", bid="0.005", interiorAsk="0.015", interiorBid="0.005",
                    askPinned=True, bidPinned=True, guard=True, midValuedWealth="2.03")
        self.traded(self.ask("sell", trader="H"), "0.005", "passthrough", "h", "guard")
        self.holds("vbt", "-0.005", 1)
        self.traded(self.ask("buy", trader="J", bucket="short"), "0.015", "passthrough", "h", "guard")
        self.holds("vbt", "0.010", 0)
        self.holds("dealer", "2", 3)


class Ex09PartialRecovery(ModelTest):
    def test_ex09(self):
        self.reset(traders={"I": "3", "K": "0"}, anchors={"update": True},
                   tickets=tickets("d", 3, "I", "dealer:short", 1, 0) + tickets("v", 2, "I", "vbt:short", 1, 10)
                   + tickets("k", 3, "I", "K", 1, 20))
        self.ask("advance")
        issuer, = self.ask("settle")["issuers"]
        self.members(issuer, {"issuer": "I", "due": "8", "cashBefore": "3", "recovery": "0.375", "cashAfter": "0"})
        self.assertEqual([(p["holder"], p["tickets"], p["amount"]) for p in issuer["payouts"]],
                         [("K", 3, "1.125"), ("dealer:short", 3, "1.125"), ("vbt:short", 2, "0.75")])
        state = self.ask("state")
        self.assertEqual(state["tickets"], [])
        self.money(state["totals"]["cash"], "3")
        self.assertTrue(self.trader("I")[0]["defaulted"])
        self.money(self.ask("updateAnchors")["buckets"][0]["lossRate"], "0.625")


class Ex10TraderTicketCrosses(ModelTest):
    def test_ex10(self):
        self.reset(buckets=[bucket("short", 1, 3), bucket("mid", 4, 8, "1", "0.20"), bucket("long", 9, None)],
                   traders={"T": "0", "J": "0"}, dealers={"mid": "1", "long": "1"},
                   tickets=[ticket("T*", "J", "T", 9, 1), ticket("M1", "J", "dealer:mid", 7, 2),
                            ticket("L1", "J", "dealer:long", 20, 3)])
        self.assertEqual(self.ask("advance")["rebucketed"], [
            {"ticket": "T*", "from": "long", "to": "mid", "seller": "T", "buyer": "T", "price": None}])
        self.holds("dealer", "1", 1, "mid")
        self.holds("dealer", "1", 1, "long")
        trade = self.ask("sell", trader="T")
        self.assertEqual(trade["bucket"], "mid")
        self.traded(trade, "29/30", "interior", "T*")


class Ex11PartialRecoveryWithAnchors(ModelTest):
    def test_ex11(self):
        self.reset(buckets=one_bucket("1", "0.30", midSensitivity="1", spreadSensitivity="0.6"),
                   anchors={"update": True}, traders={"I": "3", "K": "0"}, time=1,
                   tickets=tickets("d", 2, "I", "dealer:short", 1, 0) + tickets("v", 2, "I", "vbt:short", 1, 10)
                   + [ticket("k", "I", "K", 1, 20)])
        issuer, = self.ask("settle")["issuers"]
        self.assertEqual([p["amount"] for p in issuer["payouts"]], ["0.6", "1.2", "1.2"])
        self.members(self.ask("updateAnchors")["buckets"][0], {
            "lossRate": "0.4", "outsideMid": "0.6", "outsideSpread": "0.54", "outsideAsk": "0.87",
            "outsideBid": "0.33"})


class Ex12CapacityJumps(ModelTest):
    def test_up(self):
        self.reset(traders={"I": "0", "H": "0"}, dealers={"short": "1.97"},
                   tickets=tickets("d", 2, "I", "dealer:short", 5, 0) + [ticket("h", "I", "H", 5, 9)])
        self.quoted(midValuedWealth="3.97", capacity="3", layoffProbability="0.25", insideWidth="0.075",
                    midline="0.97", bid="0.9325")
        self.traded(self.ask("sell", trader="H"), "0.9325", "interior")
        self.quoted(tickets=3, cash="1.0375", midValuedWealth="4.0375", capacity="4", layoffProbability="0.20",
                    insideWidth="0.06", midline="0.95", ask="0.98", bid="0.92")

    def test_down(self):
        self.reset(traders={"I": "0", "H": "1"}, dealers={"short": "0.02"},
                   tickets=tickets("d", 4, "I", "dealer:short", 5, 0))
        self.quoted(midValuedWealth="4.02", capacity="4", layoffProbability="0.20", insideWidth="0.06",
                    midline="0.90", ask="0.93")
        self.traded(self.ask("buy", trader="H"), "0.93", "interior")
        self.quoted(tickets=3, cash="0.95", midValuedWealth="3.95", capacity="3", layoffProbability="0.25",
                    insideWidth="0.075", midline="0.91", ask="0.9475", bid="0.8725")


class Ex13Arrivals(ModelTest):
    policy = {"kind": "liquidity_and_investment", "horizon": 3, "cashBuffer": "0.5", "maxArrivals": 3,
              "sellProbability": "0.5"}

    def test_script(self):
        self.reset(time=1, policy=self.policy, dealers={"short": "2"},
                   traders={"I": "0", "S1": "0", "B1": "2.00", "B2": "0.90", "C": "0"},
                   tickets=tickets("d", 2, "I", "dealer:short", 9, 0) + [ticket("s", "I", "S1", 9, 9),
                                                                        ticket("o", "S1", "C", 1, 10)])
        self.quoted(ask="1.03", bid="0.97")
        first, second, third = self.ask("orderFlow", script=[
            {"z": 1, "agent": "S1"}, {"z": 1, "agent": "B2"}, {"z": 0, "agent": "B1"}])["arrivals"]
        self.assertEqual([(a["z"], a["side"], a["fallback"], a["agent"]) for a in (first, second, third)],
                         [(1, "SELL", False, "S1"), (1, "BUY", True, "B2"), (0, "BUY", False, "B1")])
        self.traded(first["trade"], "0.97", "interior", "s")
        self.assertEqual((second["trade"]["executed"], second["trade"]["reason"]), (False, "cash"))
        self.money(second["trade"]["price"], "0.98")
        self.traded(third["trade"], "0.98", "interior")
        self.quoted(faceInventory="2", cash="2.01", ask="1.03", bid="0.97")

    def test_agent_outside_its_set_is_refused_and_nothing_moves(self):
        self.test_script()
        before = self.ask("state")
        self.refused("invalid", "orderFlow", script=[{"z": 0, "agent": "B1"}, {"z": 0, "agent": "S1"}])
        after = self.ask("state")
        before.pop("id"), after.pop("id")
        self.assertEqual(before, after)

    def test_sell_share(self):
        n, sells, total = 100, 0, 0
        for seed in range(10):
            traders = {"I": "0", **{f"S{k}": "0" for k in range(n)}, **{f"B{k}": "9" for k in range(n)}, "C": "0"}
            held = tickets("v", n, "I", "vbt:short", 30, 0)
            for k in range(n):
                held += [ticket(f"s{k}", "I", f"S{k}", 9, 1000 + k), ticket(f"o{k}", f"S{k}", "vbt:short", 1, 2000 + k)]
            self.reset(time=1, policy={**self.policy, "maxArrivals": n - 1, "sellProbability": "0.3"},
                       dealers={"short": "5"}, traders=traders, tickets=held)
            arrivals = self.ask("orderFlow", seed=seed)["arrivals"]
            self.assertTrue(all(a["trade"]["executed"] and not a["fallback"] for a in arrivals))
            total += len(arrivals)
            sells += sum(a["side"] == "SELL" for a in arrivals)
        self.assertEqual(total, 10 * (n - 1))
        self.assertLess(abs(sells / total - 0.3), 3 * (0.3 * 0.7 / total) ** 0.5)


class Ex14WhichTicketMoves(ModelTest):
    def world(self, cash, dealer_owns):
        owner = "dealer:short" if dealer_owns else "I9"
        self.reset(traders={"I1": "0", "I2": "0", "I3": "0", "I4": "0", "I9": "0", "H": cash}, dealers={"short": "2"},
                   tickets=([ticket("k1", "I1", owner, 6, 101), ticket("k2", "I2", owner, 5, 202)] if dealer_owns
                            else []) + [ticket("v1", "I3", "vbt:short", 7, 303), ticket("v2", "I4", "vbt:short", 6, 404),
                                        ticket("v3", "I3", "vbt:short", 12, 505)])

    def test_a_interior(self):
        self.world("2.00", True)
        trade = self.ask("buy", trader="H", bucket="short")
        self.traded(trade, "1.03", "interior", "k2")
        self.assertEqual(trade["issuer"], "I2")
        desk, held = self.desk("dealer")
        self.money(desk["cash"], "3.03")
        self.assertEqual(held, ["k1"])
        buyer, _ = self.trader("H")
        self.money(buyer["cash"], "0.97")
        self.assertEqual(buyer["issuer"], "I2")
        again = self.ask("buy", trader="H", bucket="short")
        self.assertEqual((again["executed"], again["reason"], again["price"]), (False, "no_eligible_ticket", None))

    def test_b_passthrough(self):
        self.world("2.00", False)
        trade = self.ask("buy", trader="H", bucket="short")
        self.traded(trade, "1.15", "passthrough", "v2", "inventory")
        self.holds("dealer", "2", 0)
        self.holds("vbt", "1.15", 2)
        buyer, _ = self.trader("H")
        self.money(buyer["cash"], "0.85")
        self.assertEqual(buyer["issuer"], "I4")


if __name__ == "__main__":
    unittest.main()
