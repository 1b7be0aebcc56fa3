import type { Pupil } from '../../../register/pupil.ts';
import type { LetterRecord } from '../../store/letter-record.ts';
import type { ApprovedAnswer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import { filesOf } from '../letter-files.ts';
import { letterOf } from '../letter-text.ts';
import { nameAndGroup, pupilShown } from '../words.ts';

/** Letters approved, now or before, with their files. */
export function approvedShown(
  asking: Asking,
  pupil: Pupil,
  records: readonly LetterRecord[],
  notes: readonly string[] = [],
): ApprovedAnswer {
  const [first] = records;
  const approved = first?.approved;
  if (!first || !approved) throw new Error('an approved letter says who approved it');
  const { paper, title } = letterOf(first);
  const count = records.length === 1 ? 'one letter' : `${records.length} letters`;
  return {
    kind: 'approved',
    headline: `Approved: ${title} for ${nameAndGroup(pupil)}, ${count}`,
    facts: [{ label: 'To', value: records.map((record) => letterOf(record).addressee.name).join('; ') }],
    lines: [...notes, 'The files are for you to print or send. Nothing was sent to a parent.'],
    context: [`Approved by ${approved.by} at ${approved.at}`],
    offers: [],
    school: asking.school.id,
    pupil: pupilShown(pupil),
    paper: { id: paper, title },
    approved,
    files: records.flatMap(filesOf),
  };
}
