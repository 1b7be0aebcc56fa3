import type { Arbitrary } from 'fast-check';
import { nat } from 'fast-check';

/**
 * What every generated policy declares, so that any clause may name it. Names of tests, measures, periods and stages are
 * left open while a clause is made (`<threshold 3>`) and bound when it is known which there are.
 */
export const declared = `role office "Office"
role lead "Attendance Lead"
role safeguarding "safeguarding"
role carers "carers" is every adult with parental-responsibility or day-to-day-care
judgement engaged "parents engage" by lead
judgement better "things are better" by office
judgement doubtful "the reason is doubtful" by lead
fact carer "young carer" for pupil
fact traded "school buys the service" for school
letter first-letter "First letter" { goes to every carers }
letter second-letter "Second letter"
plan action-plan "Plan"
meeting case-meeting "Meeting"
service helpline "Help line" {
  telephone "01632 960 001"
  open Monday to Thursday from 09:00 until 16:30 not bank holidays
  ages 11 to 18
}
group kin "children in several schools" is family in at least 2 schools
group summer "summer-born" is born from 1 April to 31 August
period school-age "compulsory school age" is from the first 31 December, 31 March or 31 August on or after birthday 5`;

export const judgements = ['engaged', 'better', 'doubtful'] as const;
/** What turns on a pupil’s data, or on the minute. */
export const ofPupils = ['kin', 'summer', 'school-age', 'helpline open'] as const;
export const facts = ['carer', 'traded'] as const;

/** Things that people log, of the names every generated policy declares. */
export const logged = [
  ...(['first-letter sent', 'second-letter sent', 'action-plan agreed', 'case-meeting held'] as const),
  ...(['case-meeting missed', 'contact made', 'reason given', 'concern raised'] as const),
] as const;

export type Open = 'threshold' | 'measure' | 'period' | 'window' | 'stage' | 'met';

/** A name left open: the nth of those there will be. */
export function open(kind: Open): Arbitrary<string> {
  return nat(5).map((number) => `<${kind} ${number}>`);
}

/** What a clause may name where it stands. */
export interface Known {
  readonly thresholds: number;
  readonly periods: number;
  /** Units of the measures, in order. */
  readonly measures: readonly string[];
  /** Stages, as conditions ask for them. */
  readonly stages: readonly string[];
}

/** Binds the names left open in a clause; where there is none of the kind, something that always is. */
export function bind(text: string, { thresholds, periods, measures, stages }: Known): string {
  return text.replace(/<(\w+) (\d+)>/g, (_all, kind: Open, digits: string) => {
    const number = Number(digits);
    switch (kind) {
      case 'threshold':
        return thresholds === 0 ? 'engaged' : `t${number % thresholds}`;
      case 'met':
        return thresholds === 0 ? 'engaged' : `t${number % thresholds} met this half term`;
      case 'period':
        return periods === 0 ? 'better' : `p${number % periods}`;
      case 'window':
        return periods === 0 ? 'this school year' : `during p${number % periods}`;
      case 'measure':
        return measures.length === 0 ? 'carer' : comparedMeasure(number % measures.length, measures);
      case 'stage':
        return stages.length === 0 ? 'doubtful' : stages[number % stages.length]!;
    }
  });
}

function comparedMeasure(index: number, units: readonly string[]): string {
  const unit = units[index]!;
  return unit === '%' ? `m${index} below 92%` : `m${index} at least 3 ${unit}`;
}
