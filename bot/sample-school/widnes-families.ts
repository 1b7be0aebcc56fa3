import { amiraKhan } from './amira-khan.ts';
import type { KnownFamily } from './known-families.ts';

/** Families that the Widnes sample has, whatever the seed: texts, tests and pictures may name them. */
export const widnesFamilies: readonly KnownFamily[] = [
  {
    surname: 'Khan',
    keepsEid: true,
    home: 'apart',
    mother: 'Sadia',
    father: 'Imran',
    pupils: [
      { forename: 'Amira', registrationGroup: '5B', marks: amiraKhan },
      { forename: 'Yusuf', registrationGroup: '2A' },
    ],
  },
  {
    surname: 'O’Neill',
    keepsEid: false,
    home: 'together',
    mother: 'Siobhán',
    father: 'Declan',
    pupils: [
      { forename: 'Aoife', registrationGroup: '4A' },
      { forename: 'Cillian', registrationGroup: 'RB' },
    ],
  },
  {
    surname: 'Kowalczyk',
    keepsEid: false,
    home: 'together',
    mother: 'Bożena',
    father: 'Jarosław',
    pupils: [{ forename: 'Łukasz', registrationGroup: '3A' }],
  },
  {
    surname: 'Penketh-Rowe',
    keepsEid: false,
    home: 'carer',
    mother: 'Jodie',
    father: 'Keith',
    pupils: [{ forename: 'Zoë', registrationGroup: '6A' }],
  },
  // Two pupils of one name, in two families and two registration groups: asking for her by name is a choice.
  {
    surname: 'Taylor',
    keepsEid: false,
    home: 'one adult',
    mother: 'Gemma',
    father: 'Lee',
    pupils: [{ forename: 'Emma', registrationGroup: '1A' }],
  },
  {
    surname: 'Taylor',
    keepsEid: false,
    home: 'together',
    mother: 'Ruth',
    father: 'Alistair',
    pupils: [{ forename: 'Emma', registrationGroup: '4B' }],
  },
];
