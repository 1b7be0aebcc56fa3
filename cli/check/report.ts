import type { Diagnostic, Source } from '../../dsl/index.ts';
import type { LetterProblem } from '../../letters/letter-problem.ts';
import type { ShownRow } from '../standing-row.ts';
import type { CheckedFiles } from './check-files.ts';
import type { FailLevel, Found } from './found.ts';
import type { JudgedDay } from './outcome.ts';

/** All that a check came to: what a format prints, and by which it is seen whether the check fails. */
export interface CheckReport {
  /** The files asked about, in their order. */
  readonly files: readonly Source[];
  readonly policies: readonly PolicyReport[];
  readonly diagnostics: readonly Diagnostic[];
  readonly templates: readonly LetterProblem[];
  /** Everything there is to say, by file: the texts, the templates, the standings, the baseline. */
  readonly found: readonly Found[];
  readonly failOn: FailLevel;
}

/** A policy asked about, on the days on which it was held beside the law; none where it was not. */
export interface PolicyReport {
  readonly id: string;
  readonly title: string;
  readonly source: Source;
  readonly judged: readonly JudgedDay<ShownRow>[];
}

/** The diagnostics of the files asked about, with the files themselves where outcomes name them. */
export function diagnosticsOf(asked: readonly Source[], checked: CheckedFiles): readonly Diagnostic[] {
  const named = sourceNamed(checked);
  return checked.files
    .filter(({ source }) => asked.includes(source))
    .flatMap(({ source, outcome }) =>
      outcome.diagnostics.map(({ related, ...each }) => ({
        ...each,
        source,
        related: related.map(({ message, file, span }) => ({ message, source: named(file), span })),
      })),
    );
}

/** The policies asked about, in the order of their layers. */
export function policiesOf(asked: readonly Source[], checked: CheckedFiles): readonly PolicyReport[] {
  const named = sourceNamed(checked);
  return checked.policies
    .filter(({ source }) => asked.includes(source))
    .map(({ source, policy: { id, title, standing } }) => ({
      id,
      title,
      source,
      judged: (standing?.judged ?? []).map((judged) => ({
        ...judged,
        rows: judged.rows.map(({ place, ...row }) => ({
          ...row,
          place: place && { source: named(place.file), span: place.span },
        })),
      })),
    }));
}

function sourceNamed({ files }: CheckedFiles): (name: string) => Source {
  const byName = new Map(files.map(({ source }) => [source.name, source]));
  return (name) => byName.get(name)!;
}
