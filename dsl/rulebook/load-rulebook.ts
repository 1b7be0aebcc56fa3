import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseIsoDay } from '../../register/day.ts';
import { buildRulebook } from './build-rulebook.ts';
import { checkRulebook } from './check-rulebook.ts';
import { joinFiles } from './join-files.ts';
import type { RulebookFile } from './rulebook-file.ts';
import type { Rulebook } from './rulebook.ts';
import { pathOf, reasonOf } from './schema-reason.ts';
import { readYaml } from './yaml-text.ts';
import schema from '../../policies/statutory/rulebook.schema.json' with { type: 'json' };

/** What is wrong with a rulebook file, and on which line (from 1). */
export interface RulebookProblem {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

export type LoadedRulebook =
  | { readonly kind: 'rulebook'; readonly rulebook: Rulebook }
  | { readonly kind: 'problems'; readonly problems: readonly RulebookProblem[] };

/** One file of a rulebook; `name` is how problems call it. */
export interface RulebookText {
  readonly name: string;
  readonly text: string;
}

/**
 * The YAML files of one rulebook → Rulebook, or everything found wrong with them, file by file in line order. First that
 * they are YAML, then their shape, then what the shape cannot say of them together (dates that cross, ids and codes given
 * twice, instruments nobody listed).
 */
export function loadRulebook(files: readonly RulebookText[]): LoadedRulebook {
  const texts = files.map(({ name, text }) => readYaml(name, text));
  const inOrder = (problems: readonly RulebookProblem[]): LoadedRulebook => ({
    kind: 'problems',
    problems: files.flatMap(({ name }) =>
      problems.filter(({ file }) => file === name).toSorted((a, b) => a.line - b.line),
    ),
  });
  const unread = texts.flatMap(({ file, errors }) => errors.map((error) => ({ file, ...error })));
  if (unread.length > 0) return inOrder(unread);
  const misshapen = texts.flatMap(({ file, content, lineOf }): RulebookProblem[] => {
    if (fitsSchema(content)) return [];
    const errors = (fitsSchema.errors ?? []).filter(({ keyword }) => keyword !== 'if');
    return errors.map((error) => ({
      file,
      line: lineOf(pathOf(error), error.params['additionalProperty'] as string | undefined),
      reason: reasonOf(error),
    }));
  });
  if (misshapen.length > 0) return inOrder(misshapen);
  const joined = joinFiles(texts.map(({ content }) => content as Partial<RulebookFile>));
  if (joined.kind === 'misfits')
    return inOrder(joined.misfits.map(({ file, path, reason }) => ({ ...placeIn(texts[file]!, path), reason })));
  const checked = checkRulebook(joined.rulebook).map(({ path, reason, against }) => {
    const own = joined.origin(path);
    const other = against && joined.origin(against);
    const place = placeIn(texts[own.file]!, own.path);
    if (!other || other.file === own.file) return { ...place, reason };
    const there = placeIn(texts[other.file]!, other.path);
    return { ...place, reason: `${reason} (${there.file}:${there.line})` };
  });
  if (checked.length > 0) return inOrder(checked);
  return { kind: 'rulebook', rulebook: buildRulebook(joined.rulebook) };
}

const ajv = new Ajv2020({ allErrors: true, verbose: true, discriminator: true, allowUnionTypes: true });
ajv.addFormat('date', (text) => parseIsoDay(text) !== undefined);
const fitsSchema = ajv.compile<Partial<RulebookFile>>(schema);

type Placed = ReturnType<typeof readYaml>;

function placeIn({ file, lineOf }: Placed, path: Parameters<Placed['lineOf']>[0]): Omit<RulebookProblem, 'reason'> {
  return { file, line: lineOf(path) };
}
