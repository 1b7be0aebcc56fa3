import { codeOn, inForce, isAbsent } from '../../register/attendance-code.ts';
import type { AttendanceCode, CodeTable } from '../../register/attendance-code.ts';
import type { Day } from '../../register/day.ts';
import { foldedWords } from './fold.ts';

/** Codes by their letters, all of them in force on each of some days. */
export type CodesMeant =
  | { readonly kind: 'codes'; readonly codes: readonly string[]; readonly said: boolean }
  | { readonly kind: 'none'; readonly words: string };

/**
 * The codes that words mean: a letter (`code O`), a class (`unauthorised`), or words of a title (`ill`, `on holiday`);
 * without words every code of an absence. Several are several readings, and none of them is taken.
 */
export function codesMeant(table: CodeTable, words: string, days: readonly Day[]): CodesMeant {
  const asked = words.split(/\s+/).filter((word) => word !== '' && !fillers.has(word.toLowerCase()));
  const always = (code: AttendanceCode) => days.every((day) => codeOn(table, code.code, day) !== undefined);
  const on = days[0];
  const known = on === undefined ? [] : table.codes.filter((code) => inForce(code, on) && always(code));
  const found = (codes: readonly AttendanceCode[], said: boolean): CodesMeant =>
    codes.length === 0
      ? { kind: 'none', words: asked.join(' ') }
      : { kind: 'codes', codes: codes.map(({ code }) => code), said };
  if (asked.length === 0)
    return found(
      known.filter(({ meaning }) => isAbsent(meaning)),
      false,
    );
  const letter = asked.length === 1 ? asked[0]! : '';
  const coded = known.filter(({ code }) => code === letter.toUpperCase());
  if (coded.length > 0) return found(coded, true);
  const meaning = /^un-?authori[sz]ed$/i.test(letter)
    ? 'unauthorised absence'
    : /^authori[sz]ed$/i.test(letter)
      ? 'authorised absence'
      : undefined;
  if (meaning)
    return found(
      known.filter((code) => code.meaning === meaning),
      true,
    );
  const plain = foldedWords(asked.join(' ')).map((word) => alsoCalled[word] ?? word);
  return found(
    known.filter(({ title }) => {
      const own = foldedWords(title);
      return plain.every((word) => word.length > 2 && own.some((each) => each.startsWith(word)));
    }),
    true,
  );
}

/** Words that say only that it is an absence, or a mark. */
const fillers: ReadonlySet<string> = new Set(
  'absent off away out missing school of from absence and with code codes coded mark marked as on in at the a an is all each every whole both session sessions day days for because more another further school to being'.split(
    ' ',
  ),
);

/** How people say what the titles of the codes call otherwise. */
const alsoCalled: Readonly<Record<string, string>> = {
  sick: 'illness',
  sickness: 'illness',
  unwell: 'illness',
  poorly: 'illness',
  doctor: 'medical',
  dentist: 'dental',
  suspended: 'excluded',
  religion: 'religious',
};
