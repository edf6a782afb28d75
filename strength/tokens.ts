/** A program's text as tokens: white space, comments, trailing commas and the kind of quotes are no part of it. */
import ts from 'typescript-6';

export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const { SyntaxKind } = ts;
const opening = new Set([SyntaxKind.OpenBraceToken, SyntaxKind.TemplateHead]);
const closing = new Set([')', ']', '}']);

/** After these a slash divides; after anything else it begins a regular expression. */
const isValue = (kind: ts.SyntaxKind): boolean =>
  kind === SyntaxKind.Identifier ||
  kind === SyntaxKind.ThisKeyword ||
  kind === SyntaxKind.NumericLiteral ||
  kind === SyntaxKind.StringLiteral ||
  kind === SyntaxKind.CloseParenToken ||
  kind === SyntaxKind.CloseBracketToken ||
  kind === SyntaxKind.CloseBraceToken;

/** The tokens of a whole file, or of a piece of one that need not be a whole statement. */
export function tokensOf(text: string): Token[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, text);
  const tokens: Token[] = [];
  const open: ts.SyntaxKind[] = [];
  let before: ts.SyntaxKind = SyntaxKind.Unknown;
  for (let kind = scanner.scan(); kind !== SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (kind === SyntaxKind.SlashToken && !isValue(before)) kind = scanner.reScanSlashToken();
    if (opening.has(kind)) open.push(kind);
    if (kind === SyntaxKind.CloseBraceToken) {
      const isTemplate = open.at(-1) === SyntaxKind.TemplateHead;
      if (isTemplate) kind = scanner.reScanTemplateToken(false);
      if (kind !== SyntaxKind.TemplateMiddle) open.pop();
    }
    const isText = kind === SyntaxKind.StringLiteral;
    tokens.push({
      text: isText ? JSON.stringify(scanner.getTokenValue()) : scanner.getTokenText(),
      start: scanner.getTokenStart(),
      end: scanner.getTokenEnd(),
    });
    before = kind;
  }
  return tokens.filter(
    ({ text: word }, i) => word !== ',' || (i + 1 < tokens.length && !closing.has(tokens[i + 1]?.text ?? '')),
  );
}

/** How many characters come before a place, whose line and column are counted from `first`. */
export const offsetOf = (
  source: string,
  { line, column }: { readonly line: number; readonly column: number },
  first: 0 | 1,
): number =>
  source
    .split('\n')
    .slice(0, line - first)
    .reduce((sum, each) => sum + each.length + 1, column - first);

/** A piece of text as its tokens, to compare. */
export const words = (text: string): string =>
  tokensOf(text)
    .map(({ text: word }) => word)
    .join(' ');

/** Where a piece stands in some tokens, from the first token to the last of each place. */
export function placesOf(piece: string, tokens: readonly Token[]): { start: number; end: number }[] {
  const wanted = tokensOf(piece);
  return tokens.flatMap(({ start }, i) => {
    const end = tokens[i + wanted.length - 1]?.end;
    const isHere = wanted.length > 0 && wanted.every(({ text }, j) => tokens[i + j]?.text === text);
    return isHere && end !== undefined ? [{ start, end }] : [];
  });
}
