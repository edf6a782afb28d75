/** What is asked in a trial, as When steps. */
import type { ScriptEntry } from '../protocol/protocol.ts';
import { amount, bucketName, partyName, table, type Step } from './gherkin.ts';
import type { Request } from '../protocol/exchange.ts';

const when = (text: string, rows?: Step['table']): Step =>
  rows === undefined ? { keyword: 'When', text } : { keyword: 'When', text, table: rows };

/** The When steps of some requests; orders that follow one another share a table. */
export function sayPlay(requests: readonly Request[]): Step[] {
  const steps: Step[] = [];
  let orders: Record<string, string>[] = [];
  const place = (): void => {
    const [only] = orders;
    if (orders.length === 1 && only !== undefined) steps.push(sayOrder(only));
    if (orders.length > 1)
      steps.push(when('these orders come in', table(orders, ['customer', 'sells', 'buys in'])));
    orders = [];
  };
  for (const request of requests) {
    const order = asRow(request);
    if (order !== null) orders.push(order);
    else {
      place();
      steps.push(sayRequest(request));
    }
  }
  place();
  return steps;
}

/** A named order as a row of a table of orders; null for anything else. */
function asRow([op, takes]: Request): Record<string, string> | null {
  if (op === 'sell' && takes.ticket !== undefined)
    return { customer: partyName(takes.trader), sells: takes.ticket, 'buys in': '' };
  if (op === 'buy' && takes.bucket !== undefined)
    return { customer: partyName(takes.trader), sells: '', 'buys in': bucketName(takes.bucket) };
  return null;
}

const sayOrder = ({ customer = '', sells = '', 'buys in': bucket = '' }: Record<string, string>): Step =>
  when(
    sells === ''
      ? `${customer.includes(' ') ? 'the ' : ''}${customer} buys in ${bucket}`
      : `${customer} sells ${sells}`,
  );

const arrivals = (script: readonly ScriptEntry[]) =>
  table(
    script.map(({ z, agent }) => ({ Z: String(z), agent })),
    ['Z', 'agent'],
  );

function sayRequest(request: Request): Step {
  const [op, takes] = request;
  switch (op) {
    case 'sell':
      return when(`${partyName(takes.trader)} sells`);
    case 'buy':
      return when(`${partyName(takes.trader)} buys`);
    case 'advance':
      return when('the next period begins');
    case 'settle':
      return when('claims are settled');
    case 'rollover':
      return when('repaid tickets are rolled over');
    case 'updateAnchors':
      return when('the anchors are updated');
    case 'orderFlow':
      return when('the order flow is', arrivals(takes.script ?? []));
    case 'period':
      return (takes.script ?? []).length === 0
        ? when('a period passes')
        : when('a period passes with the order flow', arrivals(takes.script ?? []));
    case 'reset':
      return when('the world is opened');
    case 'set':
      return saySet(takes.path, takes.value);
    default:
      throw new Error(`no phrase asks for ${op}`);
  }
}

function saySet(path: string, value: string | readonly string[]): Step {
  const [, kind, name = '', member] = /^(dealer|trader)\.(.+)\.(cash|tickets)$/.exec(path) ?? [];
  const who = kind === 'dealer' ? `the ${bucketName(name)} dealer` : name;
  return typeof value === 'string' || member === 'cash'
    ? when(`${who} is left with cash ${amount(String(value))}`)
    : when(`${who} is left with the tickets "${value.join(' ')}"`);
}
