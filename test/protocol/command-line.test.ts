import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '../../src/files/faults.ts';
import { splitCommand } from '../../src/protocol/command-line.ts';

const cases: readonly [text: string, words: readonly string[]][] = [
  ['python3 adapter.py', ['python3', 'adapter.py']],
  ['  julia   --project=.\tadapter.jl ', ['julia', '--project=.', 'adapter.jl']],
  ['"my adapter" --name "Ada L."', ['my adapter', '--name', 'Ada L.']],
  ['sh -c \'echo "$HOME" | cat\'', ['sh', '-c', 'echo "$HOME" | cat']],
  ['my\\ adapter a\\"b', ['my adapter', 'a"b']],
  ['a "b \\" \\\\ \\n c"', ['a', 'b " \\ \\n c']],
  ["a 'b \\ c'", ['a', 'b \\ c']],
  ['a --x="1 2"3', ['a', '--x=1 23']],
  ['a "" \'\'', ['a', '', '']],
  ['a $HOME *.py ; rm', ['a', '$HOME', '*.py', ';', 'rm']],
];

for (const [text, words] of cases) {
  test(`${text} is split as a shell would`, () => {
    assert.deepEqual(splitCommand(text), words);
  });
}

test('what cannot be split is refused', () => {
  for (const text of ['', '   ', '""', 'a "b', "a 'b", 'a\\'])
    assert.throws(
      () => splitCommand(text),
      (error: unknown) => error instanceof Fault && error.exitStatus === 64,
    );
});
