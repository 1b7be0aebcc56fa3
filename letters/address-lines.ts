import { longestAddressLine } from './whole-letter.ts';

/** The lines of an address as the window shows them: no empty ones, long ones broken at a space. */
export function addressLines(lines: readonly string[]): readonly string[] {
  return lines
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .flatMap(broken);
}

function broken(line: string): string[] {
  if (line.length <= longestAddressLine) return [line];
  const space = line.lastIndexOf(' ', longestAddressLine);
  return space <= 0 ? [line] : [line.slice(0, space), ...broken(line.slice(space + 1))];
}
