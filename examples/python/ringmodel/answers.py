"""How things look on the wire."""

from .money import write_money
from .policies import shortfall
from .world import desk_equity, single_issuer, total_cash, trader_equity


def quotes_answer(q):
    return {
        "tickets": q.tickets, "faceInventory": write_money(q.face_inventory), "cash": write_money(q.cash),
        "midValuedWealth": write_money(q.mid_valued_wealth), "fundableTickets": q.fundable_tickets,
        "capacity": write_money(q.capacity), "rungs": q.rungs,
        "layoffProbability": write_money(q.layoff_probability), "insideWidth": write_money(q.inside_width),
        "midline": write_money(q.midline), "interiorAsk": write_money(q.interior_ask),
        "interiorBid": write_money(q.interior_bid), "ask": write_money(q.ask), "bid": write_money(q.bid),
        "outsideMid": write_money(q.outside_mid), "outsideSpread": write_money(q.outside_spread),
        "outsideAsk": write_money(q.outside_ask), "outsideBid": write_money(q.outside_bid),
        "askPinned": q.ask_pinned, "bidPinned": q.bid_pinned, "guard": q.guard,
    }


def money_or_null(value):
    return None if value is None else write_money(value)


def trade_answer(trade):
    return {"executed": trade.executed, "side": trade.side, "trader": trade.trader, "bucket": trade.bucket,
            "ticket": trade.ticket, "issuer": trade.issuer, "price": money_or_null(trade.price),
            "route": trade.route, "reason": trade.reason, "routedBecause": trade.routed_because}


def advance_answer(crossings):
    return {"rebucketed": [
        {"ticket": c.ticket, "from": c.source, "to": c.target, "seller": c.seller, "buyer": c.buyer,
         "price": money_or_null(c.price)} for c in crossings]}


def order_flow_answer(arrivals):
    return {"arrivals": [
        {"z": a.z, "side": a.side, "fallback": a.fallback, "agent": a.agent, "trade": trade_answer(a.trade)}
        for a in arrivals]}


def settle_answer(settlements):
    return {"issuers": [
        {"issuer": s.issuer, "due": write_money(s.due), "cashBefore": write_money(s.cash_before),
         "recovery": write_money(s.recovery), "cashAfter": write_money(s.cash_after),
         "payouts": [{"holder": p.holder, "tickets": p.tickets, "amount": write_money(p.amount)} for p in s.payouts]}
        for s in settlements]}


def rollover_answer(rolled):
    issued, declined = rolled
    return {"issued": [issue_answer(i) for i in issued], "declined": [issue_answer(i) for i in declined]}


def issue_answer(issue):
    answer = {"ticket": issue.ticket, "issuer": issue.issuer, "owner": issue.owner, "maturity": issue.maturity,
              "price": write_money(issue.price)}
    if issue.placed:
        answer["placed"] = {"seller": issue.placed.seller, "buyer": issue.placed.buyer,
                            "price": write_money(issue.placed.price)}
    if issue.reason:
        answer["reason"] = issue.reason
    return answer


def anchors_answer(buckets):
    return {"buckets": [
        {"bucket": b.bucket, "lossRate": write_money(b.loss_rate), "outsideMid": write_money(b.outside_mid),
         "outsideSpread": write_money(b.outside_spread), "outsideAsk": write_money(b.outside_ask),
         "outsideBid": write_money(b.outside_bid)}
        for b in buckets]}


def period_answer(steps):
    wording = {"advance": advance_answer, "orderFlow": order_flow_answer, "settle": settle_answer,
               "rollover": rollover_answer, "updateAnchors": anchors_answer}
    return {name: wording[name](outcome) for name, outcome in steps.items()}


def state_answer(world):
    """The world in the shape in which it came, and what follows from it."""
    policy = world.policy
    return {
        "time": world.time, "ticketSize": write_money(world.ticket_size),
        "guardThreshold": write_money(world.guard_threshold), "clipOutsideBid": world.clip_outside_bid,
        "rulings": {"clearing": world.clearing, "cap_quotes_at_par": world.cap_quotes_at_par},
        "buckets": [
            {"id": b.id, "from": b.start, "to": b.end, "outsideMid": write_money(b.outside_mid),
             "outsideSpread": write_money(b.outside_spread), "midSensitivity": write_money(b.mid_sensitivity),
             "spreadSensitivity": write_money(b.spread_sensitivity), "minSpread": write_money(b.min_spread)}
            for b in world.buckets],
        "dealers": {name: desk_answer(world, desk) for name, desk in world.dealers.items()},
        "vbts": {name: desk_answer(world, desk) for name, desk in world.vbts.items()},
        "traders": [
            {"id": t.id, "cash": write_money(t.cash), "equity": write_money(trader_equity(world, t.id)),
             "issuer": single_issuer(world, t.id), "defaulted": t.defaulted,
             "shortfall": write_money(shortfall(world, t.id))}
            for t in world.traders.values()],
        "tickets": [
            {"id": t.id, "liability": t.liability, "issuer": t.issuer, "owner": t.owner, "maturity": t.maturity,
             "serial": t.serial, "distance": t.distance}
            for t in world.tickets],
        "policy": {"kind": policy.kind, "horizon": policy.horizon, "cashBuffer": write_money(policy.cash_buffer),
                   "maxArrivals": policy.max_arrivals, "sellProbability": write_money(policy.sell_probability)},
        "anchors": {"update": world.anchors_update},
        "rollover": {"enabled": world.rollover_enabled, "issuePrice": world.issue_price},
        "regime": world.regime,
        "totals": {"cash": write_money(total_cash(world)), "tickets": len(world.tickets)},
    }


def desk_answer(world, desk):
    return {"cash": write_money(desk.cash), "equity": write_money(desk_equity(world, desk))}
