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
  assert.deepEqual([...there, 'docs/protocol.md', 'docs/scenario-files.md'].sort(), [...made.keys()].sort());
  for (const [name, text] of made) assert.equal(read(name), text, name);
});

test('the schema of scenario files takes what is shipped and refuses an unknown key and a wrong word', () => {
  const takes = new Ajv2020.default({ strict: false }).compile(
    JSON.parse(read('schemas/files/scenario.json')) as object,
  );
  const shipped = [
    ...readdirSync(join(root, 'scenarios')).map((name) => `scenarios/${name}`),
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
