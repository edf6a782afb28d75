/** The order and the names in which a feature tells a trial: tickets by holder, d1 with a dealer, H1 the first trader. */
import type { Request } from '../protocol/exchange.ts';
import { SOMEBODY } from './simpler.ts';
import type { Draft, Trial } from './trial.ts';

/** The same trial with its tickets in the order of the balance sheets that list them. */
export function inOrder({ world, requests }: Trial): Trial {
  const { buckets, traders, tickets } = world;
  const desks = buckets.flatMap(({ id }) => [`dealer:${id}`, `vbt:${id}`]);
  const owners = [...desks, ...traders.map(({ id }) => id)];
  const place = (owner: string): number => owners.indexOf(owner);
  const sorted = [...tickets].sort(
    (a, b) => place(a.owner) - place(b.owner) || a.maturity - b.maturity || a.serial - b.serial,
  );
  return { world: { ...world, tickets: sorted }, requests };
}

/** The same trial with plain names. */
export function withPlainNames({ world, requests }: Trial): Trial {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const { id, owner } of world.tickets) {
    const letter = letterOf(owner);
    const count = (counts.get(letter) ?? 0) + 1;
    counts.set(letter, count);
    names.set(id, `${letter}${String(count)}`);
  }
  let traders = 0;
  for (const { id } of world.traders) names.set(id, id === SOMEBODY ? id : `H${String(++traders)}`);
  const name = (id: string): string => names.get(id) ?? id;
  const renamed: Draft = {
    ...world,
    traders: world.traders.map((trader) => ({ ...trader, id: name(trader.id) })),
    tickets: world.tickets.map((ticket) => ({
      ...ticket,
      id: name(ticket.id),
      liability: ticket.liability === `P-${ticket.id}` ? `P-${name(ticket.id)}` : ticket.liability,
      issuer: name(ticket.issuer),
      owner: name(ticket.owner),
    })),
  };
  return { world: renamed, requests: requests.map((request) => renamedRequest(request, name, renamed)) };
}

/** The same trial a day later where something is due on day 0, on which nothing has happened yet. */
export function fromDayOne({ world, requests }: Trial): Trial {
  const { time = 0, tickets } = world;
  if (time > 0 || tickets.every(({ maturity }) => maturity > 0)) return { world, requests };
  const later = tickets.map((ticket) => ({ ...ticket, maturity: ticket.maturity + 1 }));
  return { world: { ...world, time: 1, tickets: later }, requests };
}

/** d for the Short dealer, m and l for Mid and Long, v for a VBT, k for a trader's claims. */
function letterOf(owner: string): string {
  const [kind, bucket = ''] = owner.split(':');
  if (kind === 'vbt') return 'v';
  if (kind !== 'dealer') return 'k';
  return bucket === 'short' ? 'd' : bucket.charAt(0);
}

function renamedRequest([op, takes]: Request, name: (id: string) => string, world: Draft): Request {
  switch (op) {
    case 'sell':
      return [
        op,
        takes.ticket === undefined
          ? { trader: name(takes.trader) }
          : { trader: name(takes.trader), ticket: name(takes.ticket) },
      ];
    case 'buy':
      return [op, { ...takes, trader: name(takes.trader) }];
    case 'orderFlow':
    case 'period':
      return takes.script === undefined
        ? [op, takes]
        : [op, { script: takes.script.map(({ z, agent }) => ({ z, agent: name(agent) })) }];
    case 'set': {
      const path = takes.path.replace(/^trader\.(.+)\.cash$/, (_, id: string) => `trader.${name(id)}.cash`);
      return [op, { path, value: typeof takes.value === 'string' ? takes.value : takes.value.map(name) }];
    }
    case 'reset':
      return [op, { world: { ...world } }];
    default:
      return [op, takes] as Request;
  }
}
