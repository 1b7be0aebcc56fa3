import { explainNeed } from '../../dsl/index.ts';
import type { Finding, LetterFinding } from '../../dsl/index.ts';
import type { Pupil } from '../../register/pupil.ts';
import type { Offer } from './action.ts';
import { withheldNote } from './addressees.ts';
import type { Answer } from './answer.ts';
import { refused } from './answers/refused.ts';
import type { Asking } from './asking.ts';
import { judgementOffers } from './letter-offers.ts';
import { rightsOf } from './may-see.ts';
import { clauseWords, dayWords, nameAndGroup } from './words.ts';

/** A letter that the policy would not bring now: why, what it waits for, and how to write it all the same. */
export function refusedOutOfTurn(asking: Asking, pupil: Pupil, finding: Finding, letter: LetterFinding): Answer {
  const who = nameAndGroup(pupil);
  const anyway: Offer = {
    label: 'Draft it all the same',
    action: { kind: 'give reason', pupil: pupil.id, paper: letter.id, asAt: finding.asAt },
    style: 'danger',
  };
  const cure = `To write it all the same, give a reason: it is kept with the letter (“letter ${letter.id} for … because …”).`;
  const context = [clauseWords(letter.clause)];
  const reason = whyNotNow(who, finding, letter);
  if (letter.state !== 'waiting') return refused({ reason, cure, context, offers: [anyway] });
  const mayRecord = rightsOf[asking.actor.role].recordsJudgements;
  return refused({
    reason,
    lines: letter.needs.map(explainNeed),
    cure,
    context,
    offers: [...(mayRecord ? judgementOffers(pupil.id, finding.asAt, letter.needs) : []), anyway],
  });
}

function whyNotNow(who: string, finding: Finding, letter: LetterFinding): string {
  const at = finding.ladders.find(({ stage }) => stage !== null)?.stage?.title;
  const isAt = at === undefined ? 'is at no stage' : `is at ${at}`;
  const goesWith = letter.stage === null ? '' : `, and ${letter.title} goes with ${letter.stage.title}`;
  switch (letter.state) {
    case 'waiting':
      return `${letter.title} for ${who} waits: something must be known first.`;
    case 'sent':
      return `${letter.title} was sent for ${who}${letter.sent === null ? '' : ` on ${dayWords(letter.sent)}`}.`;
    case 'overtaken':
      return `${letter.title} for ${who} was overtaken: a later stage was reached before it was sent.`;
    case 'due':
    case 'not due':
      break;
  }
  return `${letter.title} is not due: ${who} ${isAt}${goesWith}.`;
}

/** A letter without anyone to go to. */
export function refusedNobody(pupil: Pupil, letter: LetterFinding, withheld: number): Answer {
  if (withheld > 0) {
    return refused({
      reason: `${letter.title} for ${nameAndGroup(pupil)} has nobody to go to.`,
      lines: withheldNote(withheld),
    });
  }
  return refused({
    reason: `No adult with parental responsibility or day-to-day care is recorded for ${nameAndGroup(pupil)}.`,
    cure: 'Import the adults: att import ADULTS.csv --school ID --profile generic-adults',
  });
}
