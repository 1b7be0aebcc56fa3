/** A small school whose registers close at a time: its policy in version after version, for what compares them. */
export function oakSchool(closes: string, { id = 'oak', under = '', more = '' } = {}): string {
  return `policy ${id} "Oak School" in force from 1 September 2024 {
  school in "England"
${under === '' ? '' : `  under ${under}\n`}}
school day {
  time closes "Registers close" ${closes}
  morning from 08:45 {
    arriving by 08:45                 is present
    arriving after 08:45 but by closes is L
    arriving after closes             is U
  }
  afternoon not stated
}
${more}`;
}
