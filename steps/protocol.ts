/** The protocol itself: worlds that are opened or refused, greetings, and requests that are refused. */
import { Then, When } from '@cucumber/cucumber';
import { shown } from '../src/protocol/disagreement.ts';
import { capabilities } from '../src/protocol/protocol.ts';
import { mentions, same } from './expect.ts';
import type { RingWorld } from './ring-world.ts';
import { refusalText, type Refusal } from './said.ts';
import { Refused } from './tables.ts';

When('the world is opened', async function (this: RingWorld) {
  await this.attempt('reset', { world: this.builder.world() });
});

When('the world is opened with {word} listed twice', async function (this: RingWorld, name: string) {
  const world = this.builder.world();
  for (const list of ['buckets', 'traders', 'tickets']) {
    world[list] = (world[list] as { id: string }[]).flatMap((item) =>
      item.id === name ? [item, { ...item }] : [item],
    );
  }
  await this.attempt('reset', { world });
});

When('it is greeted in protocol {int}', async function (this: RingWorld, protocol: number) {
  await this.attempt('hello', { protocol });
});

When('the world is closed and opened again from its state', async function (this: RingWorld) {
  const state = await this.state();
  await this.attempt('reset', { world: { ...state } });
});

/** What was refused, which a step now speaks of; the scenario ends where nothing was, or where it was otherwise. */
function takeRefusal(world: RingWorld, kind: string): Refusal {
  const { refused, latest } = world;
  if (refused === null) {
    const found = `the answer ${shown(latest.exchange?.answer)}`;
    world.expect([{ about: 'what was asked', expected: `refused as ${kind}`, found }]);
    throw new Error('unreachable');
  }
  world.refused = null;
  world.orders = world.orders.filter(({ got }) => !(got instanceof Refused));
  if (refused.error.kind !== kind)
    world.expect(
      [{ about: 'what was asked', expected: `refused as ${kind}`, found: refusalText(refused.error) }],
      refused.asked,
    );
  return refused;
}

/** Of several faults the reason names one word each, with … between them. */
Then('it is refused as {word}: {string}', function (this: RingWorld, kind: string, reason: string) {
  const { error, asked } = takeRefusal(this, kind);
  this.expect(mentions('what the refusal says', reason.split(' … '), error.message), asked);
});

Then('it is refused as {word}', function (this: RingWorld, kind: string) {
  takeRefusal(this, kind);
});

Then('it introduces itself in protocol {int}', function (this: RingWorld, protocol: number) {
  const { answer, asked } = this.last('hello');
  const words = (['name', 'version', 'language', 'arithmetic'] as const).filter(
    (word) => answer[word] === '',
  );
  const known = answer.capabilities.filter((it) => (capabilities as readonly string[]).includes(it));
  const differences = [
    ...same('protocol', protocol, answer.protocol),
    ...words.map((about) => ({ about, expected: 'a word', found: 'an empty one' })),
    ...same('capabilities', known, answer.capabilities),
  ];
  if (!known.includes('kernel'))
    differences.push({
      about: 'capabilities',
      expected: 'kernel among them',
      found: shown(answer.capabilities),
    });
  this.expect(differences, asked);
});
