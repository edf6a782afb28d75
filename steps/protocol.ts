/** The protocol itself: worlds that are opened or refused, greetings, and requests that are refused. */
import { Then, When } from '@cucumber/cucumber';
import { shown } from '../src/protocol/disagreement.ts';
import { capabilities } from '../src/protocol/protocol.ts';
import { mentions, same } from './expect.ts';
import type { RingWorld } from './ring-world.ts';
import { refusalText, type Refusal } from './said.ts';
import { Refused } from './tables.ts';
import { isBuiltIn } from './under-test.ts';
import type { ExpectedRefusal, Opening } from './vocabulary.ts';

/** What is opened: the world of the Given steps, the same with a name listed twice, or what the last world says of itself. */
When('the world is {opening}', async function (this: RingWorld, { twice, fromState }: Opening) {
  const world: Record<string, unknown> = fromState ? { ...(await this.state()) } : this.builder.world();
  if (twice !== null)
    for (const list of ['buckets', 'traders', 'tickets'])
      world[list] = (world[list] as { id: string }[]).flatMap((item) =>
        item.id === twice ? [item, { ...item }] : [item],
      );
  await this.attempt('reset', { world });
});

When('it is greeted in protocol {int}', async function (this: RingWorld, protocol: number) {
  await this.attempt('hello', { protocol });
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

/** Of several faults the reason names one word each, with … between them. Others than the built-in core say it in words of their own. */
Then('it is refused as {refusal}', function (this: RingWorld, { kind, reason }: ExpectedRefusal) {
  const { error, asked } = takeRefusal(this, kind);
  if (reason !== null && isBuiltIn(this.under.inner))
    this.expect(mentions('what the refusal says', reason.split(' … '), error.message), asked);
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
