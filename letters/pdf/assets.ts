import { existsSync, readFileSync } from 'node:fs';

/** The faces every letter is set in, under the SIL Open Font License (fonts/OFL.txt). */
export const fontNames = [
  'NotoSans-Regular.ttf',
  'NotoSans-Bold.ttf',
  'NotoSans-Italic.ttf',
  'NotoSansArabic-Regular.ttf',
  'NotoSansArabic-Bold.ttf',
] as const;

export function fontFolder(name: string): URL {
  return new URL(`fonts/${name}`, folder());
}

let template: string | undefined;

export function letterTemplate(): string {
  template ??= readFileSync(new URL('letter.typ', folder()), 'utf8');
  return template;
}

/** `letters/pdf/`, from this file or from a bundle somewhere below the package's folder. */
function folder(): URL {
  for (let base = new URL('.', import.meta.url); ; base = new URL('..', base)) {
    for (const candidate of [base, new URL('letters/pdf/', base)]) {
      if (existsSync(new URL('letter.typ', candidate))) return candidate;
    }
    if (new URL('..', base).href === base.href) throw new Error('letters/pdf/letter.typ is missing from this package');
  }
}
