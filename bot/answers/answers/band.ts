import { explainNeed } from '../../../dsl/index.ts';
import type { BandFinding, Finding } from '../../../dsl/index.ts';
import type { Answer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { Examined } from '../examine.ts';
import { contextOf, nameAndGroup, ofFinding } from '../words.ts';
import { refused } from './refused.ts';

/** “band for …”: the band of each summary that the policy makes, the exact rate, and whether it is given or on track. */
export function bandAnswer(_asking: Asking, { pupil, finding }: Examined, notes: readonly string[] = []): Answer {
  const { bands } = finding;
  const [first] = bands;
  if (!first) return refused({ reason: `${finding.policy.title} has no bands of attendance.` });
  const who = nameAndGroup(pupil);
  return {
    kind: 'band',
    headline: bands.length === 1 ? `${who}: ${bandWords(first)}` : `${who}: ${bands.length} summaries`,
    facts: bands.map((band) => ({
      label: band.title,
      value: `${band.rate === null ? 'no rate yet' : `${band.rate.shown}${band.rate.unit === '%' ? '%' : ` ${band.rate.unit}`}`}${bands.length === 1 ? '' : `: ${bandWords(band)}`}`,
    })),
    lines: [...notes, ...bands.flatMap((band) => needsOf(finding, band))],
    context: contextOf(
      finding,
      bands.map(({ clause }) => clause),
    ),
    offers: [
      { label: 'Attendance', action: { kind: 'ask', question: 'attendance', about: pupil.id, asAt: finding.asAt } },
    ],
    ...ofFinding(pupil, finding),
    bands,
  };
}

/** `Cause for Concern`; until the period it is decided over has ended, `Cause for Concern, so far`. */
export function bandWords({ band, state }: BandFinding): string {
  if (band === null) return 'the band cannot be said yet';
  return state === 'on track' ? `${band.title}, so far` : band.title;
}

function needsOf({ undetermined }: Finding, { id, title, band }: BandFinding): readonly string[] {
  if (band !== null) return [];
  const needs = undetermined.filter(({ about }) => about === id).flatMap((each) => each.needs.map(explainNeed));
  return [`${title}: ${needs.length === 0 ? 'not known yet' : [...new Set(needs)].join('; ')}`];
}
