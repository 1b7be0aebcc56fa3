import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compilePolicy, england, readPolicies } from '../../dsl/index.ts';
import { readVectors } from '../../tools/vectors/vector.ts';
import { wrongWith } from '../../tools/vectors/wrong-with.ts';

// Each answer comes from the policy's text: with one value of the text changed, the worked case no longer holds.

const policies = join(import.meta.dirname, '../../policies');
const texts = new Map(['halton', 'widnes'].map((id) => [id, readFileSync(join(policies, `${id}.att`), 'utf8')]));
const cases = ['halton', 'widnes'].flatMap((file) =>
  readVectors(readFileSync(join(import.meta.dirname, `${file}.json`), 'utf8')),
);

const unchanged = widnesOf(texts);

test.each([
  [
    'widnes',
    'arriving after 08:55 but by 09:30 is late',
    'arriving after 08:55 but by 09:35 is late',
    'WX-ARR-AT-DAYS-END',
  ],
  ['widnes', 'report absence before 09:30', 'report absence before 09:31', 'WX-REP-0930'],
  [
    'widnes',
    '"Concerning levels of child absence" from 4 days',
    '"Concerning levels of child absence" from 5 days',
    'WX-MAP-4',
  ],
  ['widnes', 'from 16 days absent', 'from 17 days absent', 'WX-MAP-16'],
  ['widnes', ' kept to the end of the school year', '', 'WX-PA-HELD'],
  ['widnes', 'letter stage-2-letter "Stage 2 letter"', 'letter stage-2-letter "Second letter"', 'WX-GATE-7'],
  ['widnes', 'absence this school year at least 10%', 'absence this school year at least 11%', 'WX-RATE-89-5'],
  ['widnes', 'at least 10 unauthorised sessions this', 'at least 11 unauthorised sessions this', 'WX-PN-10-BELOW-90'],
  ['widnes', 'is 5 school days from exclusion started', 'is 6 school days from exclusion started', 'WX-PN-EXCL-DAY-6'],
  ['widnes', '£60', '£65', 'WX-FINE-DAY-20'],
  ['widnes', '21 calendar days', '22 calendar days', 'WX-FINE-DAY-22'],
  ['widnes', '£120', '£130', 'WX-FINE-DAY-22'],
  ['widnes', 'after 28 calendar days', 'after 29 calendar days', 'WX-FINE-NOTICE-29'],
  ['widnes', 'counted per parent, pupil', 'counted per pupil', 'WX-FINE-DAY-22'],
  ['widnes', 'at least 10 absent school days', 'at least 11 absent school days', 'WX-MIS-10'],
  ['widnes', '"Attendance Service"', '"Absence Service"', 'WX-MIS-10'],
  ['widnes', '"Attendance Officer" named', '"Register Officer" named', 'WX-FOL-NO-WORD'],
  ['widnes', 'within 10 school days', 'within 20 school days', 'WX-LV-UNANSWERED-12'],
  ['widnes', 'attendance this term exactly 100%', 'attendance this term at least 99%', 'WX-CERT-ILL'],
  ['widnes', 'review due 22 November 2024', 'review due 22 October 2024', 'WX-RVW-BEFORE'],
  ['halton', '0151 907 8305', '0151 907 8306', 'HX-CALL-TUE-NOON'],
  ['halton', '0345 0500148', '0345 0500149', 'HX-CALL-SAT'],
  [
    'halton',
    'open Monday to Thursday from 09:00 until 17:00',
    'open Monday to Thursday from 09:00 until 18:00',
    'HX-CALL-THU-1701',
  ],
  ['halton', 'open Friday from 09:00 until 16:30', 'open Friday from 09:00 until 17:00', 'HX-CALL-FRI-1631'],
  [
    'halton',
    'attendance this school year at most 90%',
    'attendance this school year at most 85%',
    'WX-RATE-HALF-DAY-A-WEEK',
  ],
  ['halton', 'attendance this school year below 50%', 'attendance this school year below 49%', 'WX-RATE-49-5'],
  ['halton', 'after birthday 5', 'after birthday 6', 'HX-AGE-FIVE-LAST-AUGUST'],
  ['halton', 'due from 4 to 6 calendar weeks', 'due from 5 to 6 calendar weeks', 'HX-REV-28-DAYS'],
  ['halton', 'due from 4 to 6 calendar weeks', 'due from 4 to 7 calendar weeks', 'HX-REV-43-DAYS'],
  ['halton', 'at most 2 each ews-referral', 'at most 3 each ews-referral', 'HX-APM-2-ORDER'],
  ['halton', '"traded EWO"', '"Education Welfare Officer"', 'HX-CHAIR-TRADED'],
  ['halton', 'letter s2l2 "S2L2"', 'letter s2l2 "second letter"', 'HX-LET-TRADED'],
  ['halton', 'parental-responsibility or day-to-day-care', 'parental-responsibility', 'HX-WHO-CARE-ONLY'],
  [
    'halton',
    'service early-help-runcorn "Early Help contact, Runcorn"',
    'service early-help-runcorn "Runcorn"',
    'HX-HELP-RUNCORN',
  ],
])('%s: with “%s” changed to “%s”, %s fails', (policy, from, to, id) => {
  const vector = cases.find((each) => each.id === id)!;
  const text = texts.get(policy)!;
  expect(text).toContain(from);
  expect(wrongWith(vector, unchanged)).toEqual([]);
  expect(wrongWith(vector, widnesOf(new Map([...texts, [policy, text.replace(from, to)]])))).not.toEqual([]);
});

function widnesOf(from: ReadonlyMap<string, string>): () => ReturnType<typeof compilePolicy> {
  const sources = [...from].map(([id, text]) => ({ name: `${id}.att`, text }));
  const compiled = compilePolicy(readPolicies(sources, { rulebook: england }).policies.get('widnes')!);
  return () => compiled;
}
