import type { Clause, Finding, LadderFinding, Quantity } from '../../dsl/index.ts';
import { formatDay, formatLongDay, parseIsoDay } from '../../register/day.ts';
import { pupilName } from '../../register/pupil.ts';
import type { Pupil } from '../../register/pupil.ts';
import type { PupilShown } from './answer.ts';

export function pupilShown(pupil: Pupil): PupilShown {
  return {
    id: pupil.id,
    name: pupilName(pupil),
    yearGroup: pupil.yearGroup,
    registrationGroup: pupil.registrationGroup,
  };
}

/** `Amira Khan (5B)`. */
export function nameAndGroup(pupil: Pupil): string {
  return pupil.registrationGroup === '' ? pupilName(pupil) : `${pupilName(pupil)} (${pupil.registrationGroup})`;
}

/** `28 March 2024`, from an ISO 8601 date. */
export function dayWords(iso: string): string {
  const day = parseIsoDay(iso);
  return day === undefined ? iso : formatDay(day);
}

/** `27 to 31 March 2023`, `27 March to 4 April 2023`; of one day that day. */
export function runWords({ from, to }: { readonly from: string; readonly to: string }): string {
  if (from === to) return dayWords(from);
  const [first, last] = [dayWords(from).split(' '), dayWords(to).split(' ')];
  const same = first[2] !== last[2] ? 3 : first[1] !== last[1] ? 2 : 1;
  return `${first.slice(0, same).join(' ')} to ${last.join(' ')}`;
}

/** `Thursday 28 March 2024`. */
export function longDayWords(iso: string): string {
  const day = parseIsoDay(iso);
  return day === undefined ? iso : formatLongDay(day);
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** How far the register goes: `Register to Thursday 28 March 2024 PM`. */
export function freshnessOf(registerTo: Finding['registerTo']): string {
  return registerTo === null
    ? 'The register holds no marks up to this day'
    : `Register to ${longDayWords(registerTo.date)} ${registerTo.session}`;
}

/** `7.5 days absent`. */
export function quantityWords({ shown, unit }: Quantity): string {
  const singular = shown === '1' ? unit.replace(/^(day|session|week)s\b/, '$1') : unit;
  return `${shown} ${singular}`;
}

/** `Attendance Support Map (widnes, line 40)`; the file alone where the document has no heading to cite. */
export function clauseWords(clause: Clause): string {
  const place = `${clause.policy}.att, line ${clause.line}`;
  return clause.cite === null ? place : `“${clause.cite}” (${place})`;
}

/** The ladder an answer begins with: the first of the school's own policy, else the first at all. */
export function mainLadder(finding: Finding): LadderFinding | undefined {
  return finding.ladders.find((ladder) => ladder.clause.policy === finding.policy.id) ?? finding.ladders[0];
}

export function otherLadders(finding: Finding): readonly LadderFinding[] {
  const main = mainLadder(finding);
  return finding.ladders.filter((ladder) => ladder !== main);
}

/** `Serious concerns since 12 March 2024`. */
export function stageWords(ladder: LadderFinding): string {
  if (ladder.stage === null) return 'no stage';
  return ladder.since === null ? ladder.stage.title : `${ladder.stage.title} since ${dayWords(ladder.since)}`;
}

/** The small print under every answer about a pupil. */
export function contextOf(finding: Finding, clauses: readonly Clause[]): readonly string[] {
  const { policy } = finding;
  const places = [...new Set(clauses.map(clauseWords))];
  return [
    ...places,
    `As at ${longDayWords(finding.asAt)} · ${freshnessOf(finding.registerTo)}`,
    policy.covers ? policy.title : `${policy.title}: this day lies outside its dates (${datesWords(policy.inForce)})`,
  ];
}

function datesWords({ from, to }: Finding['policy']['inForce']): string {
  if (from !== null && to !== null) return `${dayWords(from)} to ${dayWords(to)}`;
  if (from !== null) return `from ${dayWords(from)}`;
  return to === null ? 'none stated' : `to ${dayWords(to)}`;
}

/** What every answer about one pupil carries of the finding it rests on, and the finding. */
export function ofFinding(pupil: Pupil, finding: Finding) {
  return {
    school: finding.school,
    pupil: pupilShown(pupil),
    asAt: finding.asAt,
    freshness: freshnessOf(finding.registerTo),
    finding,
  };
}
