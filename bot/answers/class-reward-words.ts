import type { DatedClassReward } from '../../dsl/index.ts';
import { lackingWords } from './needs-words.ts';
import { capital, dayWords, runWords } from './words.ts';

/** `Best class (week of 27 March 2023): Infants 2A 97.3%; Juniors 3A and 4A 98.1%`. */
export function classRewardLine(reward: DatedClassReward): string {
  const { title, each, period, state, needs } = reward;
  const when = [
    ...(period === null ? [] : [each === 'school weeks' ? `week of ${dayWords(period.from)}` : runWords(period)]),
    ...(state === 'so far' && period !== null ? ['so far'] : []),
  ];
  const found = classesWords(reward);
  const words = [...(found === '' ? [] : [found]), ...(needs.length === 0 ? [] : [`needed: ${lackingWords(needs)}`])];
  return `${capital(title)}${when.length === 0 ? '' : ` (${when.join(', ')})`}: ${words.length === 0 ? 'no class' : words.join('; ')}`;
}

/** The best by phase, and those that tie together; others in their order. */
function classesWords({ best, classes }: DatedClassReward): string {
  const groups = Map.groupBy(classes, ({ phase, attendance }) =>
    best === null ? 'all' : `${best === 'overall' ? '' : (phase ?? '?')} ${attendance.value}`,
  );
  if (best === null) return classes.map((each) => `${each.class} ${each.attendance.shown}%`).join(', ');
  return [...groups.values()]
    .map((tied) => {
      const [first] = tied;
      const phase = best === 'overall' || first!.phase === null ? '' : `${first!.phase} `;
      return `${phase}${listed(tied.map((each) => each.class))} ${first!.attendance.shown}%`;
    })
    .join('; ');
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
