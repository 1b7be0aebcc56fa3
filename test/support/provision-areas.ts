/** The parts of the law that the golden tables (test/standings) and the fragments (test/compliance) go by. */
export const areas = [
  'registers',
  'admission',
  'returns',
  'leave',
  'policy-content',
  'absence',
  'year-and-day',
  'penalty-notices',
  'improvement-and-court',
] as const;
export type Area = (typeof areas)[number];

const beginnings: Readonly<Record<Area, readonly string[]>> = {
  registers: ['REG'],
  admission: ['ADM', 'CONTACT', 'DEL'],
  returns: ['RTN'],
  leave: ['LOA', 'PTT', 'MED'],
  'policy-content': ['POL'],
  absence: ['PA', 'SA', 'FU', 'INF', 'SHARE'],
  'year-and-day': ['CSA', 'YEAR', 'DAY', 'WEEK'],
  'penalty-notices': ['PN'],
  'improvement-and-court': ['NTI', 'AC', 'OFF', 'ESO', 'PROSECUTE'],
};

/** By the first word of the provision's id: PN-AMT-1 is of the penalty notices. */
export function areaOf(provision: string): Area {
  const found = areas.find((area) => beginnings[area].includes(provision.split('-')[0]!));
  if (!found) throw new Error(`no area of the law takes ${provision}: add how its id begins to provision-areas.ts`);
  return found;
}
