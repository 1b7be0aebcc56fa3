import { foldedWords } from './fold.ts';

/** Thresholds or notices, as people name them: by name or title, else all whose title or name has every word. */
export function clausesNamed<Each extends { readonly id: string; readonly title: string }>(
  all: readonly Each[],
  which: string,
): readonly Each[] {
  const asked = foldedWords(which);
  const whole = all.filter(({ id, title }) =>
    [id, id.split('.').at(-1)!, title].some((name) => foldedWords(name).join(' ') === asked.join(' ')),
  );
  if (whole.length > 0) return whole;
  return all.filter(({ id, title }) => {
    const own = new Set([...foldedWords(id), ...foldedWords(title)]);
    return asked.every((word) => own.has(word));
  });
}
