import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Answer, DraftAnswer } from '../../../bot/answers/answer.ts';
import { letterFile } from '../../../bot/answers/letter-files.ts';
import { officer, tutor } from './people.ts';
import { widnes } from './widnes.ts';
import type { Widnes } from './widnes.ts';

let school: Widnes;
beforeEach(async () => {
  school = await widnes();
});
afterEach(() => school.store.close());

/** A draft of Amira's Stage 2 letter, the judgement it waits for recorded. */
async function stage2(): Promise<DraftAnswer> {
  await school.ask('engaged no for Amira Khan');
  return drafted(await school.ask('letter stage 2 for Amira Khan'));
}

function drafted(answer: Answer): DraftAnswer {
  if (answer.kind !== 'draft') throw new Error(`${answer.kind}: ${answer.headline} ${answer.lines.join(' ')}`);
  return answer;
}

function headline({ kind, headline: words }: Answer): string {
  return `${kind}: ${words}`;
}

test('a letter that waits is refused, says for what, and is drafted once it is judged', async () => {
  const refused = await school.ask('letter stage 2 for Amira Khan');
  expect(headline(refused)).toBe('refused: Stage 2 letter for Amira Khan (5B) waits: something must be known first.');
  expect(refused.lines[0]).toBe('the Attendance Lead’s judgement whether parents engage with support');
  const recorded = await school.press(refused, 'No: parents engage');
  expect(headline(recorded)).toBe('recorded: Recorded for Amira Khan (5B): parents engage with support: no');
  const draft = drafted(await school.press(recorded, 'Draft Stage 2 letter'));
  expect(draft.letters.map(({ addressee }) => addressee)).toEqual(['Mrs Sadia Khan', 'Mr Imran Khan']);
  expect(draft.letters[0]?.text).toContain('Dear Mrs Khan,');
  expect(draft.letters[1]?.text).toContain('Dear Mr Khan,');
});

test.each([
  [
    'stage 1',
    'refused: Stage 1 letter for Amira Khan (5B) was overtaken: a later stage was reached before it was sent.',
  ],
  [
    'stage 3',
    'refused: Stage 3 letter is not due: Amira Khan (5B) is at Serious concerns, and Stage 3 letter goes with High risk of Persistent Absence.',
  ],
  ['stage 9', 'refused: The policy has no letter “stage 9”.'],
  ['penalty notice', 'refused: There is no template for Penalty Notice.'],
])('the letter “%s” is refused with the reason', async (paper, expected) => {
  expect(headline(await school.ask(`letter ${paper} for Amira Khan`))).toBe(expected);
});

test('a reason to override is kept with the letter', async () => {
  const refused = await school.ask('letter stage 3 for Amira Khan');
  expect(refused.offers.map(({ label }) => label)).toEqual(['Draft it all the same']);
  const pupil = await school.idOf('Amira');
  const draft = drafted(
    await school.act({
      kind: 'draft letter',
      pupil,
      paper: 'stage-3-letter',
      asAt: '2024-03-28',
      overrideReason: 'agreed with the family',
    }),
  );
  expect(draft.lines).toContain('Out of turn: agreed with the family');
  expect((await school.store.letter(draft.letters[0]!.id))?.overrideReason).toBe('agreed with the family');
  expect(headline(await school.press(draft, 'Approve'))).toBe(
    'approved: Approved: Stage 3 letter for Amira Khan (5B), 2 letters',
  );
});

test('an adult to whom nothing may be sent is left out, and why is not said', async () => {
  const draft = drafted(await school.ask('letter stage 1 for Aoife O’Neill because the meeting agreed it'));
  expect(draft.letters.map(({ addressee }) => addressee)).toEqual(['Ms Siobhán O’Neill']);
  expect(draft.lines[0]).toBe('One adult is marked “do not send”: ask the designated safeguarding lead.');
  expect(JSON.stringify(draft)).not.toContain('Declan');
});

test('a pupil without adults', async () => {
  const answer = await school.ask('letter stage 1 for Yusuf Khan because of this');
  expect(headline(answer)).toBe(
    'refused: No adult with parental responsibility or day-to-day care is recorded for Yusuf Khan (2A).',
  );
});

test('approved once, with files; approved again, nothing changes', async () => {
  const draft = await stage2();
  const first = await school.press(draft, 'Approve');
  expect(headline(first)).toBe('approved: Approved: Stage 2 letter for Amira Khan (5B), 2 letters');
  if (first.kind !== 'approved') return;
  expect(first.files.map(({ format }) => format)).toEqual(['pdf', 'docx', 'pdf', 'docx']);
  for (const { letter, format, name } of first.files) {
    const bytes = await school.store.file(letter, format);
    expect(String.fromCharCode(...bytes!.slice(0, 2))).toBe(format === 'pdf' ? '%P' : 'PK');
    expect(name).toMatch(/^stage-2-letter-ATT-2024-[0-9A-F]{6}\.(pdf|docx)$/);
  }
  const again = await school.press(draft, 'Approve');
  expect(again.kind === 'approved' && [again.approved, again.files]).toEqual([first.approved, first.files]);
  expect(headline(await school.ask('letter stage 2 for Amira Khan'))).toBe(headline(first));
});

