/** Which file of the tree a uri of the messages means. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchUris } from '../../src/specification/uris.ts';

const tree = new Map([
  ['features/a.feature', 'A'],
  ['features/b c.feature', 'B'],
  ['src/test/resources/shop/till.feature', 'T'],
  ['one/x.feature', 'X1'],
  ['two/x.feature', 'X2'],
]);
const match = (uri: string, text = ''): string | undefined =>
  matchUris(new Map([[uri, text]]), tree).get(uri);

const cases: readonly [uri: string, path: string | undefined, text?: string][] = [
  ['features/a.feature', 'features/a.feature'],
  ['./features/a.feature', 'features/a.feature'],
  ['features\\a.feature', 'features/a.feature'],
  ['/home/ada/shop/features/a.feature', 'features/a.feature'],
  ['file:///home/ada/shop/features/b%20c.feature', 'features/b c.feature'],
  ['file:/home/ada/shop/features/a.feature', 'features/a.feature'],
  ['classpath:shop/till.feature', 'src/test/resources/shop/till.feature'],
  ['till.feature', 'src/test/resources/shop/till.feature'],
  ['x.feature', 'two/x.feature', 'X2'],
  ['x.feature', undefined, 'X3'],
  ['features/ba.feature', undefined],
  ['/home/ada/otherfeatures/a.feature', undefined],
  ['100%.feature', undefined],
];

for (const [uri, path, text] of cases) {
  test(`${uri}${text === undefined ? '' : ` with the text ${text}`} is ${path ?? 'no file of the tree'}`, () => {
    assert.equal(match(uri, text), path);
  });
}
