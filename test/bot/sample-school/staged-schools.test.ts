import { describe, expect, test } from 'vitest';
import { ascensionPlan } from '../../../bot/sample-school/ascension-plan.ts';
import { bramhallPlan } from '../../../bot/sample-school/bramhall-plan.ts';
import { generateSchools } from '../../../bot/sample-school/generate.ts';
import type { SamplePupil, SampleSchool } from '../../../bot/sample-school/sample-school.ts';
import { evaluate } from '../../../dsl/index.ts';
import type { Finding } from '../../../dsl/index.ts';
import { isoDay } from '../../../register/day.ts';
import { caseOf, compiledPolicy } from './pupil-case.ts';
import { groupedBy } from './sample.ts';

const ascension = generateSchools(ascensionPlan())[0]!;
const bramhall = generateSchools(bramhallPlan())[0]!;

/** What the sample's own policy says of a pupil whom it names, on its last day with marks or another. */
function findingOf(school: SampleSchool, name: string, on?: string): Finding {
  const pupil = school.pupils.find(({ forename, surname }) => `${forename} ${surname}` === name);
  if (!pupil) throw new Error(`${school.name} has no ${name}`);
  const asAt = on === undefined ? school.schoolDays.at(-1)! : isoDay(on);
  return evaluate(compiledPolicy(school.policy), caseOf(school, pupil), asAt);
}

const stageOf = ({ ladders }: Finding) => ladders[0]?.stage?.id;
const met = ({ thresholds }: Finding, id: string) => thresholds.find((each) => each.id === id)?.met;
const letter = ({ letters }: Finding, id: string) => letters.find((each) => each.id === id)?.state;
const review = ({ reviews }: Finding, id: string) => reviews.find((each) => each.id === id);
const duty = ({ duties }: Finding, id: string) => duties.filter((each) => each.id === id).map(({ state }) => state);

describe.each([
  ['Ascension', ascension, { pupils: 196, groups: 7, late: 30 }],
  ['Bramhall', bramhall, { pupils: 400, groups: 15, late: 30 }],
] as const)('%s is believable', (_, school, { pupils, groups, late }) => {
  test('its size, and one pupil of each name', () => {
    expect(school.pupils).toHaveLength(pupils);
    expect(groupedBy(school.pupils, ({ registrationGroup }) => registrationGroup).size).toBe(groups);
    expect(new Set(school.pupils.map(({ forename, surname }) => `${forename} ${surname}`)).size).toBe(pupils);
  });

  test('nine in ten sessions and more are attended; a fifth to a third of the pupils miss a tenth', () => {
    const tallies = school.pupils.map(tallyOf);
    const sum = (of: (tally: ReturnType<typeof tallyOf>) => number) => tallies.reduce((all, each) => all + of(each), 0);
    const attendance = 1 - sum(({ missed }) => missed) / sum(({ possible }) => possible);
    expect(attendance).toBeGreaterThan(0.92);
    expect(attendance).toBeLessThan(0.95);
    const persistent = tallies.filter(({ missed, possible }) => missed * 10 >= possible).length / pupils;
    expect(persistent).toBeGreaterThan(0.2);
    expect(persistent).toBeLessThan(0.34);
  });

  test('L is up to half an hour after the start, U is later, and nothing else has minutes', () => {
    for (const pupil of school.pupils) {
      for (const [index, minutes] of pupil.minutesLate) {
        expect([minutes, pupil.codes[index]]).toEqual([minutes, minutes > late ? 'U' : 'L']);
      }
    }
  });

  test('some reasons were still asked for in the first file, and established by the later one', () => {
    const earlier = school.pupils.flatMap((pupil) => [...(pupil.earlierCodes ?? [])]);
    expect(earlier.length).toBeGreaterThan(20);
    expect(new Set(earlier.map(([, code]) => code))).toEqual(new Set(['N']));
  });
});

describe('Ascension: each stage of attendance monitoring', () => {
  test.each([
    ['Orla Bissell', undefined, undefined, undefined],
    ['Poppy Hadley', 'noted', 'due', undefined],
    ['Reuben Tranter', 'noted', 'sent', undefined],
    ['Bobby Hodgetts', 'formal', 'sent', 'due'],
    ['Ivy Cartledge', 'formal', 'sent', 'sent'],
    ['Leo Bytheway', 'agencies', 'sent', 'sent'],
  ])('%s: %s', (name, stage, initial, followUp) => {
    const finding = findingOf(ascension, name);
    expect(stageOf(finding)).toBe(stage);
    expect(letter(finding, 'elements.initial-letter')).toBe(initial);
    expect(letter(finding, 'elements.follow-up-letter')).toBe(followUp);
  });
});

