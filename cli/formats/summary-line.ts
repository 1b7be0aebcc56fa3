import { fails } from '../check/found.ts';
import type { CheckReport } from '../check/report.ts';

/** All that a check came to, in one line. */
export function summaryLine({ files, found, failOn, policies }: CheckReport): string {
  const read = files.length === 1 ? '1 policy' : `${files.length} policies`;
  const fresh = found.filter(({ known }) => !known);
  const errors = fresh.filter(({ kind, weight }) => kind !== 'standing' && weight === 'error').length;
  const breaches = fresh.filter(({ kind, weight }) => kind === 'standing' && weight === 'error').length;
  const remarks = fresh.filter(({ kind, weight }) => kind !== 'standing' && weight !== 'error').length;
  const later = fresh.filter(
    ({ row, by, weight }) => row?.standing === 'breaches' && by === 'today' && weight === 'warning',
  ).length;
  const looks =
    fresh.filter(({ row, weight }) => row && row.standing !== 'silent' && weight === 'warning').length - later;
  const departures = fresh.filter(
    ({ weight, quiet, kind }) => kind === 'standing' && weight === 'information' && !quiet,
  );
  const silent = policies
    .flatMap(({ judged }) => judged.slice(-1))
    .reduce((sum, { counts }) => sum + (counts.silent ?? 0), 0);
  const owed = fresh.filter(({ row, weight }) => row?.standing === 'silent' && weight === 'warning').length;
  const known = found.filter((each) => each.known && each.kind !== 'baseline').length;
  const over = found.filter(({ kind }) => kind === 'baseline').length;
  const wrong = [
    ...(errors === 0 ? [] : [count(errors, 'error')]),
    ...(breaches === 0 ? [] : [`${count(breaches, 'breach', 'breaches')} of law or statutory guidance`]),
    ...(later === 0 ? [] : [`${count(later, 'breach', 'breaches')} of today’s law`]),
    ...(remarks === 0 ? [] : [count(remarks, 'remark')]),
  ];
  const parts = [
    ...(wrong.length === 0 ? ['nothing wrong'] : wrong),
    ...(looks === 0 ? [] : [`${looks} to look at`]),
    ...(departures.length === 0 ? [] : [count(departures.length, 'departure')]),
    ...silentWords(silent, owed, policies.length),
    ...(known === 0 ? [] : [`${known} known`]),
    ...(over === 0 ? [] : [`${count(over, 'entry', 'entries')} of the baseline no longer found`]),
  ];
  const failing = fresh.filter((each) => fails(each, failOn)).length;
  const verdict = failing > 0 && failOn !== 'error' ? ` (fails on ${failOn}: ${failing})` : '';
  return `${read} checked: ${parts.join(', ')}${verdict}`;
}

function silentWords(silent: number, owed: number, policies: number): readonly string[] {
  if (silent === 0) return [];
  const where = owed === 0 ? '' : ` (${owed} where a policy must speak)`;
  return [(policies === 1 ? `silent on ${count(silent, 'provision')}` : `silent ${silent} times`) + where];
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
