import type { Fields } from '../../cli/case-fields.ts';

/** Where an answer is not as expected, in words; empty where every key expected agrees. An answer may say more. */
export function differences(expected: Fields, answer: Fields): readonly string[] {
  return Object.entries(expected).flatMap(([key, wanted]) =>
    agrees(wanted, answer[key]) ? [] : [`${key}: expected ${shown(wanted)}, answered ${shown(answer[key])}`],
  );
}

/** The order of a list means nothing, and a list of one is that one. A number agrees to as many decimals as the expected one prints, one at least. */
function agrees(wanted: unknown, answered: unknown): boolean {
  if (typeof wanted === 'number' && typeof answered === 'number') {
    const decimals = Math.max(1, String(wanted).split('.')[1]?.length ?? 0);
    return Math.abs(wanted - answered) <= 0.5 * 10 ** -decimals;
  }
  if (Array.isArray(wanted) && Array.isArray(answered)) return areSame(wanted, answered);
  if (Array.isArray(wanted) !== Array.isArray(answered)) {
    const [list, single] = Array.isArray(wanted) ? [wanted, answered] : [answered as readonly unknown[], wanted];
    return list.length === 1 && agrees(single, list[0]);
  }
  if (isRecord(wanted) && isRecord(answered)) {
    const keys = Object.keys(wanted);
    return keys.length === Object.keys(answered).length && keys.every((key) => agrees(wanted[key], answered[key]));
  }
  return wanted === answered;
}

function areSame(wanted: readonly unknown[], answered: readonly unknown[]): boolean {
  if (wanted.length !== answered.length) return false;
  const [first, ...others] = wanted;
  const at = answered.findIndex((each) => agrees(first, each));
  return wanted.length === 0 || (at >= 0 && areSame(others, answered.toSpliced(at, 1)));
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
