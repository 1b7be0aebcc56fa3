import { expect, test } from 'vitest';
import { genericAdults } from '../../../register/import/profile.ts';
import { readAdults } from '../../../register/import/read-adults.ts';
import { told } from '../../support/import-file.ts';

const heading =
  'upn,family,title,forename,surname,relation,parental responsibility,day-to-day care,' +
  'address line 1,address line 2,address line 3,town,postcode,do not send';
const mother = 'F1,Mrs,Nadia,Khan,mother,yes,yes,1 High Street,,,Widnes,WA8 1AA,no';
const father = 'F1,Mr,Omar,Khan,father,yes,no,2 Low Street,Flat 3,,Widnes,WA8 1AB,';

/** What is taken, as `A1: Nadia, Omar`, and what is told. */
async function read(...rows: string[]): Promise<{ kind: string; taken: string[]; told: string[] }> {
  const bytes = new TextEncoder().encode(`${[heading, ...rows].join('\n')}\n`);
  const { kind, pupils, report } = await readAdults(bytes, genericAdults, new Set(['A1', 'A2']));
  const taken = pupils.map(({ upn, adults }) => `${upn}: ${adults.map((adult) => adult.forename).join(', ')}`);
  return { kind, taken, told: report.problems.map(told) };
}

test('the adults of a pupil, with where they live', async () => {
  const bytes = new TextEncoder().encode(`${heading}\nA1,${mother}\nA1,${father}\n`);
  expect((await readAdults(bytes, genericAdults, new Set(['A1']))).pupils).toEqual([
    {
      upn: 'A1',
      family: 'F1',
      adults: [
        {
          title: 'Mrs',
          forename: 'Nadia',
          surname: 'Khan',
          relation: 'mother',
          parentalResponsibility: true,
          dayToDayCare: true,
          address: ['1 High Street', 'Widnes'],
          postcode: 'WA8 1AA',
          doNotSend: false,
        },
        {
          title: 'Mr',
          forename: 'Omar',
          surname: 'Khan',
          relation: 'father',
          parentalResponsibility: true,
          dayToDayCare: false,
          address: ['2 Low Street', 'Flat 3', 'Widnes'],
          postcode: 'WA8 1AB',
          doNotSend: false,
        },
      ],
    },
  ]);
});

test('where one row about a pupil does not read, none of that pupil’s adults is taken', async () => {
  expect(await read(`A1,${mother}`, `A1,${father.replace('yes', 'perhaps')}`, `A2,${mother}`)).toEqual({
    kind: 'read',
    taken: ['A2: Nadia'],
    told: ['row 3, parental responsibility: perhaps (unreadable)'],
  });
  expect((await read(`A1,${mother}`, 'A1,F1,Mr,Omar', `A2,${mother}`)).taken).toEqual(['A2: Nadia']);
});

test('rows that disagree about an adult, or about the family', async () => {
  expect((await read(`A1,${mother}`, `A1,${mother.replace('WA8', 'WA9')}`)).taken).toEqual([]);
  expect((await read(`A1,${mother}`, `A1,${father.replace('F1', 'F2')}`)).taken).toEqual([]);
});

test('the same row twice is told and harmless', async () => {
  expect(await read(`A1,${mother}`, `A1,${mother}`)).toEqual({
    kind: 'read',
    taken: ['A1: Nadia'],
    told: ['row 3: what row 2 says (repeated)'],
  });
});

test('adults of no pupil of the school', async () => {
  expect(await read(`A9,${mother}`, `A1,${mother}`)).toEqual({
    kind: 'read',
    taken: ['A1: Nadia'],
    told: ['row 2, upn: A9 (unreadable)'],
  });
});

test('a row that may be about anyone condemns the file', async () => {
  expect(await read(`A1,${mother}`, `,${father}`)).toMatchObject({ kind: 'refused', taken: [] });
});
