import type { Pupil } from '../../../register/pupil.ts';
import type { LetterRecord } from '../../store/letter-record.ts';
import type { DraftAnswer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import { commonText, letterOf, letterShown } from '../letter-text.ts';
import { rightsOf } from '../may-see.ts';
import { dayWords, longDayWords, nameAndGroup, pupilShown } from '../words.ts';

/** Letters drafted, or drafted before and shown again. */
export function draftShown(
  asking: Asking,
  pupil: Pupil,
  records: readonly LetterRecord[],
  { notes = [], freshness = '' }: { readonly notes?: readonly string[]; readonly freshness?: string } = {},
): DraftAnswer {
  const letters = records.map(letterOf);
  const [first] = letters;
  if (!first) throw new Error('a draft has at least one letter');
  const revisions = records.map(({ id, revision }) => ({ id, revision }));
  const overrideReason = records[0]?.overrideReason ?? null;
  const mayApprove = rightsOf[asking.actor.role].approvesLetters;
  const { policy, clause, asAt } = first.restsOn;
  return {
    kind: 'draft',
    headline: `Draft: ${first.title} for ${nameAndGroup(pupil)}`,
    facts: [
      {
        label: records.length === 1 ? 'To' : `To ${records.length} adults`,
        value: letters.map(({ addressee }) => addressee.name).join('; '),
      },
      { label: 'Dated', value: dayWords(first.date) },
    ],
    lines: [
      ...notes,
      ...(overrideReason === null ? [] : [`Out of turn: ${overrideReason}`]),
      ...(mayApprove ? [] : ['The attendance lead approves it.']),
    ],
    context: [
      `Rests on ${clause.policy}.att, line ${clause.line}, and the marks up to ${longDayWords(asAt)}`,
      `Policy ${policy.id}; nothing is sent from here`,
    ],
    offers: [
      ...(mayApprove
        ? [{ label: 'Approve', action: { kind: 'approve letters', letters: revisions }, style: 'primary' } as const]
        : []),
      { label: 'Edit', action: { kind: 'edit letters', letters: revisions } },
    ],
    school: asking.school.id,
    pupil: pupilShown(pupil),
    asAt,
    freshness,
    paper: { id: first.paper, title: first.title },
    letters: records.map(letterShown),
    text: commonText(letters),
    overrideReason,
  };
}
