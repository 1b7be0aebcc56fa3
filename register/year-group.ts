/** Whether two year groups are the same one, however a system writes it: `5`, `Year 5`, `Y5`; `R`, `Reception`. */
export function sameYearGroup(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(yearGroup: string): string {
  const words = yearGroup.trim().toLowerCase();
  if (words === 'reception') return 'r';
  return words.replace(/^(?:year|yr|y)\s*(?=\d)/, '').replace(/^0+(?=\d)/, '');
}
