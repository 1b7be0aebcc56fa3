import type { TallyFinding } from '../../../dsl/index.ts';
import type { AttendanceAnswer, Fact } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { Examined } from '../examine.ts';
import { contextOf, dayWords, mainLadder, nameAndGroup, ofFinding } from '../words.ts';

/** “attendance for …”: the school year so far, by the register. */
export function attendanceAnswer(
  _asking: Asking,
  { pupil, finding }: Examined,
  notes: readonly string[] = [],
): AttendanceAnswer {
  const { tally } = finding;
  const main = mainLadder(finding);
  return {
    kind: 'attendance',
    headline: headlineOf(nameAndGroup(pupil), tally),
    facts: factsOf(tally),
    lines: [
      ...notes,
      ...(tally.notTaken === 0
        ? []
        : [`The register was not taken for ${sessions(tally.notTaken)}; they count neither way.`]),
    ],
    context: contextOf(finding, []),
    offers: [
      { label: 'Stage', action: { kind: 'ask', question: 'stage', about: pupil.id, asAt: finding.asAt } },
      ...(main
        ? [{ label: 'Why', action: { kind: 'ask', question: 'why', about: pupil.id, asAt: finding.asAt } as const }]
        : []),
    ],
    ...ofFinding(pupil, finding),
  };
}

function headlineOf(who: string, tally: TallyFinding): string {
  if (tally.attendance === null || tally.from === null) return `${who}: no session counts so far this school year`;
  return `${who}: attendance ${tally.attendance.shown}% since ${dayWords(tally.from)}`;
}

function factsOf(tally: TallyFinding): readonly Fact[] {
  if (tally.possible === 0) return [];
  const missed = tally.authorised + tally.unauthorised;
  return [
    { label: 'Attended', value: `${tally.attended} of ${sessions(tally.possible)}` },
    { label: 'Missed', value: `${sessions(missed)} (${missed / 2} ${missed === 2 ? 'day' : 'days'})` },
    { label: 'Authorised absence', value: sessions(tally.authorised) },
    { label: 'Unauthorised absence', value: sessions(tally.unauthorised) },
    { label: 'Late', value: tally.late === 1 ? 'once' : `${tally.late} times` },
  ];
}

function sessions(count: number): string {
  return count === 1 ? '1 session' : `${count} sessions`;
}
