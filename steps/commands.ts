/** Commands: what somebody at a terminal types, and what is there afterwards. */
import { Given, Then, When } from '@cucumber/cucumber';
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { splitCommand } from '../src/protocol/command-line.ts';
import { contentsOf, type Contents } from './contents.ts';
import { mentions, same } from './expect.ts';
import { interrupted, ringspec, type Ended } from './program.ts';
import type { RingWorld } from './ring-world.ts';
import { scratchOf } from './scratch.ts';

/** Its name in messages, and on the disk when a command is run. */
const NAME = 'ring.yaml';

const desks = new WeakMap<RingWorld, CommandFolder>();

/** The folder in which a scenario's commands are run. */
function folderOf(world: RingWorld): CommandFolder {
  const found = desks.get(world) ?? new CommandFolder(world);
  desks.set(world, found);
  return found;
}

class CommandFolder {
  readonly place: string;
  #ended: Ended | null = null;

  constructor(readonly world: RingWorld) {
    this.place = scratchOf(world);
  }

  put(name: string, text: string): void {
    const path = join(this.place, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** Runs one command line; the scenario file lies in the folder. Nothing that is no terminal is told in colour. CLI-04. */
  async run(line: string, run = ringspec): Promise<void> {
    this.world.does(line);
    const [program, ...words] = splitCommand(line);
    assert.equal(program, 'ringspec', 'the program of a command line');
    if (this.world.file.text !== '') this.put(NAME, this.world.file.text);
    this.#ended = await run(words, this.place);
    this.world.written = this;
    const { stdout, stderr } = this.ended;
    const coloured = `${stdout}${stderr}`.split('\n').filter((text) => text.includes('\u001b'));
    this.world.expect(same('lines in colour', [], coloured));
    this.world.documents.set('the JSON on stdout', () => [JSON.parse(this.ended.stdout), 'any']);
  }

  get ended(): Ended {
    assert.ok(this.#ended, 'no command has been run yet');
    return this.#ended;
  }

  said(stream: string): string {
    return stream === 'out' ? this.ended.stdout : this.ended.stderr;
  }

  contents(): Contents {
    return Object.fromEntries(Object.entries(contentsOf(this.place)).filter(([name]) => name !== NAME));
  }
}

Given('a file {word} beside it', function (this: RingWorld, name: string, text: string) {
  folderOf(this).put(name, text);
});

When('this is run', async function (this: RingWorld, line: string) {
  await folderOf(this).run(line);
});

When(
  'this is run, and Ctrl-C is pressed when a pair is complete',
  async function (this: RingWorld, line: string) {
    await folderOf(this).run(line, interrupted);
  },
);

Then('it exits with {int}', function (this: RingWorld, status: number) {
  const { ended } = folderOf(this);
  const found = `${String(ended.status)}, with\n${ended.stdout}\n${ended.stderr}`;
  this.expect(ended.status === status ? [] : [{ about: 'exit status', expected: String(status), found }]);
});

Then('it says {words} on std{word}', function (this: RingWorld, words: string | null, stream: string) {
  const said = folderOf(this).said(stream);
  this.expect(words === null ? same(`std${stream}`, '', said) : mentions(`std${stream}`, [words], said));
});
