/** What the run recorded beside its messages, against the tree as it stands. */
import { finding, type Finding } from '../specification/finding.ts';
import { textHash } from '../specification/input.ts';
import { again, type RunUnderGate } from './run-faults.ts';

/** A commit may be written in full, or by its first digits. */
const SHORTEST = 7;
const isSame = (a: string, b: string): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTEST && long.toLowerCase().startsWith(short.toLowerCase());
};

export function otherRecord(under: RunUnderGate): Finding[] {
  const { files, catalogue, record, written, propertiesText } = under;
  const faults = otherCommit(under);
  if (record === null) return faults;
  if (record.catalogue !== catalogue.sha256) {
    const said = `${catalogue.path} has changed since the run`;
    faults.push(finding('other-catalogue', said, again, { file: catalogue.path, line: 1 }));
  }
  for (const { path, text } of files) {
    const was = record.features[path];
    if (was === textHash(text)) continue;
    const said = was === undefined ? 'was not there when the run began' : 'has changed since the run began';
    faults.push(finding('other-features', `${path} ${said}`, again, { file: path, line: 1 }));
  }
  // a file may have been carried elsewhere since
  const [ran, now] = [Object.values(record.messages), Object.values(written)];
  for (const [path, hash] of Object.entries(written))
    if (!ran.includes(hash))
      faults.push(finding('other-messages', `${path} is not the file that the run wrote`, again));
  for (const [path, hash] of Object.entries(record.messages))
    if (!now.includes(hash) && now.length < ran.length)
      faults.push(finding('other-messages', `${path}, which the run wrote, is not there`, again));
  if (propertiesText !== null && record.properties !== textHash(propertiesText))
    faults.push(finding('other-properties', 'the property results are not those of the run', again));
  return [...faults, ...otherCode(under)];
}

function otherCommit({ record, run, commits }: RunUnderGate): Finding[] {
  const ran = record === null ? (run?.revisions ?? []) : record.commit === null ? [] : [record.commit];
  const several = ran.filter((one) => !isSame(one, ran[0] ?? ''));
  if (several.length > 0)
    return [finding('other-commit', `the parts of the run are of several commits: ${ran.join(', ')}`, again)];
  const [commit] = ran;
  if (commit === undefined || commits.length === 0 || commits.some((one) => isSame(one, commit))) return [];
  const said = `the run was of commit ${commit}, and the tree is at ${commits.join(' or ')}`;
  return [finding('other-commit', said, again)];
}

const SHOWN = 5;

/** Code that changed after it ran: step definitions, and whatever else no commit holds. */
function otherCode({ record, codeFiles, changed }: RunUnderGate): Finding[] {
  if (record === null) return [];
  const later = [
    ...codeFiles.filter(({ path, text }) => record.code[path] !== textHash(text)).map(({ path }) => path),
    ...(record.commit === null ? [] : changed.filter((path) => !Object.hasOwn(record.code, path))),
  ];
  const [first] = later;
  if (first === undefined) return [];
  const more = later.length > SHOWN ? ` and ${String(later.length - SHOWN)} more` : '';
  const said = `changed since the run: ${later.slice(0, SHOWN).join(', ')}${more}`;
  return [finding('other-code', said, again, { file: first, line: 1 })];
}
