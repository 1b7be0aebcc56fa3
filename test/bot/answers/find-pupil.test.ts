import { expect, test } from 'vitest';
import { findPupil } from '../../../bot/answers/find-pupil.ts';
import { pupilName } from '../../../register/pupil.ts';
import { roll } from './people.ts';

/** Names with their groups, `≈` before one that was not typed exactly; `–` where nobody was found. */
function check(typed: string, expected: string): void {
  const found = findPupil(typed, roll);
  const pupils = found.kind === 'one' ? [found.pupil] : found.kind === 'several' ? found.pupils : [];
  const shown = pupils.map((pupil) => `${pupilName(pupil)} ${pupil.registrationGroup}`).join(' | ');
  expect(found.kind === 'none' ? '–' : `${found.kind === 'one' && !found.exact ? '≈' : ''}${shown}`).toBe(expected);
}

test.each([
  // as the register has it, and in any case and order
  ['Amira Khan', 'Amira Khan 5B'],
  ['amira khan', 'Amira Khan 5B'],
  ['AMIRA KHAN', 'Amira Khan 5B'],
  ['Khan Amira', 'Amira Khan 5B'],
  ['Khan, Amira', 'Amira Khan 5B'],
  ['  Amira   Khan ', 'Amira Khan 5B'],
  ['Amira Khan’s', 'Amira Khan 5B'],
  ["amira khan's", 'Amira Khan 5B'],
  // apostrophes, hyphens, diacritics
  ['Aoife O’Neill', 'Aoife O’Neill 4A'],
  ["Aoife O'Neill", 'Aoife O’Neill 4A'],
  ['aoife oneill', 'Aoife O’Neill 4A'],
  ['Aoife O Neill', 'Aoife O’Neill 4A'],
  ['Łukasz Kowalczyk', 'Łukasz Kowalczyk 3A'],
  ['Lukasz Kowalczyk', 'Łukasz Kowalczyk 3A'],
  ['lukasz', 'Łukasz Kowalczyk 3A'],
  ['Zoë Penketh-Rowe', 'Zoë Penketh-Rowe 6A'],
  ['Zoe Penketh Rowe', 'Zoë Penketh-Rowe 6A'],
  ['zoe rowe', 'Zoë Penketh-Rowe 6A'],
  ['penketh-rowe', 'Zoë Penketh-Rowe 6A'],
  // parts of a name: one pupil, or a choice
  ['Amira', 'Amira Khan 5B'],
  ['Kowalczyk', 'Łukasz Kowalczyk 3A'],
  ['Khan', 'Amira Khan 5B | Yusuf Khan 2A'],
  ['the Khans', 'Amira Khan 5B | Yusuf Khan 2A'],
  ["O'Neill", 'Aoife O’Neill 4A | Cillian O’Neill RB'],
  ['Emma Taylor', 'Emma Taylor 1A | Emma Taylor 4B'],
  ['Taylor', 'Emma Taylor 1A | Emma Taylor 4B'],
  // narrowed by group or year
  ['Emma Taylor in 4B', 'Emma Taylor 4B'],
  ['Emma Taylor 4b', 'Emma Taylor 4B'],
  ['Emma Taylor (1A)', 'Emma Taylor 1A'],
  ['Taylor year 1', 'Emma Taylor 1A'],
  ['Khan in class 2A', 'Yusuf Khan 2A'],
  ['Emma Taylor in year 4', 'Emma Taylor 4B'],
  // shortened and initials: never taken for exact
  ['Ami Khan', '≈Amira Khan 5B'],
  ['A Khan', '≈Amira Khan 5B'],
  ['Amira K', '≈Amira Khan 5B'],
  ['Y.K.', '≈Yusuf Khan 2A'],
  ['luk', '≈Łukasz Kowalczyk 3A'],
  // misspelt
  ['Amria Khan', '≈Amira Khan 5B'],
  ['Amira Kahn', '≈Amira Khan 5B'],
  ['Ameera Khan', '≈Amira Khan 5B'],
  ['Kowalcyzk', '≈Łukasz Kowalczyk 3A'],
  ['Lucasz Kowalchyk', '≈Łukasz Kowalczyk 3A'],
  ['Aoife ONeil', '≈Aoife O’Neill 4A'],
  ['Zoe Penkethrowe', 'Zoë Penketh-Rowe 6A'],
  // short names are not stretched, and keywords may be names
  ['An Li', 'An Li 2A'],
  ['Ann Li', '–'],
  ['In Li', '–'],
  ['Mark Stage', 'Mark Stage 3A'],
  // nobody
  ['Nobody Here', '–'],
  ['', '–'],
  ['…', '–'],
  ['Amira Khan Taylor', '–'],
])('“%s” is %s', check);
