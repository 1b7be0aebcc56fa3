import { expect, test } from 'vitest';
import { vocabulary } from '../../../dsl/syntax/vocabulary.ts';
import { phraseHelp } from '../../../dsl/service/phrase-help.ts';
import { hoverAt } from './at-cursor.ts';

const head = 'policy p "The Policy" in force from 1 September 2024';

test('a judgement, used: its title, who judges, its citation, its line', () => {
  const text = `${head}
role head "Headteacher"
judgement special "it is special" about leave by head   assumed "once" cite "Leave"
when not <|>special { may call parents }`;
  expect(hoverAt(text)).toEqual({
    word: 'special',
    title: 'it is special',
    paragraphs: [
      'Judgement.',
      'Judged by Headteacher: yes, no, or not yet judged.',
      'About each leave.',
      'Assumed: once.',
      'Cited: Leave.',
      'The Policy, line 3.',
    ],
  });
});

test('a threshold, at its own name: the condition in words', () => {
  const text = `${head}
judgement calm "all is calm"
threshold over<|> "too much" is at least 10 unauthorised   sessions this school year and not calm`;
  expect(hoverAt(text).paragraphs).toEqual([
    'Threshold.',
    'Met when at least 10 unauthorised sessions this school year and not all is calm.',
    'The Policy, line 3.',
  ]);
});

test('a ladder, and its stages by name where two ladders share them', () => {
  const text = (use: string): string => `${head}
ladder a "First" by days absent this school year { stage low "Low A" from 2 days absent }
ladder b "Second" by steps { stage low "Low B" entered when concern raised { will call parents } }
when ${use} { may call parents }`;
  expect(hoverAt(text('b is <|>low')).paragraphs).toEqual([
    'Stage of Second.',
    'Entered when concern raised.',
    'Will call parents.',
    'The Policy, line 3.',
  ]);
  expect(hoverAt(text('a is <|>low')).title).toBe('Low A');
  expect(hoverAt(text('<|>a is low')).paragraphs).toContain('Low A: from 2 days absent.');
});

test('a stage named inside its own ladder', () => {
  const text = `${head}
ladder a by steps {
  stage one "First step" entered when concern raised { moves to tw<|>o if help offered }
  stage two "Second step"
}`;
  expect(hoverAt(text)).toMatchObject({ word: 'two', title: 'Second step' });
});

test('a letter: whom it goes to', () => {
  expect(
    hoverAt(`${head}\nletter l "The letter" { goes to every parents }\nwill send <|>l to parents`).paragraphs,
  ).toEqual(['Letter.', 'Goes to every parents.', 'The Policy, line 2.']);
});

test('a name of a layer above', () => {
  const above =
    'framework county "The County" in force from 1 September 2024\nfact bought "bought the service" for school';
  const text = `${head} { under county }\nwhere county.<|>bought { may call parents }`;
  expect(hoverAt(text, above)).toMatchObject({
    title: 'bought the service',
    paragraphs: ['Fact.', 'Comes with the data of the school.', 'The County, line 2.'],
  });
  expect(hoverAt(`${head} { under <|>county }`, above)).toMatchObject({
    title: 'The County',
    paragraphs: ['Framework.', 'In force from 1 September 2024.'],
  });
});

test('a code: what it meant while the policy is in force, with the regulation', () => {
  const of = (dates: string): readonly string[] =>
    hoverAt(`policy p in force from ${dates}\nthreshold t is any session coded <|>N this school year`).paragraphs;
  const now = of('1 September 2024');
  expect(now).toHaveLength(1);
  expect(now[0]).toMatch(/unauthorised absence, from 19 August 2024 \(SI 2024\/208, reg\. 10.*\)\.$/);
  expect(of('1 September 2023')).toHaveLength(2);
  expect(of('1 September 2023 to 31 July 2024')[0]).toMatch(/to 18 August 2024/);
});

test('a code that no longer is, and one that never was', () => {
  const of = (code: string): string | undefined =>
    hoverAt(`${head}\nthreshold t is any session coded <|>${code} this school year`).paragraphs[0];
  expect(of('H')).toBe('Not in force while the policy is.');
  expect(of('F9')).toBe('No attendance code of any time that is known here.');
});

test('phrases and units: a sentence of help', () => {
  expect(hoverAt('threshold t is at least 10 unauthorised sessions in a<|> rolling 10 school weeks')).toEqual({
    word: 'in a rolling',
    title: 'in a rolling',
    paragraphs: [phraseHelp['InARolling']],
  });
  expect(hoverAt('stage s from 4 days <|>absent').word).toBe('days absent');
  expect(hoverAt('will not send l unle<|>ss a').paragraphs[0]).toMatch(/^Holds unless the exception is proved/);
});

test('a word that is both a name and a word of the language', () => {
  const text = (place: string): string =>
    `${head}\nplan care "Care plan" { needs order made }\norder order "Court order"\n${place}`;
  expect(hoverAt(text('when <|>order made { may call parents }'))).toMatchObject({ title: 'Court order' });
  expect(hoverAt(text('<|>order other')).paragraphs).toEqual([phraseHelp['Paper_order']]);
});

test('a name that nobody declared, a text, a number, space', () => {
  expect(hoverAt('when <|>thing sent { leaves }').word).toBe('');
  expect(hoverAt('note "a <|>text"').word).toBe('');
  expect(hoverAt('note   <|>   "a"').word).toBe('');
  expect(hoverAt('<|>').word).toBe('');
});

test('every phrase has its help', () => {
  const lacking = vocabulary.filter(
    ({ role, token }) => role !== 'verb' && role !== 'participle' && !phraseHelp[token],
  );
  expect(lacking.map(({ token }) => token)).toEqual([]);
});

test('a provision that is departed from: what it asks for, and what it rests on', () => {
  const text = `${head}
departs from REG-OPEN-<|>30 because "buses" approved by "governors" on 1 September 2024, until 31 August 2025`;
  const { title, paragraphs } = hoverAt(text);
  expect(title).toBe('REG-OPEN-30  The register closes no more than 30 minutes after the session begins');
  expect(paragraphs).toContain('from 19 August 2024  at most 30 minutes');
});
