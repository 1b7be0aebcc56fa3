/**
 * A Unique Pupil Number of valid form: check letter, local authority, establishment, year of issue, serial number.
 * No local authority of England has the number 999. Serial numbers run past 999 into the establishments after the first.
 */
export function uniquePupilNumber(firstEstablishment: number, yearOfIssue: number, serial: number): string {
  const establishment = firstEstablishment + Math.floor(serial / 1000);
  const year = String(yearOfIssue % 100).padStart(2, '0');
  const digits = `999${establishment}${year}${String(serial % 1000).padStart(3, '0')}`;
  return checkLetter(digits) + digits;
}

/** The twelve digits times 2 to 13, summed, modulo 23, in an alphabet without I, O and S (Department for Education). */
export function checkLetter(digits: string): string {
  const products = Array.from(digits, (digit, index) => Number(digit) * (index + 2));
  const sum = products.reduce((total, product) => total + product, 0);
  return 'ABCDEFGHJKLMNPQRTUVWXYZ'[sum % 23]!;
}
