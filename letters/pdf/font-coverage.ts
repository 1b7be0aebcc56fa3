import { readFileSync } from 'node:fs';
import { fontFolder, fontNames } from './assets.ts';

export interface UncoveredCharacter {
  readonly character: string;
  readonly text: string;
}

/**
 * The characters that no font of the letters has, each with the first text it stands in. Control characters and the
 * marks that turn the direction of text round are among them: they have no place in a name.
 */
export function uncoveredCharacters(texts: readonly string[]): readonly UncoveredCharacter[] {
  const found = new Map<string, UncoveredCharacter>();
  for (const text of texts) {
    for (const character of text) {
      if (!found.has(character) && !isCovered(character.codePointAt(0)!)) found.set(character, { character, text });
    }
  }
  return [...found.values()];
}

let covered: ReadonlySet<number> | undefined;

function isCovered(codePoint: number): boolean {
  covered ??= charactersOfAllFonts();
  return covered.has(codePoint) && !isUnwelcome(codePoint);
}

/** C0 and C1 controls; LRE to RLO and the isolates, which can show a name as another. */
function isUnwelcome(codePoint: number): boolean {
  return (
    codePoint < 0x20 ||
    (codePoint >= 0x7f && codePoint <= 0x9f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2066 && codePoint <= 0x2069)
  );
}

/** Covered: the upright text face of a script; bold and italic of it hold the same (a test compares them). */
function charactersOfAllFonts(): ReadonlySet<number> {
  const upright = fontNames.filter((name) => name.endsWith('-Regular.ttf'));
  return new Set(upright.flatMap((name) => [...charactersOf(readFileSync(fontFolder(name)))]));
}

/** The code points a TrueType font maps to a glyph: its `cmap`, formats 4 and 12 (OpenType 1.9, “cmap”). */
export function charactersOf(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(view, 'cmap');
  const characters = new Set<number>();
  const subtables = view.getUint16(cmap + 2);
  for (let index = 0; index < subtables; index++) {
    const subtable = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    const format = view.getUint16(subtable);
    if (format === 4) readFormat4(view, subtable, characters);
    else if (format === 12) readFormat12(view, subtable, characters);
  }
  return characters;
}

function tableAt(view: DataView, tag: string): number {
  const tables = view.getUint16(4);
  for (let index = 0; index < tables; index++) {
    const record = 12 + index * 16;
    const name = String.fromCodePoint(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

function readFormat4(view: DataView, table: number, into: Set<number>): void {
  const doubled = view.getUint16(table + 6);
  const ends = table + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const offsets = deltas + doubled;
  for (let at = 0; at < doubled; at += 2) {
    const end = view.getUint16(ends + at);
    const start = view.getUint16(starts + at);
    const delta = view.getUint16(deltas + at);
    const offset = view.getUint16(offsets + at);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph = offset === 0 ? (code + delta) & 0xffff : view.getUint16(offsets + at + offset + (code - start) * 2);
      if (glyph !== 0) into.add(code);
    }
  }
}

function readFormat12(view: DataView, table: number, into: Set<number>): void {
  const groups = view.getUint32(table + 12);
  for (let index = 0; index < groups; index++) {
    const group = table + 16 + index * 12;
    const start = view.getUint32(group);
    const glyph = view.getUint32(group + 8);
    for (let code = start; code <= view.getUint32(group + 4); code++) if (glyph + code - start !== 0) into.add(code);
  }
}
