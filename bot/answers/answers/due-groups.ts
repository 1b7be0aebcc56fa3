import type { Finding } from '../../../dsl/index.ts';
import type { Offer } from '../action.ts';
import type { DueAnswer, DueGroup, DueSection, ListRow } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { Examined } from '../examine.ts';
import { freshnessOf, longDayWords, pupilShown } from '../words.ts';

/** Pupils shown in one answer, and of one group where there are several; of a reward by name alone. The rest are counted. */
const most = { all: 36, group: 12, names: 400 } as const;

/** A pupil in a list, with the question that shows more. */
export function rowOf({ pupil, finding }: Examined, words: string, question: string): ListRow {
  const shown = pupilShown(pupil);
  const action = { kind: 'ask', question, about: pupil.id, asAt: finding.asAt } as const;
  return { pupil: shown, words, offers: [{ label: 'Show', action }] };
}

/** Adds a row to the group of a title. */
export function put(groups: Map<string, ListRow[]>, title: string, of: ListRow): void {
  groups.set(title, [...(groups.get(title) ?? []), of]);
}

export function groupsOf(groups: ReadonlyMap<string, readonly ListRow[]>): readonly Listed[] {
  return [...groups].map(([title, rows]) => ({ title, rows }));
}

interface Listed {
  readonly title: string;
  readonly rows: readonly ListRow[];
}

interface Due extends Pick<DueAnswer, 'about' | 'headline' | 'counts' | 'lines'> {
  readonly groups: readonly Listed[];
  readonly sections?: readonly DueSection[];
  readonly offers?: readonly Offer[];
}

/** The answer, its rows held to what one answer can show. */
export function grouped(asking: Asking, examined: readonly Examined[], due: Due): DueAnswer {
  const finding: Finding | undefined = examined[0]?.finding;
  const { sections = [] } = due;
  const groups = shownOf(
    due.groups.filter(({ rows }) => rows.length > 0),
    due.about,
  );
  const freshness = freshnessOf(finding?.registerTo ?? null);
  return {
    kind: 'due',
    about: due.about,
    headline: due.headline,
    facts: [],
    lines: [
      ...sectionLines(sections, 'before'),
      ...groups.flatMap(groupLines),
      ...sectionLines(sections, 'after'),
      ...due.lines,
    ],
    context: finding ? [`As at ${longDayWords(finding.asAt)} · ${freshness}`, finding.policy.title] : [],
    offers: due.offers ?? [],
    school: asking.school.id,
    asAt: finding?.asAt ?? '',
    freshness,
    counts: due.counts,
    groups,
    sections,
    remarks: due.lines,
  };
}

/** The first rows of each group, no more of all of them than one answer holds; of rewards each has an equal share. */
function shownOf(groups: readonly Listed[], about: Due['about']): readonly DueGroup[] {
  let left: number = about === 'rewards' ? most.names : most.all;
  const share = about === 'rewards' ? shareOf(groups, left) : most.group;
  return groups.map(({ title, rows }) => {
    const shown = rows.slice(0, groups.length === 1 ? left : Math.min(left, share));
    left -= shown.length;
    return { title, pupils: rows.length, rows: shown, more: rows.length - shown.length };
  });
}

/** As many rows as each group can have, where what small ones leave over goes to the others. */
function shareOf(groups: readonly Listed[], room: number): number {
  let [left, shared] = [room, 0];
  const sizes = groups.map(({ rows }) => rows.length).toSorted((a, b) => a - b);
  for (const [index, size] of sizes.entries()) {
    shared = Math.floor(left / (sizes.length - index));
    if (size > shared) return shared;
    left -= size;
  }
  return room;
}

function sectionLines(sections: readonly DueSection[], place: DueSection['place']): readonly string[] {
  return sections
    .filter((section) => section.place === place)
    .flatMap(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)]);
}

function groupLines({ title, pupils, rows, more }: DueGroup): readonly string[] {
  return [
    `${title} (${pupils})`,
    ...rows.map(
      ({ pupil, words }) => `  ${pupil.name} (${pupil.registrationGroup})${words === '' ? '' : `: ${words}`}`,
    ),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

export function pupilsWords(count: number): string {
  return count === 1 ? '1 pupil' : `${count} pupils`;
}
