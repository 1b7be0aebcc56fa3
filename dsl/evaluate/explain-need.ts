import type { Need } from './finding.ts';
import { formatDay, isoDay } from '../../register/day.ts';

/** Each need once, in words: what one role is to judge is said together, what is not recorded together and last. */
export function explainNeeds(needs: readonly Need[]): readonly string[] {
  const each = [...new Map(needs.map((need) => [explainNeed(need), need])).values()];
  const groups = Map.groupBy(each, (need) => {
    if (need.kind === 'judgement') return `judgement ${need.by}`;
    return need.kind === 'data' ? need.kind : explainNeed(need);
  });
  const data = groups.get('data') ?? [];
  groups.delete('data');
  return [...groups.values(), ...(data.length > 0 ? [data] : [])].map(together);
}

/** Needs of one kind and one judge. */
function together(needs: readonly Need[]): string {
  const [first] = needs;
  const what = needs.flatMap((need) => ('what' in need ? [need.what] : []));
  if (needs.length > 1 && first?.kind === 'judgement') return judgedBy(first.by, what);
  return needs.length > 1 ? `${what.join(', ')} (not recorded)` : explainNeed(first!);
}

/** What is missing, and who can settle it. */
export function explainNeed(need: Need): string {
  switch (need.kind) {
    case 'not stated':
      return need.since === undefined
        ? `the policy does not state ${need.what}`
        : `the policy has not stated ${need.what} since ${dayWords(need.since)}`;
    case 'judgement':
      return judgedBy(need.by, [need.what]);
    case 'mark':
      return marksMissing(need.sessions);
    case 'reading':
      return whichReading(need.what, need.readings);
    case 'data':
      return `${need.what} (not recorded)`;
    case 'possible sessions':
      return `possible sessions ${need.what}: there are none`;
    case 'not proved':
      return need.what.startsWith('not ')
        ? `that it is not so that ${lowerFirst(need.what.slice('not '.length))}`
        : `that ${lowerFirst(need.what)}`;
  }
}

/** Words that print both readings are not said before the readings themselves. */
function whichReading(what: string, readings: readonly string[]): string {
  const about = / or perhaps /.test(what) ? '' : ` of “${what}”`;
  return `which reading${about} holds (${readings.map((each) => each.replace(/^\((.*)\)(: (?:yes|no))$/, '$1$2')).join('; ')})`;
}

/** `the attendance lead’s judgements whether parents engage, and whether the reason is doubted`. */
function judgedBy(by: string | null, what: readonly string[]): string {
  const owner = by === null ? 'a' : `the ${whose(by)}`;
  if (what.length === 1) return `${owner} judgement whether ${lowerFirst(what[0]!)}`;
  const each = what.map((one) => `whether ${lowerFirst(one)}`);
  return `${by === null ? 'the' : owner} judgements ${each.slice(0, -1).join(', ')} and ${each.at(-1)}`;
}

/** `attendance lead’s`, `attendance leads’`. */
function whose(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

function marksMissing(sessions: readonly { readonly date: string; readonly session: string }[]): string {
  const shown = sessions.slice(0, 3).map((each) => `${dayWords(each.date)} ${each.session}`);
  const more = sessions.length - shown.length;
  return `the mark${sessions.length === 1 ? '' : 's'} of ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}, not taken`;
}

function dayWords(iso: string): string {
  return formatDay(isoDay(iso));
}

/** Titles that begin a sentence in the document stand inside one here. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}
