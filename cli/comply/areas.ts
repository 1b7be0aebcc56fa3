/** Parts of the law as people look for them: a name for files, a title, and how the ids of its provisions begin. */
export const areas = [
  { name: 'registers', title: 'Registers', begins: ['REG'] },
  { name: 'admission', title: 'Admission register and contacts', begins: ['ADM', 'CONTACT', 'DEL'] },
  { name: 'returns', title: 'Returns to the local authority', begins: ['RTN'] },
  { name: 'leave', title: 'Leave of absence', begins: ['LOA', 'PTT', 'MED'] },
  { name: 'policy-content', title: 'What the policy must say', begins: ['POL'] },
  { name: 'absence', title: 'Persistent absence and follow-up', begins: ['PA', 'SA', 'FU', 'INF', 'SHARE'] },
  { name: 'year-and-day', title: 'Ages, the school year and the school day', begins: ['CSA', 'YEAR', 'DAY', 'WEEK'] },
  { name: 'penalty-notices', title: 'Penalty notices', begins: ['PN'] },
  {
    name: 'improvement-and-court',
    title: 'Notices to improve, contracts and the court',
    begins: ['NTI', 'AC', 'OFF', 'ESO', 'PROSECUTE'],
  },
] as const;
export type Area = (typeof areas)[number];

/** The part of the law that a provision belongs to, by how its id begins; undefined where none is known. */
export function areaOf(provision: string): Area | undefined {
  const beginning = provision.split('-')[0]!;
  return areas.find(({ begins }: { readonly begins: readonly string[] }) => begins.includes(beginning));
}

/** Its title; `Other provisions` where none is known. */
export function areaTitle(provision: string): string {
  return areaOf(provision)?.title ?? 'Other provisions';
}

/** What has a provision, parted by area: in the order in which areas first appear, each in the order given. */
export function byArea<Row extends { readonly provision: string }>(
  rows: readonly Row[],
): readonly { readonly area: string; readonly rows: readonly Row[] }[] {
  return [...Map.groupBy(rows, ({ provision }) => areaTitle(provision))].map(([area, each]) => ({ area, rows: each }));
}
