/** How a text changes line by line, in the form that patches have: three lines of the old one round each change. */
export function lineDiff(name: string, before: string, after: string): string {
  const steps = stepsBetween(linesOf(before), linesOf(after));
  const hunks = hunksOf(steps);
  if (hunks.length === 0) return '';
  return `--- ${name}\n+++ ${name}\n${hunks.map(hunkText).join('')}`;
}

interface Step {
  readonly mark: ' ' | '-' | '+';
  readonly line: string;
  /** Lines of the old and of the new text before it. */
  readonly at: readonly [before: number, after: number];
}

/** The fewest lines taken out and put in, those alike at both ends left aside. */
function stepsBetween(before: readonly string[], after: readonly string[]): readonly Step[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const [old, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const common = commonLengths(old, now);
  const steps: Step[] = before.slice(0, start).map((line, index) => ({ mark: ' ', line, at: [index, index] }));
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const at = [start + i, start + j] as const;
    if (i < old.length && j < now.length && old[i] === now[j]) {
      steps.push({ mark: ' ', line: old[i++]!, at });
      j++;
    } else if (j >= now.length || (i < old.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      steps.push({ mark: '-', line: old[i++]!, at });
    } else steps.push({ mark: '+', line: now[j++]!, at });
  }
  const rest = before.slice(before.length - end);
  rest.forEach((line, index) =>
    steps.push({ mark: ' ', line, at: [before.length - end + index, after.length - end + index] }),
  );
  return steps;
}

/** Of each pair of places, how many lines the rests have in common. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: old.length + 1 }, () => Array.from({ length: now.length + 1 }, () => 0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        old[i] === now[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  return lengths;
}

const around = 3;

function hunksOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const hunks: { from: number; to: number }[] = [];
  steps.forEach(({ mark }, index) => {
    if (mark === ' ') return;
    const last = hunks.at(-1);
    if (last && index - around <= last.to) last.to = index + around + 1;
    else hunks.push({ from: Math.max(0, index - around), to: index + around + 1 });
  });
  return hunks.map(({ from, to }) => steps.slice(from, to));
}

function hunkText(steps: readonly Step[]): string {
  const [before, after] = steps[0]!.at;
  const count = (mark: Step['mark']): number => steps.filter((step) => step.mark === ' ' || step.mark === mark).length;
  const lines = steps.map(({ mark, line }) => `${mark}${line}\n`).join('');
  return `@@ -${before + 1},${count('-')} +${after + 1},${count('+')} @@\n${lines}`;
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\n$/, '').split('\n');
}