describe('Ascension: what the policy says of those it names', () => {
  test('a notice to improve with five weeks chosen, of three to six', () => {
    const ruby = findingOf(ascension, 'Ruby Perrins');
    expect(ruby.periods.find(({ id }) => id === 'elements.improvement')).toMatchObject({
      holds: 'yes',
      from: '2026-03-10',
      to: '2026-04-13',
      inRange: true,
    });
  });

  test('two penalty notices to one parent: a third cannot be issued', () => {
    const jenson = findingOf(ascension, 'Jenson Grosvenor');
    expect(met(jenson, 'elements.national-threshold')).toBe('yes');
    expect(jenson.bars.find(({ id }) => id.endsWith('issue-third-penalty-notice'))?.state).toBe('barred');
  });

  test('reasons open past five working days are overdue, a newer one is due', () => {
    const states = duty(findingOf(ascension, 'Elsie Round'), 'elements.record-the-correct-attendance-code');
    expect(states).toContain('overdue');
    expect(states).toContain('due');
  });

  test.each([
    ['Harry Darby', '2026-03-27', 'yes'],
    ['Grace Whitehouse', '2026-03-25', 'undetermined'],
    ['Evie Hackett', '2026-03-13', 'no'],
  ])('%s on %s: ill for longer than 5 days: %s', (name, on, expected) => {
    expect(met(findingOf(ascension, name, on), 'elements.long-illness')).toBe(expected);
  });

  test('exactly a tenth missed is persistent absence in 8.4, and not below 90% in 7.1', () => {
    const albie = findingOf(ascension, 'Albie Foley');
    expect(albie.tally).toMatchObject({ possible: 250, attended: 225 });
    expect(met(albie, 'elements.persistent-absence')).toBe('yes');
    expect(met(albie, 'elements.below-ninety')).toBe('no');
  });

  test('the other thresholds', () => {
    expect(met(findingOf(ascension, 'Scarlett Nock'), 'elements.severe-absence')).toBe('yes');
    expect(met(findingOf(ascension, 'Freddie Southall'), 'elements.persistent-absence')).toBe('yes');
    expect(met(findingOf(ascension, 'Olive Hingley'), 'elements.national-threshold')).toBe('yes');
    expect(met(findingOf(ascension, 'Riley Pargeter'), 'elements.public-place-ground')).toBe('yes');
    expect(met(findingOf(ascension, 'Florence Tibbetts'), 'elements.national-threshold')).toBe('no');
  });
});

describe('Bramhall: each stage of the staged process', () => {
  test.each([
    ['Isaac Bridge', undefined],
    ['Maya Standish', 'stage-1'],
    ['Noah Pownall', 'stage-1'],
    ['Lottie Ashworth', 'stage-2'],
    ['Ethan Hollins', 'stage-2'],
    ['Alisha Bowdon', 'stage-2'],
    ['Jake Heald', 'stage-3'],
    ['Ryan Offerton', 'stage-3a'],
    ['Kayla Romiley', 'stage-3a'],
    ['Dylan Hazelgrove', 'stage-3a'],
    ['Chloe Woodsmoor', 'stage-3b'],
    ['Liam Adswood', 'stage-3b'],
    ['Sean Bosden', 'stage-4'],
  ])('%s: %s', (name, stage) => {
    expect(stageOf(findingOf(bramhall, name))).toBe(stage);
  });

  test.each([
    ['Ethan Hollins', 'open', '2026-03-10'],
    ['Callum Leigh', 'overdue', null],
    ['Zara Mottram', 'due', '2026-02-12'],
  ])('%s: the review of the plan is %s', (name, state, held) => {
    expect(review(findingOf(bramhall, name), 'stockport.plan-review')).toMatchObject({ state, held });
  });
});

describe('Bramhall: what the policy says of those it names', () => {
  const wordings = ['stockport.warning-level', 'stockport.stage-3-level', 'stockport.recheck-level'] as const;
  test.each([
    ['Alisha Bowdon', ['yes', 'no', 'yes'], true],
    ['Tom Marple', ['undetermined', 'no', 'yes'], true],
    ['Jake Heald', ['yes', 'yes', 'yes'], false],
    ['Isaac Bridge', ['no', 'no', 'no'], false],
  ] as const)('%s: one threshold in three wordings', (name, expected, parted) => {
    const finding = findingOf(bramhall, name);
    expect(wordings.map((id) => met(finding, id))).toEqual(expected);
    expect(finding.contradictions.length > 0).toBe(parted);
  });

  test('a notice to improve running, breached and monitored', () => {
    expect(met(findingOf(bramhall, 'Ryan Offerton'), 'stockport.breached-notice')).toBe('no');
    expect(met(findingOf(bramhall, 'Kayla Romiley'), 'stockport.breached-notice')).toBe('yes');
    expect(met(findingOf(bramhall, 'Bradley Torkington'), 'stockport.still-meets')).toBe('yes');
  });

  test.each([
    ['Kyle Norbury', 'yes'],
    ['Jay Woodford', 'no'],
  ])('%s: ten continuous unauthorised days: %s', (name, expected) => {
    expect(met(findingOf(bramhall, name), 'ten-days')).toBe(expected);
    expect(met(findingOf(bramhall, name), 'stockport.ten-days-unauthorised')).toBe(expected);
  });

  test.each([
    ['Amelia Ladybrook', 'yes'],
    ['George Fernacre', 'no'],
  ])('%s: 15 days of sickness with those expected: %s', (name, expected) => {
    expect(met(findingOf(bramhall, name), 'sickness-return-level')).toBe(expected);
  });

  test('half of the school weeks broken is a possible concern', () => {
    expect(findingOf(bramhall, 'Phoebe Grange').bands[0]?.band?.id).toBe('possible-concern');
  });

  test('leave of five days and of three', () => {
    expect(met(findingOf(bramhall, 'Sofia Poynton'), 'stockport.leave-level')).toBe('yes');
    expect(met(findingOf(bramhall, 'Luca Poynton'), 'stockport.leave-level')).toBe('no');
  });

  test('fewer than 200 sessions attended while travelling', () => {
    expect(met(findingOf(bramhall, 'Jimmy Doran'), 'traveller-sessions')).toBe('no');
  });

  test('an arrival at 8.40: the detention is owed, and whether it is L is not said', () => {
    const isaac = findingOf(bramhall, 'Isaac Bridge');
    expect(duty(isaac, 'give-break-detention')).toEqual(['due']);
  });
});

function tallyOf({ codes }: SamplePupil): { readonly possible: number; readonly missed: number } {
  const taken = codes.filter((code) => code !== '' && !['D', 'X', 'Z', 'Y2'].includes(code));
  return { possible: taken.length, missed: taken.filter((code) => 'CEGIMNORSTU'.includes(code)).length };
}
