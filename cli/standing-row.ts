import { placeAt, weightOf } from '../dsl/index.ts';
import type { PolicyClause, Source, Span, StandingRow } from '../dsl/index.ts';
import type { Context } from './context.ts';

/** A row, and of the place only where it stands. */
export type ShownRow = Omit<StandingRow, 'place'> & {
  readonly place: { readonly source: Source; readonly span: Span } | undefined;
};

/**
 * One provision for a terminal: how the policy stands to it and why, the policy's own words with their line, and the law's
 * with their strength, citation and how surely they are known.
 */
export function printStandingRow({ colour }: Pick<Context, 'colour'>, row: ShownRow): string {
  const paint = colour ? colours[row.standing === 'meets' ? 'meets' : weightOf(row)] : plain;
  const { place } = row;
  const at = place ? placeAt(place.source, place.span.start) : undefined;
  const where = place && at ? `    ${place.source.name}:${at.line}:${at.column}` : '';
  const besides = row.beside.filter(({ policyText }) => policyText !== null);
  const unsaid = row.beside.filter(({ policyText }) => policyText === null);
  return [
    `${paint(`${row.standing}  ${row.provision}`)}  ${row.provisionText}${where}`,
    `why     ${row.why}`,
    `policy  ${row.policyText === null ? '(says nothing)' : clauseWords(row.policyText, row.clause)}`,
    ...besides.map(({ policyText, clause, why }) => `also    ${clauseWords(policyText!, clause)}${aside(why, row)}`),
    ...unsaid.map(({ why }) => `also    ${why}`),
    `law     ${row.value}: ${row.citation} (${row.level}; ${row.confidence})`,
  ].join('\n');
}

function clauseWords(text: string, clause: PolicyClause | null): string {
  if (clause === null) return text;
  const cited = clause.cite === null ? '' : `, “${clause.cite}”`;
  return `${text}  [${clause.policy} line ${clause.line}${cited}]`;
}

/** What a further clause amounts to, unless it only says the same again. */
function aside(why: string, row: ShownRow): string {
  return why === '' || row.why.startsWith(why) ? '' : `\n        ${why}`;
}

const plain = (text: string): string => text;
const colours = {
  error: (text: string) => `\u001b[31m${text}\u001b[39m`,
  warning: (text: string) => `\u001b[33m${text}\u001b[39m`,
  information: (text: string) => `\u001b[36m${text}\u001b[39m`,
  meets: (text: string) => `\u001b[32m${text}\u001b[39m`,
} as const;