test('files that a sudden end left unwritten are made again', async () => {
  const draft = await stage2();
  for (const { id } of draft.letters) {
    await school.store.approve(id, { by: 'attendance-lead', at: school.services.now() });
    expect(await school.store.file(id, 'pdf')).toBeUndefined();
  }
  expect((await school.ask('letter stage 2 for Amira Khan')).kind).toBe('approved');
  const [first] = draft.letters;
  expect((await letterFile(school.store, first!.id, 'pdf'))?.length).toBeGreaterThan(1000);
});

test('drafting twice shows the same draft', async () => {
  const first = await stage2();
  const second = drafted(await school.ask('letter stage 2 for Amira Khan'));
  expect(second.letters).toEqual(first.letters);
});

test('an edit goes into every letter, and what is approved is what was shown', async () => {
  const draft = await stage2();
  const letters = draft.letters.map(({ id, revision }) => ({ id, revision }));
  const edited = drafted(
    await school.act({
      kind: 'edit letters',
      letters,
      text: draft.text.replace('An invitation to meet', 'Can we meet?'),
    }),
  );
  expect(edited.letters.every(({ text }) => text.includes('## Can we meet?'))).toBe(true);
  expect(edited.letters[1]?.text).toContain('Dear Mr Khan,');
  expect((await school.press(draft, 'Approve')).lines).toContain(
    'The draft was edited since you looked at it: read it once more.',
  );
  expect((await school.press(edited, 'Approve')).kind).toBe('approved');
});

test('an edit that loses the signature is refused', async () => {
  const draft = await stage2();
  const letters = draft.letters.map(({ id, revision }) => ({ id, revision }));
  const answer = await school.act({ kind: 'edit letters', letters, text: draft.text.replace('[signature]', '') });
  expect(headline(answer)).toBe('refused: The letter cannot be saved like this.');
  expect(answer.lines.join()).toContain('[signature]');
});

test('a draft whose marks were amended since is refused, and says which', async () => {
  const draft = await stage2();
  await school.amend('U1', '2024-03-12', 'MO');
  const answer = await school.press(draft, 'Approve');
  expect(headline(answer)).toBe(
    'refused: This draft is out of date: what it rests on has changed since it was drafted.',
  );
  expect(answer.lines[0]).toBe('The mark for Tuesday 12 March 2024 AM was O and is now M.');
  expect(answer.kind === 'refused' && answer.changed).toEqual([
    { date: '2024-03-12', session: 'AM', was: 'O', is: 'M' },
  ]);
  const again = drafted(await school.press(answer, 'Draft Stage 2 letter again'));
  expect((await school.press(again, 'Approve')).kind).toBe('approved');
});

test('a mark of a later day leaves a draft alone', async () => {
  const draft = await stage2();
  await school.amend('U1', '2024-04-15', 'OO');
  expect((await school.press(draft, 'Approve')).kind).toBe('approved');
});

test('a judgement that changed takes the letter away', async () => {
  const draft = await stage2();
  await school.ask('engaged yes for Amira Khan');
  expect(headline(await school.press(draft, 'Approve'))).toMatch(/^refused: Stage 2 letter is no longer due/);
});

test('whoever may not approve is told who may', async () => {
  await school.ask('engaged no for Amira Khan');
  const draft = drafted(await school.ask('letter stage 2 for Amira Khan', { actor: officer }));
  expect(draft.offers.map(({ label }) => label)).toEqual(['Edit']);
  const letters = draft.letters.map(({ id, revision }) => ({ id, revision }));
  expect(headline(await school.act({ kind: 'approve letters', letters }, { actor: officer }))).toMatch(
    /^refused: Letters are approved by/,
  );
  expect(headline(await school.act({ kind: 'approve letters', letters }, { actor: tutor }))).toMatch(
    /^refused: Letters are approved by/,
  );
  expect((await school.store.letter(letters[0]!.id))?.state).toBe('draft');
});

test('“letter” alone is the one that is due', async () => {
  await school.ask('stage for Amira Khan');
  expect(headline(await school.ask('letter'))).toBe(
    'refused: Stage 2 letter for Amira Khan (5B) waits: something must be known first.',
  );
  await school.ask('stage for Yusuf Khan');
  expect(headline(await school.ask('letter'))).toBe('refused: No letter is due for Yusuf Khan (2A).');
});
