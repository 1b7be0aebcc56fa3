import { expect, test } from 'vitest';
import { policy, service } from './at-cursor.ts';

test('documents are read together, so that a layer is found', () => {
  const [widnes, halton] = [policy('widnes.att'), policy('halton.att')];
  const serious = (documents: readonly (typeof widnes)[]): readonly string[] =>
    service.diagnostics(documents).flatMap(({ severity, code }) => (severity === 'information' ? [] : [code]));
  expect(serious([widnes, halton])).toEqual([]);
  expect(serious([widnes])).toEqual(['unknown-layer']);
});

test.each([
  [
    'a misspelt word',
    'stge s "S"\nladder l by steps { stage t "T" }',
    'stage s "S"\nladder l by steps { stage t "T" }',
  ],
  ['a lost }', 'letter a "A" {\n  goes to parents\nletter b "B"', 'letter a "A" {\n  goes to parents\n}\nletter b "B"'],
  ['a lost } at the end', 'letter a "A" {\n  goes to parents', 'letter a "A" {\n  goes to parents\n}\n'],
  ['a lost {', 'letter a "A"\n  goes to parents\n}', 'letter a "A" {\n  goes to parents\n}'],
  ['a } too many', 'letter a "A"\n}', 'letter a "A"\n'],
  ['an open text', 'letter a "A', 'letter a "A"'],
  [
    'a misspelt name, everywhere',
    'judgement engaged "E"\nwhen engagd { may call parents }\nwhen not engagd { may call parents }',
    'judgement engaged "E"\nwhen engaged { may call parents }\nwhen not engaged { may call parents }',
  ],
])('the first fix of %s cures it', (_, text, cured) => {
  const source = { name: 'test.att', text: `policy p "P" in force from 1 September 2024\n${text}` };
  const [first] = service.diagnostics([source]).filter(({ severity }) => severity === 'error');
  const [fix] = service.fixes(first!);
  let fixed = source.text;
  for (const { span, text: written } of fix!.edits.toSorted((a, b) => b.span.start - a.span.start)) {
    fixed = fixed.slice(0, span.start) + written + fixed.slice(span.end);
  }
  expect(fixed).toBe(`policy p "P" in force from 1 September 2024\n${cured}`);
  expect(service.diagnostics([{ name: 'test.att', text: fixed }]).map(({ code }) => code)).not.toContain(first!.code);
});
