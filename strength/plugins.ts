/** What the mutation runner is told about this project: which tests come first, and what is no mutant. */
import { readFileSync } from 'node:fs';
import {
  declareFactoryPlugin,
  declareValuePlugin,
  PluginKind,
  type Injector,
} from '@stryker-mutator/api/plugin';
import {
  MutantRunStatus,
  type DryRunOptions,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner';
import { strykerPlugins as cucumberPlugins } from '@stryker-mutator/cucumber-runner';
import { parse } from 'yaml';
import { featureTests } from './feature-tests.ts';
import { OwnCode } from './own-code.ts';
import { nameOf, nodeAt, type NodePath } from './syntax.ts';

/** The scenarios of the mutant's own clauses first: whether they kill it is the question; then all others. */
class FeaturesRunner implements TestRunner {
  #tags = new Map<string, ReadonlySet<string>>();
  #own: OwnCode | null = null;
  readonly #sources = new Map<string, string>();

  constructor(readonly inner: TestRunner) {}

  capabilities() {
    return this.inner.capabilities();
  }

  async init(): Promise<void> {
    await this.inner.init?.();
  }

  async dispose(): Promise<void> {
    await this.inner.dispose?.();
  }

  dryRun(options: DryRunOptions): Promise<DryRunResult> {
    return this.inner.dryRun(options);
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, testFilter } = options;
    // it runs while files are loaded, so every test might see it: all of those that do are wanted
    if (testFilter === undefined) return this.inner.mutantRun({ ...options, disableBail: true });
    const { start } = activeMutant.location;
    const clauses = this.#ownCode().clausesAt(this.#source(activeMutant.fileName), {
      line: start.line,
      column: start.column,
    });
    const isOwn = (test: string): boolean => clauses.some((clause) => this.#tagsOf(test).has(clause));
    const own = testFilter.filter(isOwn);
    const others = testFilter.filter((test) => !isOwn(test));
    if (own.length === 0) return this.inner.mutantRun(options);
    // all of them, since the clauses of a mutant may be several, and each wants to know
    const first = await this.inner.mutantRun({ ...options, testFilter: own, disableBail: true });
    if (first.status !== MutantRunStatus.Survived || others.length === 0) return first;
    const second = await this.inner.mutantRun({ ...options, testFilter: others });
    return 'nrOfTests' in second ? { ...second, nrOfTests: second.nrOfTests + first.nrOfTests } : second;
  }

  #source(file: string): string {
    const text = this.#sources.get(file) ?? readFileSync(file, 'utf8');
    this.#sources.set(file, text);
    return text;
  }

  #ownCode(): OwnCode {
    this.#own ??= new OwnCode(clauseIds());
    return this.#own;
  }

  /** Test ids come with the file, so a file is read when its first test is asked for. */
  #tagsOf(test: string): ReadonlySet<string> {
    const known = this.#tags.get(test);
    if (known !== undefined) return known;
    const [uri = ''] = test.split(':');
    for (const { id, tags } of featureTests(uri, readFileSync(uri, 'utf8')))
      this.#tags.set(id, new Set(tags));
    return this.#tags.get(test) ?? new Set();
  }
}

function clauseIds(): Set<string> {
  const { chapters } = parse(readFileSync('features/clauses.yaml', 'utf8')) as {
    chapters: { clauses: { id: string }[] }[];
  };
  return new Set(chapters.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
}

const [cucumberPlugin] = cucumberPlugins;

function featuresRunner(injector: Injector): TestRunner {
  if (cucumberPlugin?.kind !== PluginKind.TestRunner || !('factory' in cucumberPlugin))
    throw new Error('the cucumber runner is no test runner');
  return new FeaturesRunner(injector.injectFunction(cucumberPlugin.factory));
}
featuresRunner.inject = ['$injector'] as const;

/** What is said when something cannot happen, and the words for an identity, are not part of the model. */
export const messages = {
  shouldIgnore({ node, parent }: NodePath): string | undefined {
    const thrown = node.type === 'ThrowStatement' ? nameOf(nodeAt(nodeAt(node, 'argument'), 'callee')) : '';
    if (thrown === 'Error' || thrown === 'RangeError') return 'reports a fault of the program';
    const isText = node.type === 'StringLiteral' || node.type === 'TemplateLiteral';
    const isIdentity = isText && nameOf(nodeAt(parent, 'callee')) === 'violated';
    return isIdentity ? 'names an identity' : undefined;
  },
};

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, 'features', featuresRunner as never),
  declareValuePlugin(PluginKind.Ignore, 'messages', messages as never),
];
