import { describe, expect, test } from 'vitest';
import type { FileEdit, Source, StandingFix, StandingRow } from '../../../../dsl/index.ts';
import { checkCompliance, curePolicies, england, formatPolicy, readPolicies } from '../../../../dsl/index.ts';
import type { Day } from '../../../../register/day.ts';
import { codes } from '../../../support/code-table.ts';
import { pieces, policyOf } from '../../../compliance/fragments.ts';

// Every piece of policy that breaches a provision, with the fixes that are offered for it made.

const breaching = pieces.flatMap((piece) =>
  piece.expected
    .filter(({ standing }) => standing === 'breaches' || standing === 'contradicts itself')
    .map(({ day }) => ({ piece, day, name: `${piece.provision}:${piece.line} ${piece.title}` })),
);

describe.each(breaching)('$name', ({ piece: { provision }, piece, day }) => {
  const policy = policyOf(piece);
  const sources = [policy, ...policy.under].map(({ source }) => source);
  const before = rowsOf(sources, policy.id, day);
  const row = before.get(provision)!;
  const fix = (id: StandingFix['id']): StandingFix | undefined => row.fixes.find((each) => each.id === id);

  test('what the provision is can be looked up, and changes nothing', () => {
    expect(fix('see-help')).toMatchObject({ edits: [], safe: false });
  });

  test('a changed value cures, and is not made where it puts something else wrong', () => {
    const change = fix('change-value');
    if (!change) return;
    expect(change.edits.length).toBeGreaterThan(0);
    const cured = applied(sources, change.edits);
    const after = rowsOf(cured, policy.id, day);
    expect(after.get(provision)!.standing).toBe('meets');
    // What by itself would put something else wrong the command does not make by itself.
    if (harmed(before, after).length > 0)
      expect(harmed(before, rowsOf(byCommand(sources, day), policy.id, day))).toEqual([]);
    for (const source of cured) {
      const once = formatPolicy(source);
      expect(formatPolicy({ ...source, text: once })).toBe(once);
    }
    expect(after.get(provision)!.fixes).toEqual([]);
  });

  test('a departure is offered from guidance alone, and is recorded once it is filled in', () => {
    const departure = fix('record-departure');
    expect(departure !== undefined).toBe(row.level.endsWith('guidance') && row.standing === 'breaches');
    if (!departure) return;
    const stub = applied(sources, departure.edits);
    expect(() => rowsOf(stub, policy.id, day)).toThrow('does not say why (because "…"), nor who approved it');
    const filled = stub.map((source) => ({
      ...source,
      text: source.text.replaceAll('"…"', '"as the governors decided"'),
    }));
    expect(rowsOf(filled, policy.id, day).get(provision)!.departure).toMatchObject({ on: day, lapsed: false });
  });
});

test('most breaches of a number, a time, an amount, a window or codes have an edit that cures them', () => {
  const counted = breaching.map(({ piece, day }) => {
    const row = rowsOf(
      [policyOf(piece), ...policyOf(piece).under].map(({ source }) => source),
      policyOf(piece).id,
      day,
    ).get(piece.provision)!;
    return row.fixes.some(({ id }) => id === 'change-value');
  });
  expect(counted.filter(Boolean).length).toBeGreaterThanOrEqual(80);
});

/** How a policy stands to each provision; a text that does not read throws. */
function rowsOf(sources: readonly Source[], id: string, day: Day): ReadonlyMap<string, StandingRow> {
  const { policies, diagnostics } = readPolicies(sources, { rulebook: england });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '));
  return new Map(checkCompliance(policies.get(id)!, england, day).map((row) => [row.provision, row]));
}

function applied(sources: readonly Source[], edits: readonly FileEdit[]): readonly Source[] {
  return sources.map(({ name, text }) => {
    const own = edits.filter(({ file }) => file === name).toSorted((a, b) => b.span.start - a.span.start);
    const edited = own.reduce((so, { span, text: to }) => so.slice(0, span.start) + to + so.slice(span.end), text);
    return { name, text: edited };
  });
}

function harmed(before: ReadonlyMap<string, StandingRow>, after: ReadonlyMap<string, StandingRow>): readonly string[] {
  return [...after].flatMap(([id, { standing }]) =>
    worth(standing) > worth(before.get(id)!.standing) ? [`${id} ${standing}`] : [],
  );
}

function byCommand(sources: readonly Source[], day: Day): readonly Source[] {
  const asked = new Set(sources.map(({ name }) => name));
  return curePolicies(sources, { rulebook: england, codes, asked, dayOf: () => day }).sources;
}

/** The worse, the higher. */
function worth(standing: StandingRow['standing']): number {
  const bad: readonly StandingRow['standing'][] = ['silent', 'contradicts itself', 'breaches'];
  return bad.indexOf(standing);
}
