/**
 * Formulas of the clauses, set as formulas. Each names the words of the clause that it stands for, and is read
 * back into those words before it is used: one that says something else is refused.
 */
import katex from 'katex';
import { z } from 'zod';
import { Fault } from '../../files/faults.ts';
import { readYaml, type TextFile } from '../../specification/input.ts';
import type { Specification } from './specification.ts';

const schema = z.record(
  z.string(),
  z.array(z.strictObject({ text: z.string(), tex: z.string(), display: z.boolean().default(false) })),
);

export interface Formula {
  readonly text: string;
  /** MathML: it needs no font and no style of its own. */
  readonly mathml: string;
  /** On a line of its own. */
  readonly display: boolean;
}

export type Formulas = ReadonlyMap<string, readonly Formula[]>;

/** Formulas by clause; all faults at once. */
export function readFormulas(file: TextFile, specification: Specification): Formulas {
  const { value, lineOf } = readYaml(file, schema);
  const texts = new Map(
    specification.chapters.flatMap(({ clauses }) => clauses.map(({ id, text }) => [id, text] as const)),
  );
  const faults: string[] = [];
  const found = new Map<string, readonly Formula[]>();
  for (const [id, formulas] of Object.entries(value)) {
    const clause = texts.get(id);
    if (clause === undefined) faults.push(`${file.path}:${String(lineOf([id]))}: there is no clause ${id}`);
    const set = formulas.map(({ text, tex, display }, i) => {
      const place = `${file.path}:${String(lineOf([id, i, 'text']))}: ${id}:`;
      if (clause !== undefined && !clause.includes(text))
        faults.push(`${place} "${text}" does not stand in the clause`);
      const back = readBack(tex);
      if (back !== squeezed(text)) faults.push(`${place} "${tex}" says ${back}, not ${squeezed(text)}`);
      return { text, mathml: toMathml(tex, display, place, faults), display };
    });
    found.set(id, set);
  }
  if (faults.length > 0) throw new Fault(faults.join('\n'), 'badInput');
  return found;
}

function toMathml(tex: string, displayMode: boolean, place: string, faults: string[]): string {
  try {
    const html = katex.renderToString(tex, {
      output: 'mathml',
      displayMode,
      throwOnError: true,
      strict: 'ignore',
    });
    return html
      .replace(/^<span class="katex">|<\/span>$/g, '')
      .replaceAll('<mo>∗</mo>', STAR)
      .replace(/<annotation.*?<\/annotation>/gs, '');
  } catch (error) {
    faults.push(`${place} ${error instanceof Error ? error.message : String(error)}`);
    return '';
  }
}

/** The star of X* belongs to a name and is no operator. */
const STAR = '<mo lspace="0" rspace="0">*</mo>';

const superscripts: Readonly<Record<string, string>> = { '⁻': '-', '⁹': '9', '⁰': '0', '¹': '1', '²': '2' };

/** Words without spaces, braces and the several ways to write a minus. */
const squeezed = (text: string): string =>
  text
    .replace(/[⁻⁹⁰¹²]+/g, (raised) => `^${Array.from(raised, (sign) => superscripts[sign] ?? sign).join('')}`)
    .replace(/₀/g, '_0')
    .replace(/[\s{}]/g, '')
    .replace(/-/g, '−')
    .replace(/'/g, '′');

const signs: Readonly<Record<string, string>> = {
  lfloor: '⌊',
  rfloor: '⌋',
  cdot: '·',
  le: '≤',
  ge: '≥',
  lambda: 'λ',
  tau: 'τ',
  varphi: 'φ',
  beta: 'β',
  delta: 'δ',
  kappa: 'κ',
  mu: 'μ',
  rho: 'ρ',
  pi: 'π',
  ell: 'ℓ',
  in: '∈',
  iff: '⇔',
  sum: 'Σ',
  Sigma: 'Σ',
  Delta: 'Δ',
  leftarrow: '←',
  infty: '∞',
  min: 'min',
  max: 'max',
  dots: '…',
  sim: '~',
  left: '',
  right: '',
  quad: '',
};

/** TeX as the clauses write it in plain text. */
export function readBack(tex: string): string {
  const reader = { rest: tex.replace(/\\[,;! ]/g, '').replace(/\\(?=_)/g, '') };
  return squeezed(readGroup(reader)).replace(/\^\*/g, '*');
}

interface Reader {
  rest: string;
}

/** Up to the brace that closes, or to the end. */
function readGroup(reader: Reader): string {
  let out = '';
  while (reader.rest !== '') {
    const [head = ''] = reader.rest;
    if (head === '}') break;
    reader.rest = reader.rest.slice(1);
    if (head === '{') {
      out += readGroup(reader);
      reader.rest = reader.rest.slice(1);
    } else if (head === '\\') {
      // a brace that is meant: braces are left out on both sides
      if (/^[{}]/.test(reader.rest)) {
        reader.rest = reader.rest.slice(1);
        continue;
      }
      const [name = ''] = /^[A-Za-z]+/.exec(reader.rest) ?? [];
      reader.rest = reader.rest.slice(name.length);
      if (name === 'frac' || name === 'dfrac') out += `${part(reader, /[+−-]/)}/${part(reader, /[+−·/-]/)}`;
      else if (name !== 'text' && name !== 'mathrm') out += signs[name] ?? `\\${name}`;
    } else out += head;
  }
  return out;
}

/** Numerator or denominator: in parentheses where a line of text would need them. */
function part(reader: Reader, binding: RegExp): string {
  reader.rest = reader.rest.replace(/^\s*\{/, '');
  const inner = readGroup(reader);
  reader.rest = reader.rest.slice(1);
  let depth = 0;
  const open = Array.from(inner).filter((sign) => {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    return depth === 0;
  });
  const isProduct = binding.test('·') && /\d[A-Za-z]/.test(inner);
  return isProduct || open.slice(1).some((sign) => binding.test(sign)) ? `(${inner})` : inner;
}
