/** Parts of the law as people look for them, each with how the ids of its provisions begin. */
const areas: readonly { readonly title: string; readonly begins: readonly string[] }[] = [
  { title: 'Registers', begins: ['REG'] },
  { title: 'Admission register and contacts', begins: ['ADM', 'CONTACT', 'DEL'] },
  { title: 'Returns to the local authority', begins: ['RTN'] },
  { title: 'Leave of absence', begins: ['LOA', 'PTT', 'MED'] },
  { title: 'What the policy must say', begins: ['POL'] },
  { title: 'Persistent absence and follow-up', begins: ['PA', 'SA', 'FU', 'INF', 'SHARE'] },
  { title: 'Penalty notices', begins: ['PN'] },
  { title: 'Notices to improve, contracts and the court', begins: ['NTI', 'AC', 'OFF', 'ESO', 'PROSECUTE'] },
  { title: 'Ages, the school year and the school day', begins: ['CSA', 'YEAR', 'DAY', 'WEEK'] },
];

/** The part of the law that a provision belongs to, by how its id begins; `Other provisions` where none is known. */
export function areaOf(provision: string): string {
  const begins = provision.split('-')[0]!;
  return areas.find((area) => area.begins.includes(begins))?.title ?? 'Other provisions';
}

/** What has a provision, parted by area: in the order in which areas first appear, each in the order given. */
export function byArea<Row extends { readonly provision: string }>(
  rows: readonly Row[],
): readonly { readonly area: string; readonly rows: readonly Row[] }[] {
  return [...Map.groupBy(rows, ({ provision }) => areaOf(provision))].map(([area, each]) => ({ area, rows: each }));
}
