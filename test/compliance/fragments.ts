import { readdirSync, readFileSync } from 'node:fs';
import type { Policy, Rulebook, Standing } from '../../dsl/index.ts';
import { england, readPolicies, standings } from '../../dsl/index.ts';
import { checkProvision } from '../../dsl/compliance/compliance.ts';
import { regimeOn } from '../../dsl/rulebook/regime.ts';
import type { Day } from '../../register/day.ts';
import { formatIsoDay, parseIsoDay } from '../../register/day.ts';

/** A piece of policy, and how it stands to the provision of its file. */
export interface Piece {
  readonly provision: string;
  readonly title: string;
  readonly expected: readonly { readonly standing: Standing | 'not in force'; readonly day: Day }[];
  readonly text: string;
  /** The text of a framework that it is under. */
  readonly above: string | undefined;
  readonly line: number;
}

const folder = new URL('./', import.meta.url);

/** All pieces of all files, in the order of the files' names. Each file is named for its provision. */
export const pieces: readonly Piece[] = readdirSync(folder)
  .filter((name) => name.endsWith('.att'))
  .toSorted()
  .flatMap((name) => readPieces(name.slice(0, -'.att'.length), readFileSync(new URL(name, folder), 'utf8')));

/**
 * `// == meets on 2024-08-19, not in force on 2024-08-18: the title` begins a piece; `// -- above` within it begins the text
 * of the framework that it is under. A heading that does not read throws, with its file and line.
 */
export function readPieces(provision: string, text: string): readonly Piece[] {
  const [preface = '', ...parts] = `\n${text}`.split(/^(?=\/\/ ==)/m);
  let line = preface.split('\n').length - 1;
  return parts.map((part) => {
    const [heading = '', ...body] = part.split('\n');
    const at = `${provision}.att:${line}`;
    const [, days, title] = /^\/\/ == (.+?): (\S.*)$/.exec(heading) ?? [];
    if (days === undefined || title === undefined) throw new Error(`${at}: “${heading}” is no heading of a piece`);
    const [own = '', above] = body.join('\n').split(/^\/\/ -- above\n/m);
    const piece = {
      provision,
      title,
      expected: days.split(', ').map((each) => expectedOf(each, at)),
      text: own,
      above,
    };
    const found = { ...piece, line };
    line += part.split('\n').length - 1;
    return found;
  });
}

function expectedOf(written: string, at: string): Piece['expected'][number] {
  const [, word, date = ''] = /^(.+) on (\S+)$/.exec(written) ?? [];
  const standing = ([...standings, 'not in force'] as const).find((each) => each === word);
  const day = parseIsoDay(date);
  if (!standing || day === undefined) throw new Error(`${at}: “${written}” is no standing on a day`);
  return { standing, day };
}

/** The policy that a piece is. One that does not read is a mistake of the file, and throws. */
export function policyOf(piece: Piece): Policy {
  const known = read.get(piece);
  if (known) return known;
  const at = `${piece.provision}.att:${piece.line}`;
  const under = piece.above === undefined ? '' : ' { under council }';
  const own = withHead(piece.text, `policy school "A school" in force from 1 September 2000${under}`);
  const above = withHead(piece.above ?? '', 'framework council "A council" in force from 1 September 2000');
  const sources = [own, ...(piece.above === undefined ? [] : [above])].map((text, index) => ({
    name: `${at}${index === 0 ? '' : ' above'}`,
    text,
  }));
  const { policies, diagnostics } = readPolicies(sources, { rulebook: england });
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  if (errors.length > 0) throw new Error(`${at} does not read: ${errors.join('; ')}`);
  const [policy] = [...policies.values()].filter(({ source }) => source.name === at);
  read.set(piece, policy!);
  return policy!;
}

const read = new Map<Piece, Policy>();

function withHead(text: string, head: string): string {
  return /^\s*(?:\/\/.*\n\s*)*(?:policy|trust|framework|cluster) /.test(text) ? text : `${head}\n${text}`;
}

/** How a piece stands to its provision by a rulebook: `meets on 2024-08-19, not in force on 2024-08-18`. */
export function standingsOf(piece: Piece, rulebook: Rulebook): string {
  return piece.expected.map(({ day }) => `${standingOn(piece, rulebook, day)} on ${formatIsoDay(day)}`).join(', ');
}

export function expectedWords({ expected }: Piece): string {
  return expected.map(({ standing, day }) => `${standing} on ${formatIsoDay(day)}`).join(', ');
}

function standingOn(piece: Piece, rulebook: Rulebook, day: Day): string {
  const { provisions } = regimeOn(rulebook, day);
  const rows = provisions.filter(({ id }) => id === piece.provision).length;
  if (rows > 1) return `${rows} rows`;
  return checkProvision(policyOf(piece), rulebook, day, piece.provision)?.standing ?? 'not in force';
}
