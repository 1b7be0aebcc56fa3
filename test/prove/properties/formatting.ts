import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readPolicies } from '../../../dsl/check/read-policies.ts';
import { england } from '../../../dsl/rulebook/england.generated.ts';
import { contentOf, format, withoutLayout } from '../../dsl/format/policy-texts.ts';
import { policyTexts } from '../generate/policy-text.ts';
import type { Property } from './property.ts';

/** Where the author put spaces and remarks: at the nth gap between words. */
const layouts = fc.array(fc.tuple(fc.nat(), fc.constantFrom('\n', '  ', '\n\n\n', '\t', ' // remark\n', '\n      ')), {
  maxLength: 10,
});

export const formattingTwice: Property = {
  name: 'formatting-twice',
  holds: 'formatting twice is formatting once, and loses no word and no remark',
  prove: (tries) => {
    fc.assert(
      fc.property(policyTexts, layouts, (text, layout) => {
        const given = laidOut(text, layout);
        const once = format(given);
        assert.equal(format(once), once);
        assert.equal(contentOf(once).join('\n'), contentOf(given).join('\n'));
      }),
      tries,
    );
  },
};

export const formattingMeaning: Property = {
  name: 'formatting-meaning',
  holds: 'formatting never changes the resolved policy',
  prove: (tries) => {
    fc.assert(
      fc.property(policyTexts, layouts, (text, layout) => {
        const given = laidOut(text, layout);
        const [before, after] = [resolved(given), resolved(format(given))];
        // Told apart as text, which is quick; shown apart as data.
        if (JSON.stringify(after) !== JSON.stringify(before)) assert.deepEqual(after, before);
      }),
      tries,
    );
  },
};

function resolved(text: string): unknown {
  const { policies, diagnostics } = readPolicies([{ name: 'example.att', text }], { rulebook: england });
  return withoutLayout([[...policies.values()], diagnostics.map(({ code, message }) => `${code} ${message}`)]);
}

function laidOut(text: string, layout: readonly (readonly [number, string])[]): string {
  const parts = text.match(/"[^"\n]*"|\s+|[^\s"]+/g) ?? [];
  const gaps = parts.flatMap((part, index) => (/^\s/.test(part) ? [index] : []));
  for (const [number, space] of layout) {
    const gap = gaps[number % gaps.length]!;
    // The subject of a sentence stands first on its line: a line that ends there ends there still.
    parts[gap] = parts[gap]!.includes('\n') ? `${space.trimEnd()}\n` : space.includes('\n') ? ' ' : space;
  }
  return parts.join('');
}
