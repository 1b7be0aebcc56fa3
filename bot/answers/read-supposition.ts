/** What is supposed of a pupil, as it was said: the days and the code are still words. */
export type Supposition =
  | { readonly kind: 'absent' | 'attends'; readonly rest: string }
  /** Marks that are in the register become another: `the three N become I`. */
  | {
      readonly kind: 'becomes';
      readonly number: number | undefined;
      /** A code's letter, as typed. */
      readonly from: string;
      readonly into: string;
      /** Which of them, where a day is said. */
      readonly rest: string;
    };

/** Parts `Amira Khan misses Thursday and Friday` into the name and the rest, which stands without it. */
export function partedSupposition(text: string): { readonly who: string | undefined; readonly says: string } {
  const sentence = text.replace(/[?!.\s]+$/, '').trim();
  const becomes = marksBecome.exec(sentence);
  if (becomes) {
    const { whose, marks, into, who } = becomes.groups!;
    return { who: named(whose ?? who), says: `${marks!} become ${into!}` };
  }
  const behind = /^(.*?)\s+for\s+((?:[\p{Lu}][\p{L}\p{M}'-]*\s*)+)$/u.exec(sentence);
  const verb = verbs.exec(behind?.[1] ?? sentence);
  if (!verb) return { who: undefined, says: sentence };
  const before = verb.groups!.who!.trim();
  return {
    who: named(before === '' ? behind?.[2] : before),
    says: (behind?.[1] ?? sentence).slice(before.length).trim(),
  };
}

/** Undefined where it says neither an absence nor attendance nor a change of marks. */
export function readSupposition(says: string): Supposition | undefined {
  const becomes = marksBecome.exec(says);
  if (becomes) {
    const { count = '', code, when = '', into } = becomes.groups!;
    return { kind: 'becomes', number: numberIn(count), from: code!, into: into!.trim(), rest: when.trim() };
  }
  const verb = verbs.exec(says);
  if (!verb) return undefined;
  const { verb: said, rest = '' } = verb.groups!;
  return { kind: attending.test(said!) ? 'attends' : 'absent', rest: `${kept(said!)} ${rest}`.trim() };
}

/** `three`, `3`; undefined for anything else. */
export function numberIn(word: string): number | undefined {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const index = numbers.indexOf(word.toLowerCase());
  return index === -1 ? undefined : Math.max(1, index);
}
const numbers = [
  'a',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

const attend = String.raw`attends?|comes?(?: in| back| to school)?|(?:is|are|were) (?:in|present|at school|there)(?: at school)?|goes to school|turns up|(?:returns?|is back)(?: to school)?`;
const miss = String.raw`miss(?:es|ed)?|doesn't (?:attend|come(?: in)?)|does not (?:attend|come(?: in)?)|won't (?:attend|come(?: in)?)|(?:is|are|was|were|be|gets?|stays?|goes|has been) (?:not (?:in|at school)|(?:absent|off|away|out|missing|ill|sick|unwell|poorly|late|coded|marked|excluded|suspended|on holiday|on leave|authori[sz]ed|unauthori[sz]ed)\b)|(?:has|have|had|takes?|gets?)`;
const verbs = new RegExp(
  String.raw`^(?<who>.*?)\s*\b(?:(?:will|would|should|were to|is going to|also|then)\s+)*(?<verb>${miss}|${attend})(?![\p{L}'-])\s*(?<rest>.*)$`,
  'iu',
);
const attending = new RegExp(`^(?:${attend})$`, 'i');

/** What a verb says of the code: `is ill`, `is on holiday`. */
function kept(verb: string): string {
  return (
    /\b(?:ill|sick|unwell|poorly|late|excluded|suspended|holiday|leave|authori[sz]ed|unauthori[sz]ed)\b/i.exec(
      verb,
    )?.[0] ?? ''
  );
}

/** A code is told from other words by its capitals: `the three N`, `all Os`, `the N marks on 4 March`. */
const marksBecome = new RegExp(
  [
    String.raw`^(?:(?<whose>.+?)'s?\s+)?`,
    String.raw`(?<marks>(?:(?:[Tt]he|[Aa]ll|[Tt]hese|[Tt]hose|[Hh]er|[Hh]is|[Tt]heir|[Ee]very|[Oo]f)\s+)*`,
    String.raw`(?:(?<count>\p{L}+|\d+)\s+)?(?:(?:marks?|codes?|sessions?)\s+(?:of\s+)?)?`,
    String.raw`(?<code>\p{Lu}\d?)(?:'?s)?(?:\s+(?:marks?|codes?|sessions?))?(?<when>\s+.+?)?)`,
    String.raw`\s+(?:becomes?|(?:is|are|were|was|get|gets)\s+(?:changed|amended|corrected|recoded|turned)\s+(?:in)?to|turns?\s+(?:in)?to|changes?\s+(?:in)?to)\s+`,
    String.raw`(?<into>.+?)(?:\s+(?:for|of)\s+(?<who>\p{L}[\p{L}\p{M}\s'-]+))?$`,
  ].join(''),
  'u',
);

function named(words: string | undefined): string | undefined {
  const name = words?.trim() ?? '';
  return name === '' || /^(?:she|he|they|her|him|them|it|the pupil|the child|this pupil)$/i.test(name)
    ? undefined
    : name;
}
