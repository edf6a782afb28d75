/** Nothing that a file or an implementation says steers the terminal, or a CI, of whoever reads it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { scratchFolder } from '../src/files/scratch.ts';
import { gate } from '../src/gate/gate.ts';
import { showAnnotations, showSarif } from '../src/gate/show-annotations.ts';
import { showJunit } from '../src/gate/show-junit.ts';
import { showMarkdown } from '../src/gate/show-markdown.ts';
import { describeFault } from '../src/files/faults.ts';
import { onOneLine, printable } from '../src/printable.ts';
import { buildAdapter } from './verify/build-adapter.ts';
import { gateFiles, readCase, repository, settings } from './gate/fixture.ts';
import { program as bin } from './program.ts';

const folder = scratchFolder();

/** By number, so that this list and the one of the program have nothing in common. */
const steering = (code: number): boolean =>
  (code < 0x20 && code !== 0x0a) ||
  (code >= 0x7f && code <= 0x9f) ||
  [0x061c, 0x200e, 0x200f].includes(code) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069);

function harmless(text: string, about: string): void {
  const at = Array.from(text).findIndex((character) => steering(character.codePointAt(0) ?? 0));
  assert.equal(
    at,
    -1,
    `${about}: ${JSON.stringify(
      Array.from(text)
        .slice(Math.max(0, at - 40), at + 40)
        .join(''),
    )}`,
  );
  assert.doesNotMatch(text, /^\s*::|##\[/m, about);
}

const every = String.fromCharCode(...Array.from({ length: 0x2100 }, (_, code) => code));

test('each steering character is shown and has no effect; all others stay as they are', () => {
  for (const character of Array.from(every)) {
    const code = character.charCodeAt(0);
    assert.equal(printable(character) !== character, steering(code), code.toString(16));
  }
  assert.equal(printable('\u001b[31m\t\u202e\u0085'), '\\u001b[31m\\t\\u202e\\u0085');
  assert.equal(onOneLine('a\nb\u2028c\r'), 'a\\nb\\u2028c\\r');
});

test('a JSON document stays the document that it was', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.boolean(), (value, spaced) => {
      const text = JSON.stringify(value, null, spaced ? 2 : 0);
      assert.deepEqual(JSON.parse(printable(text)), JSON.parse(text));
    }),
    { seed: 7 },
  );
  assert.deepEqual(JSON.parse(printable(JSON.stringify({ every }, null, 2))), { every });
});

const hostile = 'evil\u001b]0;title\u0007\n::error::owned\r\u202e\u009b2J\u007f##[add-path]x';

test('a fault of a file is one line, whatever the file, the key and the value are called', () => {
  const text = describeFault({ file: hostile, line: 3, path: hostile, found: hostile, allowed: hostile });
  assert.equal(text.split('\n').length, 1);
  harmless(text.replaceAll('##[', ''), 'a fault');
});

test('annotations, summaries, JUnit and SARIF are harmless, and the findings stand in them', () => {
  const verdict = gate(gateFiles(repository('partial')), settings(readCase('partial')));
  const findings = verdict.findings.map((one) => ({
    ...one,
    message: hostile,
    remedy: hostile,
  }));
  const evil = { ...verdict, findings };
  const annotations = showAnnotations(evil);
  assert.equal(annotations.split('\n').length, findings.length + 1, 'a line for each');
  for (const [name, text] of Object.entries({
    annotations: annotations.replace(/^::/gm, ''),
    markdown: showMarkdown(evil),
    junit: showJunit(evil),
    sarif: showSarif(evil, '1'),
  })) {
    const bare = text.replaceAll('##[', '').replaceAll('::', '');
    harmless(bare, name);
    assert.match(text, /u001b/, name);
  }
});

let adapter: Awaited<ReturnType<typeof buildAdapter>>;
before(async () => {
  adapter = await buildAdapter();
});

/** Runs it, and looks at all that it says. */
function said(
  args: readonly string[],
  about: string,
  must = /u001b/,
): { status: number | null; text: string } {
  const { stdout, stderr, status } = spawnSync(bin, args, {
    encoding: 'utf8',
    cwd: folder,
    maxBuffer: 1 << 28,
  });
  harmless(stdout, `${about}, stdout`);
  harmless(stderr, `${about}, stderr`);
  assert.match(stdout + stderr, must, `${about}: it is shown`);
  return { status, text: stdout + stderr };
}

test('commands that read files', { timeout: 300_000 }, () => {
  const file = 'evil\u001b[2J.yaml';
  const key = '"\\e[31m\\n::error::x\\u202e"';
  writeFileSync(join(folder, file), `${key}: 1\nring: {kappa: "\\e]0;x\\a"}\n`);
  writeFileSync(join(folder, 'known.yaml'), `known_failures:\n  - ${key}: 1\n`);
  const certificate = JSON.stringify({ program: hostile, [hostile]: 1 });
  writeFileSync(join(folder, 'certificate.json'), certificate);
  for (const [args, status] of [
    [['run', file, '--out', 'x'], 65],
    [['sweep', 'balanced', file, '--out-dir', 'x'], 65],
    [['gate', '--catalogue', file, '--features', file], 65],
    [['certificates', file, 'certificate.json'], 65],
    [['analyze', `nowhere${hostile}`], 65],
    [['report', `nowhere${hostile}`], 65],
    [['run', file, '--out', 'x', `--${hostile}`], 64],
    [['verify', '--implementation', 'x', '--known-failures', file], 65],
  ] as const)
    assert.equal(said(args, args[0]).status, status, args[0]);
});

test('commands that talk to an implementation', { timeout: 600_000 }, () => {
  const line = adapter('hostile').join(' ');
  const reports = join(folder, 'report');
  const verified = said(['verify', '--slow', '15', '--implementation', line, '--out', reports], 'verify');
  assert.equal(verified.status, 1);
  for (const [name, must] of [
    ['report.txt', /its stderr ended:\n.*evil\\u001b/],
    ['report.txt', /evil\\u001b.*\\n::error::owned/],
  ] as const) {
    const text = readFileSync(join(reports, name), 'utf8');
    harmless(text.replaceAll('::', ''), name);
    assert.match(text, must);
  }
  const certificate = join(reports, 'certificate.json');
  assert.equal(said(['certificates', certificate], 'certificates').status, 0);
  said(['smoke', '--slow', '15', '--implementation', line], 'smoke');
  said(['hunt', '--worlds', '3', '--slow', '15', '--out', 'hunted', '--implementation', line], 'hunt', /./);
});
