import type { Day } from '../../../register/day.ts';
import type { Place, Policy } from '../../resolve/policy.ts';
import type { Level } from '../../rulebook/rulebook.ts';
import type { FileEdit, StandingFix, StandingRow } from '../standing.ts';
import type { Claim, Question } from '../subject.ts';
import { addDays, addMonths, formatDay } from '../../../register/day.ts';
import { valueEdits } from './value-edits.ts';

/**
 * What would put a breach right, the likeliest first: the value changed in every clause that breaches, a departure
 * recorded where the level allows one, and what the provision is. None is tried here; test/dsl/compliance/fixes does so
 * for each sort of breach, and whoever applies one asks for the standing again.
 */
export function fixesOf(
  question: Question,
  standing: StandingRow['standing'],
  claims: readonly Claim[],
  departure: StandingRow['departure'],
): readonly StandingFix[] {
  if (standing === 'silent') return question.provision.mustSay === true ? [addClause(question), seeHelp(question)] : [];
  if (standing !== 'breaches' && standing !== 'contradicts itself') return [];
  const change = changeValue(
    question,
    claims.filter(({ verdict }) => verdict === 'breaches'),
  );
  const mayDepart = standing === 'breaches' && (!departure || departure.lapsed);
  return [...change, ...(mayDepart ? recordDeparture(question) : []), seeHelp(question)];
}

function changeValue(question: Question, breaching: readonly Claim[]): readonly StandingFix[] {
  const places = new Set(breaching.map(({ place }) => place));
  if (places.has(undefined)) return [];
  const edits: FileEdit[] = [];
  for (const place of places as ReadonlySet<Place>) {
    const found = valueEdits(question, place);
    if (found.length === 0) return [];
    edits.push(...found.map(({ span, text }) => ({ file: place.source.name, span, text })));
  }
  const all = withoutRepeats(edits).filter((each) => wordsAt(question, each) !== each.text);
  if (all.length === 0) return [];
  const own = [...places].every((place) => place!.policy === question.policy.id);
  const title = changeWords(question, all) + (own ? '' : ` in ${[...places].map((place) => place!.policy).join(', ')}`);
  return [{ id: 'change-value', title, edits: all, safe: own }];
}

function withoutRepeats(edits: readonly FileEdit[]): readonly FileEdit[] {
  const byPlace = new Map(edits.map((each) => [`${each.file} ${each.span.start} ${each.span.end}`, each]));
  return [...byPlace.values()].toSorted((a, b) => a.span.start - b.span.start);
}

/** `change 12 to 10 and this school year to in a rolling 10 school weeks`. */
function changeWords(question: Question, edits: readonly FileEdit[]): string {
  const changes = edits.map((each) => {
    const { text } = each;
    const was = wordsAt(question, each);
    if (was.trim() === '') return `add “${text.trim()}”`;
    return text === '' ? `take out “${was.trim()}”` : `change ${was.replace(/\s+/g, ' ')} to ${text}`;
  });
  return [...new Set(changes)].join(', ');
}

/** What stands now where an edit would put its text. */
function wordsAt({ layers }: Question, { file, span }: FileEdit): string {
  return layers.find(({ source }) => source.name === file)!.source.text.slice(span.start, span.end);
}

/** A stub for what a policy has to say: it says nothing until somebody has written it. */
function addClause({ policy, provision }: Question): StandingFix {
  const text = `// ${provision.id}: ${provision.title}\nnote "…"\n`;
  return { id: 'add-clause', title: 'add a clause that says it', edits: [atEnd(policy, text)], safe: false };
}

/** A stub that says what a departure must say: it counts for nothing until somebody has written why, and who approved it. */
function recordDeparture({ policy, provision, regime: { day } }: Question): readonly StandingFix[] {
  if (!departable.includes(provision.level)) return [];
  const until = lastDay(day, provision.to);
  const dates = `on ${formatDay(day)}, until ${formatDay(until)}`;
  const text = `departs from ${provision.id} because "…" approved by "…" ${dates}\n`;
  return [{ id: 'record-departure', title: 'record a reasoned departure', edits: [atEnd(policy, text)], safe: false }];
}

const departable: readonly Level[] = ['statutory guidance', 'non-statutory guidance'];

/** A year, or as long as the provision is in force. */
function lastDay(day: Day, to: Day | undefined): Day {
  const aYear = addDays(addMonths(day, 12), -1);
  return to === undefined || to > aYear ? aYear : to;
}

function atEnd({ source }: Policy, text: string): FileEdit {
  const { length } = source.text;
  const gap = source.text.endsWith('\n') ? '\n' : '\n\n';
  return { file: source.name, span: { start: length, end: length }, text: gap + text };
}

function seeHelp({ provision }: Question): StandingFix {
  return { id: 'see-help', title: `see att help ${provision.id}`, edits: [], safe: false };
}
