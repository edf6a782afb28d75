/** Anchors: what they stand, what they do not, and whether those of the wrong implementations and of the mutants hold. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AnchorFault, readSources, Sources, type Anchor } from '../../strength/anchor.ts';
import { readEquivalents, Reasons } from '../../strength/equivalent.ts';
import { words } from '../../strength/tokens.ts';
import { edited } from '../wrong/build.ts';
import { wrongImplementations } from '../wrong/errors.ts';

const pay = `/** What is paid. */
export function paid(cash: Num, due: Num): Num {
  const means = cash.plus(receipts(due, 'today'));
  return atLeast(means, due) ? due : means;
}
`;
const rest = `export const limit = 18;
class Purse {
  readonly coins = [];
  take(count: number): number { return count + 1; }
}
class Box {
  take(count: number): number { return count + 1; }
}
`;

const sources = (texts: Readonly<Record<string, string>>): Sources =>
  new Sources(new Map(Object.entries(texts)));
const core = sources({ 'src/pay.ts': pay, 'src/rest.ts': rest });

/** What an anchor holds in these files. */
function held(among: Sources, anchor: Anchor): string {
  const { file, start, end } = among.place('an-error', anchor);
  return `${file}: ${among.texts.get(file)?.slice(start, end) ?? ''}`;
}

const call: Anchor = { in: 'paid', find: "receipts(due, 'today')" };

test('a piece is found by its function, whatever its white space, its comments, its commas, and its file', () => {
  assert.equal(held(core, call), "src/pay.ts: receipts(due, 'today')");
  const reformatted = pay.replace("receipts(due, 'today')", 'receipts(\n    due,\n    "today",\n  )');
  assert.equal(
    held(sources({ 'src/pay.ts': reformatted }), call),
    'src/pay.ts: receipts(\n    due,\n    "today",\n  )',
  );
  const commented = pay.replace('(due, ', '(due /* of the day */, // and no more\n ');
  assert.match(
    held(sources({ 'src/pay.ts': commented }), call),
    /^src\/pay\.ts: receipts\(due \/\* of the day/,
  );
  const moved = sources({ 'src/pay.ts': '', 'src/other.ts': `${rest}\n${pay}` });
  assert.equal(held(moved, call), "src/other.ts: receipts(due, 'today')");
  const neighbour = pay.replace('return atLeast(means, due) ? due : means;', 'return smaller(means, due);');
  assert.equal(held(sources({ 'src/pay.ts': neighbour }), call), "src/pay.ts: receipts(due, 'today')");
});

test('constants, methods and members are functions too; without a piece the body is meant', () => {
  assert.equal(held(core, { in: 'limit', find: '18' }), 'src/rest.ts: 18');
  assert.equal(held(core, { in: 'coins', find: '= []' }), 'src/rest.ts: = []');
  assert.equal(held(core, { in: 'Box.take', find: 'count + 1' }), 'src/rest.ts: count + 1');
  assert.equal(held(core, { in: 'Box.take' }), 'src/rest.ts: { return count + 1; }');
});

const fault = (anchor: Anchor, among = core): string => {
  try {
    return `held ${held(among, anchor)}`;
  } catch (error) {
    assert.ok(error instanceof AnchorFault);
    return error.message;
  }
};

test('a fault names the entry, the function, and what was found', () => {
  assert.equal(
    fault({ in: 'paid', find: 'due' }),
    'an-error: paid in src/pay.ts has this 4 times, not once:\ndue',
  );
  assert.equal(
    fault({ in: 'paid', find: 'count + 1' }),
    'an-error: paid in src/pay.ts has this 0 times, not once:\ncount + 1\nit stands in Purse.take, Box.take',
  );
  assert.equal(fault({ in: 'lent', find: 'due' }), 'an-error: no function, method or constant lent');
  assert.equal(
    fault({ in: 'paid', file: 'src/rest.ts', find: 'due' }),
    'an-error: no function, method or constant paid in src/rest.ts; it is in src/pay.ts',
  );
  const twice = sources({ 'src/a.ts': pay, 'src/b.ts': pay });
  assert.equal(
    fault(call, twice),
    'an-error: paid is paid in src/a.ts and paid in src/b.ts: say which, as Class.method or with its file',
  );
  assert.equal(fault({ ...call, file: 'src/b.ts' }, twice), "held src/b.ts: receipts(due, 'today')");
  assert.match(
    fault({ in: 'take', find: 'count + 1' }),
    /take is Purse\.take .* and Box\.take .*: say which/,
  );
});

test('a change replaces the piece, and changes of one file do not get in each other’s way', () => {
  const changed = edited(
    'an-error',
    [
      { in: 'paid', find: 'atLeast(means, due)', replace: 'false' },
      { in: 'paid', find: "'today'", replace: "'tomorrow, or later'" },
      { in: 'limit', find: '18', replace: '8' },
    ],
    core,
  );
  assert.deepEqual(
    [...changed],
    [
      ['src/rest.ts', rest.replace('18', '8')],
      ['src/pay.ts', pay.replace('today', 'tomorrow, or later').replace('atLeast(means, due)', 'false')],
    ].sort(([a = ''], [b = '']) => [...changed.keys()].indexOf(a) - [...changed.keys()].indexOf(b)),
  );
});

test('tokens of templates, divisions and regular expressions', () => {
  assert.equal(words('`a ${ f( b ) } c ${`${d}`}`  + x'), '`a ${ f ( b ) } c ${ `${ d }` }` + x');
  assert.equal(words('a / b / c'), 'a / b / c');
  assert.equal(words('x.test( /[/ ]"/g )'), 'x . test ( /[/ ]"/g )');
  assert.equal(words('{a: {b}, }'), words('{ a: { b } }'));
});

test('a mutant has its reason by function and text, wherever the function is', () => {
  const entry = { in: 'paid', text: 'means', within: '? due : means', became: 'due', reason: 'no reason' };
  for (const file of ['src/pay.ts', 'src/other.ts']) {
    const reasons = new Reasons([entry], sources({ [file]: `// first\n${pay}` }));
    const start = `// first\n${pay}`.lastIndexOf('means');
    assert.ok(reasons.has({ file, start, end: start + 5, became: ' due' }));
    assert.ok(!reasons.has({ file, start, end: start + 5, became: 'zero' }));
    assert.deepEqual(reasons.stale(), []);
  }
  const { faults } = new Reasons([{ ...entry, within: '? due : nothing' }], core);
  assert.match(faults[0] ?? '', /^paid, means as due: paid in src\/pay\.ts has this 0 times/);
  const vague = new Reasons([{ ...entry, within: 'atLeast(means, due) ? due : means' }], core);
  assert.match(
    vague.faults[0] ?? '',
    /^paid, means as due: src\/pay\.ts has this 2 times, not once, in atLeast/,
  );
});

test('every wrong implementation can be made, and changes something', () => {
  for (const { id, changes } of wrongImplementations)
    for (const [file, text] of edited(id, changes))
      assert.notEqual(words(text), words(readSources('.', [file]).texts.get(file) ?? ''), id);
});

test('every mutant that has a reason stands in the source', () => {
  const places = ['src/core', 'src/scenario', 'src/run/metrics'];
  const measured = readSources('.', places);
  assert.deepEqual(new Reasons(readEquivalents('strength/equivalent.yaml'), measured).faults, []);
  assert.deepEqual(new Reasons(readEquivalents('strength/checks/beyond.yaml'), measured).faults, []);
});
