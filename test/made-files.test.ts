/** Schemas and the page of the scenario keys are those that the program makes, and the schema takes the shipped files. */
import Ajv2020 from 'ajv/dist/2020.js';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { madeFiles } from '../build/made-files.ts';
import { root } from '../src/place.ts';

const read = (name: string): string => readFileSync(join(root, name), 'utf8');

test('the files are those that the schemas of the program make: npm run schemas', async () => {
  const made = await madeFiles();
  const there = readdirSync(join(root, 'schemas'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
  const pages = ['docs/claims.md', 'docs/protocol.md', 'docs/scenario-files.md'];
  assert.deepEqual([...there, ...pages].sort(), [...made.keys()].sort());
  for (const [name, text] of made) assert.equal(read(name), text, name);
});

test('the schema of scenario files takes what is shipped and refuses an unknown key and a wrong word', () => {
  const takes = new Ajv2020.default({ strict: false }).compile(
    JSON.parse(read('schemas/files/scenario.json')) as object,
  );
  const shipped = [
    ...readdirSync(join(root, 'scenarios'))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `scenarios/${name}`),
    'examples/start/scenario/scenario.yaml',
  ];
  for (const name of shipped) assert.ok(takes(parse(read(name))), `${name}: ${JSON.stringify(takes.errors)}`);
  for (const wrong of [
    { kapa: 1 },
    { ring: { kapa: 1 } },
    { regime: 'activ' },
    { buckets: { short: { spread: 1 } } },
  ])
    assert.equal(takes(wrong), false, JSON.stringify(wrong));
});

test('the schemas of the other files take what is shipped and refuse what the program refuses', () => {
  const known = { known_failures: [{ clause: 'KER-01', reason: 'r', issue: 'i', expires: '2027-01-01' }] };
  const waived = {
    waivers: [{ clause: 'PUR-01', kind: 'refusal', reason: 'r', owner: 'Ada', expiry: '2027-06-30' }],
  };
  const chapters = [{ id: 'PUR', clauses: [{ id: 'PUR-01', text: 'It says something.' }] }];
  const files: [string, readonly unknown[], readonly unknown[]][] = [
    [
      'catalogue',
      [
        ...['features/clauses.yaml', 'examples/start/gate/features/clauses.yaml'].map(
          (name) => parse(read(name)) as unknown,
        ),
        { chapters },
      ],
      [{}, { chapters: [{ id: 'PUR', clauses: [{ id: 'PUR-01', text: 'x', needs: ['exmple'] }] }] }],
    ],
    [
      'settings',
      ['ringspec.config.yaml', 'examples/start/gate/ringspec.config.yaml'].map(
        (name) => parse(read(name)) as unknown,
      ),
      [{ catalog: 'x' }, { severity: { 'unused-step': 'loud' } }],
    ],
    ['waivers', [waived], [{ waivers: [{ clause: 'PUR-01' }] }, { waiver: [] }]],
    ['known-failures', [known], [{ known_failures: [{ clause: 'KER-01', reasn: 'r' }] }, { known: [] }]],
  ];
  for (const [name, right, wrong] of files) {
    const takes = new Ajv2020.default({ strict: false }).compile(
      JSON.parse(read(`schemas/files/${name}.json`)) as object,
    );
    for (const one of right) assert.ok(takes(one), `${name}: ${JSON.stringify(takes.errors)}`);
    for (const one of wrong) assert.equal(takes(one), false, `${name}: ${JSON.stringify(one)}`);
  }
});
