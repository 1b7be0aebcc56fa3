/** Families that every sample school has, whatever the seed: texts, tests and pictures may name them. */
export interface KnownFamily {
  readonly surname: string;
  readonly keepsEid: boolean;
  readonly home: HomeKind;
  readonly mother: string;
  readonly father: string;
  readonly pupils: readonly KnownPupil[];
}

export interface KnownPupil {
  readonly forename: string;
  readonly surname?: string;
  readonly registrationGroup: string;
}

/** Who lives with whom: two adults, one adult, two adults in two homes, or a relative or carer besides a parent. */
export type HomeKind = 'together' | 'one adult' | 'apart' | 'carer';

export const amiraKhan = { forename: 'Amira', surname: 'Khan', registrationGroup: '5B' } as const;

export const knownFamilies: readonly KnownFamily[] = [
  {
    surname: 'Khan',
    keepsEid: true,
    home: 'apart',
    mother: 'Sadia',
    father: 'Imran',
    pupils: [amiraKhan, { forename: 'Yusuf', registrationGroup: '2A' }],
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
