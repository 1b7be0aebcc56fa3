import type { Test } from '../syntax/tree.ts';
import type { Fix } from '../text/diagnostic.ts';
import type { Scope } from './scope.ts';

type Joined = Test & { readonly kind: 'and' | 'or' | 'or perhaps' };

/**
 * `a and b or c` can be read two ways, and so can either beside `or perhaps`: brackets must say which is meant. Both
 * ways are offered.
 */
export function checkMixed(scope: Scope, test: Joined): void {
  test.parts.forEach((part, index) => {
    const joined = part.kind === 'and' || part.kind === 'or' || part.kind === 'or perhaps';
    if (!joined || part.bracketed || part.kind === test.kind) return;
    const fixes = [bracketed('as it stands', part.span.start, part.span.end), otherWay(test, part, index)];
    scope.report('mixed-and-or', part.span, [], { fixes });
  });
}

/** The other reading: the neighbour goes with the nearest end of the part. */
function otherWay(test: Joined, part: Joined, index: number): Fix {
  const after = test.parts[index + 1];
  if (after) return bracketed('the other way', part.parts.at(-1)!.span.start, after.span.end);
  return bracketed('the other way', test.parts[index - 1]!.span.start, part.parts[0]!.span.end);
}

function bracketed(how: string, start: number, end: number): Fix {
  return {
    title: `put brackets ${how}`,
    edits: [
      { span: { start, end: start }, text: '(' },
      { span: { start: end, end }, text: ')' },
    ],
  };
}
