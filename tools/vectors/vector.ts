import type { Fields } from '../../cli/case-fields.ts';
import { list, record, text } from '../../cli/case-fields.ts';

/** One worked case of a vectors file: a pupil as at a day, a question, and what the document requires of its answer. */
export interface Vector {
  readonly id: string;
  readonly school: string;
  /** A day, or a day and the minute: `2024-01-15T08:41`. */
  readonly asOf: string;
  /** Null: the question needs no register. */
  readonly calendar: Fields | null;
  readonly pupil: Fields;
  readonly marks: readonly Fields[];
  readonly events: readonly Fields[];
  /** The question in prose. */
  readonly question: string;
  readonly ask: Fields & { readonly fn: string };
  readonly expected: Fields;
  /** Keys that the document does not determine: the answer must say nothing under them. */
  readonly undetermined: readonly string[];
}

/** Reads the text of a vectors file: a JSON list whose first element may explain the form. Throws with the place of what is wrong. */
export function readVectors(json: string): readonly Vector[] {
  const content: unknown = JSON.parse(json);
  if (!Array.isArray(content)) throw new Error('a file of vectors is a list');
  return content.map(record).flatMap((fields, index) => (fields['id'] === '_format' ? [] : [vectorIn(fields, index)]));
}

function vectorIn(fields: Fields, index: number): Vector {
  const ask = record(fields['ask']);
  const vector = {
    id: text(fields['id']),
    school: text(fields['school']),
    asOf: text(fields['asOf']),
    calendar: fields['calendar'] === null || fields['calendar'] === undefined ? null : record(fields['calendar']),
    pupil: record(fields['pupil']),
    marks: list(fields['marks']),
    events: list(fields['events']),
    question: text(fields['question']),
    ask: { ...ask, fn: text(ask['fn']) },
    expected: record(fields['expected']),
    undetermined: Array.isArray(fields['undetermined']) ? fields['undetermined'].map(String) : [],
  };
  const missing = [
    ...(['id', 'school', 'asOf'] as const).filter((key) => vector[key] === ''),
    ...(vector.ask.fn === '' ? ['ask.fn'] : []),
    ...(Object.keys(vector.expected).length + vector.undetermined.length === 0 ? ['expected'] : []),
  ];
  if (missing.length > 0) throw new Error(`element ${index} has no ${missing.join(', ')}`);
  return vector;
}
