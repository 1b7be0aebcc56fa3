/** The known words nearest to an unknown one, nearest first: at most one edit away, two from seven letters on. */
export function didYouMean(word: string, known: Iterable<string>, most = 3): readonly string[] {
  const limit = word.length >= 7 ? 2 : 1;
  const found: { readonly candidate: string; readonly distance: number }[] = [];
  const letters = lettersOf(word);
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    if (bitsSet(letters ^ lettersOf(candidate)) > 2 * limit) continue;
    const distance = editDistance(word, candidate, limit);
    if (distance <= limit) found.push({ candidate, distance });
  }
  found.sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return found.slice(0, most).map((each) => each.candidate);
}

/**
 * Optimal string alignment distance: letters inserted, lost, changed, or two neighbours swapped. Stops early above
 * `limit`, when any number greater than `limit` may come back.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let distance = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, beforeLast[j - 2]! + 1);
      }
      row.push(distance);
      if (distance < best) best = distance;
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/** Which letters a word has, a bit each: every edit changes two of them at most. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

function bitsSet(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
