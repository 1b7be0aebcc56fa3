import { expect, test } from 'vitest';
import type { Source } from '../../../dsl/text/source.ts';
import { placeAt } from '../../../dsl/text/source.ts';
import type { Declared } from './at-cursor.ts';
import { declared, policy, service } from './at-cursor.ts';
import { misspelt } from './misspelt.ts';

const widnes = policy('widnes.att');
const halton = policy('halton.att');
const lines = widnes.text.split('\n');

/** The lines of the errors and warnings about a widnes.att, in their order. */
function toldOn(source: Source): readonly number[] {
  return service
    .diagnostics([source, halton])
    .filter((each) => each.source === source && each.severity !== 'information')
    .map((each) => placeAt(source, each.span.start).line);
}

const entries = declared(widnes);

/** What is declared, but for what begins on a line. */
function elsewhere(found: readonly Declared[], line: number): readonly string[] {
  return found.filter((each) => each.line !== line).map((each) => JSON.stringify(each));
}

const parts = [0, 1, 2, 3, 4, 5, 6, 7];

test.each(parts)(
  'the first word of each line misspelt, part %d of the lines: at most two messages, the first on that line, all else outlined',
  (part) => {
    expect(toldOn(widnes)).toEqual([]);
    const faults: string[] = [];
    let tried = 0;
    for (const [index, text] of lines.entries()) {
      const [, margin, word] = /^(\s*)(\S+)/.exec(text) ?? [];
      if (word === undefined || index % parts.length !== part) continue;
      // Two of the ways on each line, in turn.
      for (const slip of misspelt(word, index).filter((_, way) => way % 2 === (index >> 3) % 2)) {
        tried++;
        const changed = [...lines];
        changed[index] = margin + slip + text.slice(margin!.length + word.length);
        faults.push(...faultsOf({ name: widnes.name, text: changed.join('\n') }, index + 1, `“${word}” as “${slip}”`));
      }
    }
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(50);
  },
);

function faultsOf(source: Source, line: number, what: string): readonly string[] {
  const faults: string[] = [];
  const told = toldOn(source);
  const mishap = `line ${line}, ${what}`;
  if (told.length > 2) faults.push(`${mishap}: ${told.length} messages`);
  if (told.length > 0 && told[0] !== line) faults.push(`${mishap}: the first message stands on line ${told[0]}`);
  const [before, after] = [elsewhere(entries, line), elsewhere(declared(source), line)];
  if (before.join() !== after.join()) faults.push(`${mishap}: outlined ${after.length} of ${before.length} others`);
  return faults;
}
