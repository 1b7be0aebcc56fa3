import { expect, test } from 'vitest';
import { eventsMeant, nearestEvents } from '../../../bot/answers/which-event.ts';
import { policyEvents } from '../../../dsl/index.ts';
import { compiled } from '../../support/evaluate-policy.ts';

const events = policyEvents(
  compiled(`
role attendance-lead "Attendance Lead"
judgement engaged "parents engage with support" by attendance-lead
letter stage-1-letter "Stage 1 letter" { goes to parents }
letter stage-2-letter "Stage 2 letter" { goes to parents }
meeting stage-1-meeting "Stage 1 review meeting" { led by attendance-lead }
meeting early-help-meeting "early help meeting" { led by attendance-lead }
notice penalty-notice "Penalty Notice" { goes to parents }
leave term-time-leave "Leave during term time" {
  marked authorised if leave granted
  otherwise not stated
}
ladder steps "Steps" by days absent this school year {
  stage one "One" from 4 days absent {
    will send stage-1-letter to parents if not engaged
    attendance-lead will hold stage-1-meeting with parents
    attendance-lead will hold early-help-meeting with parents
    may offer early-help
  }
  stage two "Two" from 7 days absent { will send stage-2-letter to parents if penalty-notice issued }
}
while absent and no reason given {
  will call parents on absence day 1
  will visit home on absence day 2 if no contact made since absence started
}
`),
);

/** What the best of the meanings are, with the name left over; `–` where there is none. */
function check(sentence: string, expected: string): void {
  const [best = []] = eventsMeant(events, sentence);
  const words = best.map(({ event, who, holds, withWhom }) =>
    [
      [event.name, event.done ?? (holds === undefined ? '?' : holds ? 'yes' : 'no')].join(' '),
      who === '' ? '' : `of ${who}`,
      withWhom === undefined ? '' : `with ${withWhom}`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
  expect(words.length === 0 ? '–' : words.join('; ')).toBe(expected);
}

test.each([
  ["called Amira Khan's parents", "call made of Amira Khan's"],
  ["rang Amira Khan's mother", "call made of Amira Khan's with mother"],
  ['call made for Amira Khan', 'call made of Amira Khan'],
  ["spoke to nobody of Amira's family", '–'],
  ["contacted Amira Khan's dad", "contact made of Amira Khan's with dad"],
  ['visited Amira Khan', 'home-visit made of Amira Khan'],
  ['visited her', 'home-visit made'],
  ['Amira Khan stage 1 meeting held', 'stage-1-meeting held of Amira Khan'],
  ['held the stage 1 review meeting with Amira Khan’s parents', 'stage-1-meeting held of Amira Khan’s'],
  ['meeting held for Amira Khan', 'stage-1-meeting held of Amira Khan; early-help-meeting held of Amira Khan'],
  ['early help meeting missed by Amira Khan', 'early-help-meeting missed of Amira Khan'],
  ['offered early help to Amira Khan', 'early-help offered of Amira Khan'],
  ['sent the stage 1 letter to Amira Khan’s parents', 'stage-1-letter sent of Amira Khan’s'],
  ['stage-1-letter sent', 'stage-1-letter sent'],
  ['letter sent for Amira Khan', 'stage-1-letter sent of Amira Khan; stage-2-letter sent of Amira Khan'],
  ['penalty notice issued for Amira Khan', 'penalty-notice issued of Amira Khan'],
  ['record leave asked for Amira Khan', 'term-time-leave asked of Amira Khan'],
  ['Amira Khan leave requested', 'term-time-leave asked of Amira Khan'],
  ['reason given for Khan, Amira', 'reason given of Khan Amira'],
  ['Amira Khan is engaged: no', 'engaged no of Amira Khan'],
  ['engaged no for Amira Khan', 'engaged no of Amira Khan'],
  ['Amira Khan not engaged', 'engaged no of Amira Khan'],
  ['parents engage with support for Amira Khan: yes', 'engaged yes of Amira Khan'],
  ['engaged for Amira Khan', 'engaged ? of Amira Khan'],
  ['stage 1 letter not sent', 'stage-1-letter sent of not'],
  ['Amira Khan', '–'],
  ['stage 1 letter for Amira Khan', '–'],
])('“%s” means %s', check);

test.each([
  ['stage 1 leter sent', 'stage-1-letter sent'],
  ['called the police', 'call made'],
  ['penalty', 'penalty-notice issued'],
])('nearest to “%s”', (words, first) => {
  const [nearest] = nearestEvents(events, words);
  expect(`${nearest?.name} ${nearest?.done}`).toBe(first);
});
