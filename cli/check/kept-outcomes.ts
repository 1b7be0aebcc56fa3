import { hash, randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../../dsl/index.ts';
import type { FileOutcome } from './outcome.ts';

/** An outcome, and the digest of all files that it rests on. */
export interface KeptOutcome {
  readonly restsOn: string;
  readonly outcome: FileOutcome;
}

/** What checking files came to when they were last checked. */
export interface KeptOutcomes {
  /** Of a file with this name and text. Whether what it rests on still stands is for the caller to see. */
  find(source: Source): KeptOutcome | undefined;
  /** Of files that are read together. */
  digestOf(sources: readonly Source[]): string;
  keep(source: Source, kept: KeptOutcome): void;
  /** Lets the oldest go where there are too many. */
  sweep(): void;
}

/** How many outcomes are kept at most; when there are more, the older half goes. */
const mostKept = 1000;
/** An outcome is some hundred kilobytes at most: what is much larger is none. */
const largest = 8_000_000;

/**
 * Outcomes in a folder, one file each, named by the digest of all that says what it is of: the build of Att (rulebook and
 * templates are part of it), the version of Node, what is asked (`questionKey`), the file's name and its text. The file begins with
 * the digest of its name and the rest of it; one that is damaged, or not this user's own, is as good as none. Nothing here can fail a check.
 */
export function keptIn(folder: string, build: string, question: string): KeptOutcomes {
  const made = [build, process.version, question];
  const keyOf = ({ name, text }: Source): string => digest([...made, name, text]);
  return {
    find(source) {
      try {
        return read(folder, keyOf(source));
      } catch {
        return undefined;
      }
    },
    digestOf: (sources) => digest(sources.flatMap(({ name, text }) => [name, text])),
    keep(source, kept) {
      const key = keyOf(source);
      const passing = join(folder, `${randomUUID()}.new`);
      const text = JSON.stringify(kept);
      try {
        writeFileSync(passing, `${digest([key, text])}\n${text}`, { mode: 0o600, flag: 'wx' });
        renameSync(passing, join(folder, key));
      } catch {
        rmSync(passing, { force: true });
      }
    },
    sweep() {
      try {
        sweep(folder);
      } catch {
        // Another run may sweep as well.
      }
    },
  };
}

function read(folder: string, key: string): KeptOutcome | undefined {
  const file = openSync(join(folder, key), constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const found = fstatSync(file);
    if (!found.isFile() || found.uid !== process.getuid?.() || found.size > largest) return undefined;
    const whole = readFileSync(file, 'utf8');
    const end = whole.indexOf('\n');
    const text = whole.slice(end + 1);
    return whole.slice(0, end) === digest([key, text]) ? (JSON.parse(text) as KeptOutcome) : undefined;
  } finally {
    closeSync(file);
  }
}

function sweep(folder: string): void {
  const names = readdirSync(folder);
  if (names.length <= mostKept) return;
  const dated = names.map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }));
  dated.sort((a, b) => a.at - b.at);
  for (const { name } of dated.slice(0, dated.length - mostKept / 2)) rmSync(join(folder, name), { force: true });
}

/** Of texts in their order: where one ends and the next begins is part of it. */
function digest(texts: readonly string[]): string {
  return hash('sha256', texts.map((text) => `${text.length}:${text}`).join(''));
}
