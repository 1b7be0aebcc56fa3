import { expect } from 'vitest';
import { loadRulebook } from '../../../dsl/rulebook/load-rulebook.ts';
import type { LoadedRulebook } from '../../../dsl/rulebook/load-rulebook.ts';

/** A small rulebook with nothing wrong, to be spoilt one place at a time. */
export const soundRulebook = `nation: England
compiled: 2026-11-22
instruments:
  - { id: Regulations, kind: law, title: The Regulations, edition: ~, link: https://law.example/1 }
  - { id: Guidance, kind: guidance, title: The guidance, edition: May 2022, link: ~ }
regimes:
  - id: R-1
    title: The first
    from: 2013-09-01
    to: ~
    registers: { instrument: Regulations, place: ~ }
    guidance: { instrument: Guidance, place: ~ }
    guidanceLevel: non-statutory guidance
    penaltyNotices: { instrument: Regulations, place: ~ }
    confidence: confirmed
codeSets:
  - id: old codes
    from: 2013-09-01
    to: 2024-08-18
    level: non-statutory guidance
    citation: { instrument: Guidance, place: ~ }
    confidence: from memory
    codes:
      - { code: 'J', title: Interview, meaning: approved educational activity }
      - { code: 'O', title: Absent, meaning: unauthorised absence }
provisions:
  - id: REG-OPEN
    title: The register closes
    field: register.open_minutes
    relation: at most
    value: { kind: quantity, number: 30, unit: minutes }
    from: 2024-08-19
    to: ~
    level: law
    citation: { instrument: Regulations, place: reg. 10 }
    confidence: confirmed
`;

/** The text as the only file of its rulebook. */
export function loadOne(text: string): LoadedRulebook {
  return loadRulebook([{ name: 'test.yaml', text }]);
}

/**
 * Spoils the sound rulebook by replacing each text with another, and expects exactly the problems marked in it: a line
 * that ends in `#! reason` has that problem, no other line has one.
 */
export function expectRefusal(...changes: readonly (readonly [found: string, replacement: string])[]): void {
  let text = soundRulebook;
  for (const [found, replacement] of changes) {
    expect(text).toContain(found);
    text = text.replace(found, () => replacement);
  }
  const expected = text.split('\n').flatMap((content, index) =>
    content
      .split('#! ')
      .slice(1)
      .map((reason) => ({ file: 'test.yaml', line: index + 1, reason: reason.trim() })),
  );
  expect(expected).not.toHaveLength(0);
  expect(loadOne(text)).toEqual({ kind: 'problems', problems: expected });
}
