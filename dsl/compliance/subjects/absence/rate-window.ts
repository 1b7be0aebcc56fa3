import type { Condition, Window } from '../../../resolve/policy.ts';

/** The window of the first of its rates. */
export function windowOf(test: Condition): Window | undefined {
  switch (test.kind) {
    case 'compare':
    case 'as set':
      return test.measure.kind === 'rate' ? test.measure.window : undefined;
    case 'all':
    case 'any':
      return windowOf(test.parts[0]!);
    case 'readings':
      return windowOf(test.readings[0]!);
    default:
      return undefined;
  }
}

/** The same test with every rate over one window. */
export function over(window: Window, test: Condition): Condition {
  switch (test.kind) {
    case 'compare':
    case 'as set':
      return test.measure.kind === 'rate' ? { ...test, measure: { ...test.measure, window } } : test;
    case 'all':
    case 'any':
      return { ...test, parts: test.parts.map((part) => over(window, part)) };
    case 'readings':
      return { ...test, readings: test.readings.map((part) => over(window, part)) };
    default:
      return test;
  }
}
