/** `ringspec gate --accept`: writes down who accepted which clauses as they stand, and why. CLI-04. */
import { readAll } from '../files/faults.ts';
import type { Settings } from '../gate/settings.ts';
import { err, out, tell } from '../terminal.ts';
import { exitCodes } from '../exit-codes.ts';

export interface AcceptFlags {
  readonly by?: string;
  readonly why?: string;
  readonly json?: boolean;
}

/** Refuses, before anything is run, what could not be written down: a clause that is unknown, nobody who accepts. */
export async function mayAccept(
  { catalogue: path, kinds, accepted: record }: Settings,
  asked: readonly string[],
  { by, why }: AcceptFlags,
): Promise<boolean> {
  const refuse = (said: string): boolean => {
    tell(`ringspec gate --accept: ${said}`);
    process.exitCode = exitCodes.usage;
    return false;
  };
  if (by === undefined || by.trim() === '' || why === undefined || why.trim() === '')
    return refuse('say who accepts (--by) and why (--why)');
  const { acceptanceOf, readAcceptances } = await import('../gate/acceptance.ts');
  const { readMaybe, readText } = await import('../gate/files.ts');
  const { readCatalogue } = await import('../specification/catalogue.ts');
  const [{ clauses }, before] = readAll(
    () => readCatalogue(readText(path), kinds),
    () => {
      const { text } = readMaybe(record);
      return text === null ? {} : readAcceptances({ path: record, text });
    },
  );
  // a clause that is gone, and was accepted before, is accepted as taken out
  const unknown = asked.filter(
    (id) => id !== 'all' && !clauses.has(id) && acceptanceOf(before, id) === undefined,
  );
  return unknown.length === 0 || refuse(`${unknown.join(', ')}: no such clause in ${path}`);
}

/** Writes down clauses that `mayAccept` let pass; `all` is every clause with scenarios that stands unaccepted. */
export async function acceptClauses(
  settings: Settings,
  asked: readonly string[],
  { by = '', why = '', json }: AcceptFlags,
): Promise<void> {
  const { accept, acceptanceOf, outdated } = await import('../gate/acceptance.ts');
  const { byClause } = await import('../gate/by-clause.ts');
  const { writeWhole } = await import('../files/write-whole.ts');
  const { readGateFiles } = await import('../gate/files.ts');
  const { readInputs } = await import('../gate/inputs.ts');
  const { reportedTests } = await import('../gate/tests.ts');
  const { propertyEvidence } = await import('../gate/properties.ts');
  const { accepted, cases, catalogue, properties, propertyTests, reports } = readInputs(
    readGateFiles(settings),
  );
  const casesOf = byClause(cases);
  const checked = properties === null ? [] : propertyEvidence(properties, propertyTests, catalogue).tests;
  const testsOf = byClause([...checked, ...reportedTests(reports, catalogue).tests]);
  const open = [...catalogue.clauses.values()].filter((clause) => {
    const own = casesOf.get(clause.id) ?? [];
    const shown = own.length > 0 || testsOf.has(clause.id);
    return shown && outdated(acceptanceOf(accepted, clause.id), clause, own) !== null;
  });
  const ids = asked.includes('all') ? open.map(({ id }) => id) : asked;
  writeWhole(settings.accepted, accept(accepted, catalogue, casesOf, ids, by, why));
  (json === true ? err : out)(`accepted: ${ids.join(' ') || 'nothing was left to accept'}\n`);
}
