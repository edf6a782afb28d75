/** The commands that README.md and the pages under docs/ show. */
import { readdirSync, readFileSync } from 'node:fs';

export const pages = [
  'README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].sort();

/** Its commands are followed one after the other by test/examples/implementing.slow.test.ts. */
export const WALK = 'docs/implementing.md';

export interface Shown {
  readonly page: string;
  readonly command: string;
}

const programs = /^(bin\/ringspec|ringspec|npm|npx|node|python3|grep|mvn|bundle) \S/;

/** What stands in `sh` blocks, a command a line, and between backquotes in the text; without comments. */
function commandsOf(page: string): string[] {
  const text = readFileSync(page, 'utf8');
  const blocks =
    page === WALK ? [] : [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
  const lines = blocks.flatMap((block) => block.replace(/\s*\\\n\s*/g, ' ').split('\n'));
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '');
  const inline = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return [
    ...lines.map((line) => line.replace(/\s+#.*$/, '').trim()),
    ...inline.filter((code) => programs.test(code)),
  ];
}

/** Each once; `ringspec` is `bin/ringspec` of this repository. */
export function shownCommands(): Shown[] {
  const seen = new Set<string>();
  return pages.flatMap((page) =>
    commandsOf(page).flatMap((said) => {
      const command = said.replace(/^ringspec /, 'bin/ringspec ');
      if (command === '' || seen.has(command)) return [];
      seen.add(command);
      return [{ page, command }];
    }),
  );
}
