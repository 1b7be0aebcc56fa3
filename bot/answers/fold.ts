const letters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
};

/**
 * A name as it is compared: lower case, no diacritics (`Łukasz` and `Lukasz` are one), no apostrophes, a hyphen or a
 * full stop as a space.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[łøæœßđðþıħŧ]/g, (letter) => letters[letter] ?? letter)
    .replaceAll(/['\u2018\u2019\u201B\u02BC\u2032`´]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The folded words of a text. */
export function foldedWords(text: string): readonly string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word !== '');
}
