import { expect, test } from 'vitest';
import { isoDay } from '../../../register/day.ts';
import { meetingOf } from '../../../dsl/evaluate/meetings.ts';
import { compiled, pupilCase } from '../../support/evaluate-policy.ts';

const policy = compiled(`role ewo "Education Welfare Officer"
role headteacher "Headteacher"
role senior-leader "deputising senior leader"
role social-worker "Social Worker"
fact traded for school
fact in-plan for pupil
meeting sam "School Attendance Meeting" {
  arranged by school
  led by ewo if traded
  led by headteacher or senior-leader unless traded
  attended by parents, school
  attended by social-worker if in-plan
}`);

/** Who does each, with a question mark where it cannot be told. */
function people(facts: Record<string, boolean>) {
  const about = pupilCase({ asAt: '2023-11-20', facts });
  const found = meetingOf(policy, about, 'sam', isoDay('2023-11-20'))!;
  const shown = (list: typeof found.ledBy) =>
    list.map(
      (party) => party.anyOf.map((each) => each.title).join(' or ') + (party.holds === 'undetermined' ? '?' : ''),
    );
  return { arranges: shown(found.arrangedBy), leads: shown(found.ledBy), attends: shown(found.attendedBy) };
}

test('who leads turns on a fact', () => {
  expect(people({ traded: true, 'in-plan': false })).toEqual({
    arranges: ['school'],
    leads: ['Education Welfare Officer'],
    attends: ['parents', 'school'],
  });
  expect(people({ traded: false, 'in-plan': true })).toEqual({
    arranges: ['school'],
    leads: ['Headteacher or deputising senior leader'],
    attends: ['parents', 'school', 'Social Worker'],
  });
});

test('a fact that nobody gave leaves it open', () => {
  expect(people({})).toMatchObject({
    leads: ['Education Welfare Officer?', 'Headteacher or deputising senior leader?'],
    attends: ['parents', 'school', 'Social Worker?'],
  });
});

test('no meeting of that name', () => {
  expect(meetingOf(policy, pupilCase({ asAt: '2023-11-20' }), 'apm', isoDay('2023-11-20'))).toBeUndefined();
});
