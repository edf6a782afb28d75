/** Waivers: what a clause may lack for a while, why, on whose word and until when. */
import { z } from 'zod';
import { kinds, type Catalogue, type Kind } from '../specification/catalogue.ts';
import { finding, type Finding, type Place } from '../specification/finding.ts';
import { readYaml, type TextFile } from '../specification/input.ts';
import { day, daysBetween } from './calendar.ts';

export const waiversSchema = z.strictObject({
  waivers: z
    .array(
      z.strictObject({
        clause: z.string(),
        /** What it waives: one kind of evidence, or all that the clause needs. */
        kind: z.enum([...kinds, 'all']),
        reason: z.string().trim().min(1, 'a reason'),
        owner: z.string().trim().min(1, 'an owner'),
        /** The last day on which it holds. */
        expiry: day,
      }),
    )
    .nullable()
    .transform((list) => list ?? []),
});

export interface Waiver {
  readonly clause: string;
  readonly kind: Kind | 'all';
  readonly reason: string;
  readonly owner: string;
  readonly expiry: string;
  readonly place: Place;
}

export function readWaivers(file: TextFile): readonly Waiver[] {
  const { value, lineOf } = readYaml(file, waiversSchema);
  return value.waivers.map((waiver, i) => ({
    ...waiver,
    place: { file: file.path, line: lineOf(['waivers', i, 'clause']) },
  }));
}

export interface WaiversInForce {
  /** Kinds that are waived, by clause. */
  readonly waived: ReadonlyMap<string, readonly Waiver[]>;
  readonly findings: readonly Finding[];
}

type WaiverRule = 'waiver-unknown' | 'waiver-expired' | 'waiver-twice' | 'waiver-term';

/** Those that hold today; an expired one, one that lasts too long, a double one and one of no clause are errors and hold nothing. */
export function waiversInForce(
  waivers: readonly Waiver[],
  catalogue: Catalogue,
  today: string,
  longest: number,
): WaiversInForce {
  const waived = new Map<string, Waiver[]>();
  const findings: Finding[] = [];
  for (const waiver of waivers) {
    const { clause, kind, expiry, owner, place } = waiver;
    const list = waived.get(clause) ?? [];
    const what = `the waiver of ${clause} (${kind})`;
    const tell = (rule: WaiverRule, said: string, remedy: string) =>
      findings.push(finding(rule, `${what} ${said}`, remedy, place, clause));
    if (!catalogue.clauses.has(clause)) tell('waiver-unknown', 'is for no clause', 'take it out');
    else if (expiry < today)
      tell('waiver-expired', `expired on ${expiry}`, `cover the clause, or ask ${owner} for a new date`);
    else if (daysBetween(today, expiry) > longest)
      tell(
        'waiver-term',
        `lasts until ${expiry}, more than ${String(longest)} days from today`,
        'give it an earlier date (longest, in the settings)',
      );
    else if (list.some((other) => other.kind === kind || other.kind === 'all' || kind === 'all'))
      tell('waiver-twice', 'waives what another one waives', 'keep one of them');
    else waived.set(clause, [...list, waiver]);
  }
  return { waived, findings };
}
