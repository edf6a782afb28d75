/**
 * Our own message file rewritten into a form that other cucumbers write: an older protocol, numbered ids, files
 * named from elsewhere, Windows line endings, and none of the members that the protocol lets out.
 */
type Json = string | number | boolean | null | Json[] | { [member: string]: Json };

const optional = new Set([
  'type',
  'keywordType',
  'location',
  'column',
  'duration',
  'willBeRetried',
  'testRunStartedId',
  'stepDefinitionIds',
  'stepMatchArgumentsLists',
  'language',
  'nanos',
]);
const keepLocationIn = new Set([
  'feature',
  'scenario',
  'rule',
  'background',
  'steps',
  'tags',
  'examples',
  'tableBody',
  'tableHeader',
  'rows',
  'children',
  'gherkinDocument',
  'cells',
  'dataTable',
  'comments',
]);

export function asAnotherCucumber(messages: string): string {
  const ids = new Map<string, string>();
  const renamed = (id: string): string => {
    const known = ids.get(id) ?? String(ids.size + 1);
    ids.set(id, known);
    return known;
  };
  const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(text);
  const visit = (value: Json, inside: string): Json => {
    if (typeof value === 'string') {
      if (isId(value)) return renamed(value);
      return value === 'features/pur.feature' ? 'file:///C:/somebody/purse/features/pur.feature' : value;
    }
    if (Array.isArray(value)) return value.map((one) => visit(one, inside));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([member]) => !optional.has(member) || (member === 'location' && keepLocationIn.has(inside)))
        .map(([member, inner]) => {
          if (member === 'data' && typeof inner === 'string') return [member, inner.replaceAll('\n', '\r\n')];
          return [member, visit(inner, member)];
        }),
    );
  };
  return messages
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, Json>)
    .filter(
      (envelope) =>
        !['stepDefinition', 'hook', 'parameterType', 'testRunHookStarted', 'testRunHookFinished'].some(
          (kind) => kind in envelope,
        ),
    )
    .map((envelope) =>
      'meta' in envelope
        ? { meta: { protocolVersion: '17.1.1', implementation: { name: 'cucumber-jvm' } } }
        : visit(envelope, ''),
    )
    .map((envelope) => `${JSON.stringify(envelope)}\n`)
    .join('');
}
