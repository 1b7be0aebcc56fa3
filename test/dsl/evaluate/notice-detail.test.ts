import { describe, expect, test } from 'vitest';
import type { NoticeDetail } from '../../../dsl/evaluate/notice-detail.ts';
import { noticeDetails } from '../../../dsl/evaluate/notice-detail.ts';
import { isoDay } from '../../../register/day.ts';
import { compiled, pupilCase } from '../../support/evaluate-policy.ts';
import type { Supposed } from '../../support/evaluate-policy.ts';

const policy = `role head "Headteacher"
judgement last-resort "it is a last resort" by head
judgement engaged "parents engage" by head
threshold level "ten sessions" is at least 10 unauthorised sessions in a rolling 10 school weeks
referral penalty-referral "referral for a penalty notice" { goes to local-authority }
school should not make penalty-referral unless last-resort
school may make penalty-referral if level
notice penalty-notice "Penalty notice" {
  counted per parent, pupil
  local-authority may issue penalty-notice if level and (not engaged or leave taken)
  local-authority will not issue penalty-notice if at least 2 penalty-notices issued in a rolling 3 years
  first fine £80 if paid within 21 calendar days of notice received, £160 if paid within 28 calendar days of notice received
  second fine £160 if paid within 28 calendar days of notice received
}
leave leave "leave" { otherwise not stated }
`;
const ten = { '2023-11-13': 'OO OO OO OO OO' };

function notice(supposed: Partial<Supposed> = {}): NoticeDetail {
  const whole = { asAt: '2023-11-20', ...supposed };
  return noticeDetails(compiled(policy), pupilCase(whole), isoDay(whole.asAt))[0]!;
}

/** What each sentence says, its state, and each thing it needs with how that stands. */
function told({ sentences }: NoticeDetail): readonly string[] {
  return sentences.flatMap(({ who, kind, state, needed }) => [
    `${who.map(({ title }) => title).join()} ${kind}: ${state}`,
    ...needed.map(({ words, holds, counts, anyOf }) =>
      [
        words,
        holds,
        ...counts.map(({ count }) => count.shown),
        ...anyOf.map((each) => `${each.words}: ${each.holds}`),
      ].join(' | '),
    ),
  ]);
}

test('what must be shown, one by one, and who may: an option stays an option', () => {
  expect(told(notice({ marks: ten }))).toEqual([
    'local authority option: undetermined',
    'ten sessions | yes | 10',
    '(not parents engage or leave taken) | undetermined | not parents engage: undetermined | leave taken: no',
    'school option: shown',
    'ten sessions | yes | 10',
  ]);
});

test('nine sessions do not show it, and nothing that nobody judged is guessed', () => {
  const { sentences } = notice({ marks: { '2023-11-13': 'OO OO OO OO O\\' } });
  expect(sentences.map(({ state }) => state)).toEqual(['not shown', 'not shown']);
});

test('all shown', () => {
  const found = notice({ marks: ten, log: ['2023-11-15 engaged is not true'] });
  expect(found.sentences.map(({ state }) => state)).toEqual(['shown', 'shown']);
});

test('bars: the presumption against a referral, and a third notice', () => {
  const bars = (log: readonly string[]) => notice({ log }).bars.map(({ words, state }) => `${state}: ${words}`);
  expect(bars([])).toEqual(['barred: school should not make referral for a penalty notice']);
  expect(bars(['2023-10-02 penalty-notice issued', '2023-10-16 penalty-notice issued'])).toContainEqual(
    expect.stringContaining('barred: local authority will not issue Penalty notice'),
  );
  expect(bars(['2023-11-15 last-resort is true'])).toEqual([expect.stringMatching(/^lifted: /)]);
});

test('a bar in its own block on what has another name, and one of which it is not known whether it holds', () => {
  const own = `judgement barriers "barriers" by school
notice warning "Warning" {
  local-authority may issue warning
  local-authority is unlikely to issue warning if barriers
  must not issue third-warning if at least 2 warnings issued in a rolling 3 years
}
`;
  const bars = (log: readonly string[]) =>
    noticeDetails(compiled(own), pupilCase({ asAt: '2023-11-20', log }), isoDay('2023-11-20'))[0]!.bars.map(
      ({ words, stands }) => `${stands}: ${words}`,
    );
  expect(bars([])).toEqual(['undetermined: local authority is unlikely to issue Warning']);
  expect(bars(['2023-10-02 warning issued', '2023-10-16 warning issued', '2023-11-15 barriers is not true'])).toEqual([
    'yes: must not issue third warning',
  ]);
});

describe('what it would cost, by the notices issued before', () => {
  test.each([
    [
      [],
      [
        '80 within 21 calendar days of Penalty notice received 2023-12-11',
        '160 within 28 calendar days of Penalty notice received 2023-12-18',
      ],
    ],
    [['2023-10-02 penalty-notice issued'], ['160 within 28 calendar days of Penalty notice received 2023-12-18']],
    [['2023-10-02 penalty-notice issued', '2023-10-16 penalty-notice issued'], []],
  ])('%o', (log, expected) => {
    const [fine] = notice({ log }).fines;
    expect(fine!.steps.map(({ pounds, words, until }) => `${pounds.shown} ${words} ${until}`)).toEqual(expected);
    expect([fine!.number, fine!.issued.length, fine!.per]).toEqual([log.length + 1, log.length, ['parent', 'pupil']]);
  });
});
