/** Slips of the finger in a word, the same each time for the same seed: a letter lost, two swapped, one changed, one doubled. */
export function misspelt(word: string, seed: number): readonly string[] {
  const letters = [...word.matchAll(/[A-Za-z]/g)].map((match) => match.index);
  if (letters.length === 0) return [];
  const next = numbers(seed);
  const at = letters[next(letters.length)]!;
  const pairs = letters.filter((index) => /[A-Za-z]/.test(word[index + 1] ?? '') && word[index] !== word[index + 1]);
  const swap = pairs[next(Math.max(1, pairs.length))];
  const others = 'abcdefghijklmnopqrstuvwxyz'.replace(word[at]!.toLowerCase(), '');
  const slips = [
    word.slice(0, at) + word.slice(at + 1),
    swap === undefined ? '' : word.slice(0, swap) + word[swap + 1]! + word[swap]! + word.slice(swap + 2),
    word.slice(0, at) + others[next(others.length)]! + word.slice(at + 1),
    word.slice(0, at) + word[at]! + word.slice(at),
  ];
  return [...new Set(slips)].filter((slip) => slip !== '' && slip !== word);
}

/** Whole numbers from 0, below what is asked for (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
