/** Places of the source by function and meaning: a list of them stands a reformat, a comment, and a move to another file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript-6';
import { placesOf, tokensOf, type Token } from './tokens.ts';

/** A piece of a function. */
export interface Anchor {
  /** A function, method or constant; a method of a common name as `Class.method`. */
  readonly in: string;
  /** Which file, where several have a function of this name. */
  readonly file?: string | undefined;
  /** An expression or a statement that stands once in the function; left out, the body of it. */
  readonly find?: string | undefined;
}

export interface Place {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** What has a name in a file, with its body. */
interface Named extends Place {
  readonly name: string;
  readonly owner: string | null;
  readonly body: ts.Node | undefined;
}

/** An anchor that holds nothing, or more than one thing. */
export class AnchorFault extends Error {
  override readonly name = 'AnchorFault';
}

/** The source files that anchors are looked for in. */
export class Sources {
  readonly #named: readonly Named[];
  readonly #tokens = new Map<string, Token[]>();

  /** @param texts by file */
  constructor(readonly texts: ReadonlyMap<string, string>) {
    this.#named = [...texts].flatMap(([file, text]) => namedIn(file, text));
  }

  /** @param entry what the anchor belongs to. @throws AnchorFault */
  place(entry: string, anchor: Anchor): Place {
    const named = this.#function(entry, anchor);
    const { file, name, body } = named;
    if (anchor.find === undefined) {
      if (body === undefined) throw new AnchorFault(`${entry}: ${name} in ${file} has no body`);
      return { file, start: body.getStart(), end: body.end };
    }
    const [place, ...others] = this.#placesIn(named, anchor.find);
    if (place !== undefined && others.length === 0) return { file, ...place };
    const count = place === undefined ? 0 : 1 + others.length;
    const elsewhere = count > 0 ? [] : this.#functionsWith(anchor.find);
    const hint = elsewhere.length === 0 ? '' : `\nit stands in ${elsewhere.join(', ')}`;
    throw new AnchorFault(
      `${entry}: ${name} in ${file} has this ${String(count)} times, not once:\n${anchor.find}${hint}`,
    );
  }

  /** Where a piece stands within another place, once. @throws AnchorFault */
  within(entry: string, { file, start, end }: Place, piece: string): Place {
    const places = placesOf(piece, this.#tokensBetween(file, start, end));
    const [place] = places;
    if (place !== undefined && places.length === 1) return { file, ...place };
    const text = this.texts.get(file)?.slice(start, end) ?? '';
    throw new AnchorFault(
      `${entry}: ${file} has this ${String(places.length)} times, not once, in ${text}:\n${piece}`,
    );
  }

  #function(entry: string, { in: wanted, file }: Anchor): Named {
    const all = this.#named.filter(({ name, owner }) => [name, `${owner ?? ''}.${name}`].includes(wanted));
    const [found, ...others] = all.filter((named) => file === undefined || named.file === file);
    if (found === undefined) {
      const where = all.length === 0 ? '' : `; it is in ${all.map((named) => named.file).join(', ')}`;
      throw new AnchorFault(
        `${entry}: no function, method or constant ${wanted}${file === undefined ? '' : ` in ${file}`}${where}`,
      );
    }
    if (others.length > 0) {
      const places = [found, ...others].map((named) => `${fullName(named)} in ${named.file}`);
      throw new AnchorFault(
        `${entry}: ${wanted} is ${places.join(' and ')}: say which, as Class.method or with its file`,
      );
    }
    return found;
  }

  #placesIn({ file, start, end }: Named, piece: string): { start: number; end: number }[] {
    return placesOf(piece, this.#tokensBetween(file, start, end));
  }

  #functionsWith(piece: string): string[] {
    return this.#named.filter((named) => this.#placesIn(named, piece).length > 0).map(fullName);
  }

  #tokensBetween(file: string, from: number, to: number): Token[] {
    const tokens = this.#tokens.get(file) ?? tokensOf(this.texts.get(file) ?? '');
    this.#tokens.set(file, tokens);
    return tokens.filter(({ start, end }) => start >= from && end <= to);
  }
}

const fullName = ({ owner, name }: Named): string => (owner === null ? name : `${owner}.${name}`);

/** Functions and constants of a file, and the members of its classes. */
function namedIn(file: string, text: string): Named[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const named = (node: ts.Node, name: string, owner: string | null, body?: ts.Node): Named => ({
    ...{ file, name, owner, body },
    start: node.getStart(),
    end: node.end,
  });
  return source.statements.flatMap((statement): Named[] => {
    if (ts.isFunctionDeclaration(statement) && statement.name !== undefined && statement.body !== undefined)
      return [named(statement, statement.name.text, null, statement.body)];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map((one) =>
        named(one, one.name.getText(), null, bodyOf(one)),
      );
    if (ts.isClassDeclaration(statement))
      return statement.members.map((member) =>
        named(member, member.name?.getText() ?? 'constructor', statement.name?.text ?? null, bodyOf(member)),
      );
    return [];
  });
}

function bodyOf(node: ts.VariableDeclaration | ts.ClassElement): ts.Node | undefined {
  if (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) {
    const value = node.initializer;
    return value !== undefined && ts.isArrowFunction(value) ? value.body : value;
  }
  return ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node) || ts.isAccessor(node)
    ? node.body
    : undefined;
}

/** The source files under some folders, and some files, of a tree. */
export function readSources(root: string, places: readonly string[]): Sources {
  const files = places.flatMap((place) =>
    place.endsWith('.ts')
      ? [place]
      : readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
          .sort()
          .map((name) => `${place}/${name}`),
  );
  return new Sources(new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')])));
}
