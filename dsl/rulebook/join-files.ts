import type { Path } from './misfit.ts';
import type { RulebookFile } from './rulebook-file.ts';

/** A place in one of the files, by the file's number. */
export interface FilePath {
  readonly file: number;
  readonly path: Path;
}

export type Joined =
  | { readonly kind: 'rulebook'; readonly rulebook: RulebookFile; readonly origin: (path: Path) => FilePath }
  | { readonly kind: 'misfits'; readonly misfits: readonly (FilePath & { readonly reason: string })[] };

const lists = ['instruments', 'regimes', 'codeSets', 'codeChanges', 'provisions'] as const;
const singles = ['nation', 'compiled'] as const;

/** The files of one rulebook as one: their lists one after another, its nation and day said in one of them. */
export function joinFiles(files: readonly Partial<RulebookFile>[]): Joined {
  const misfits = singles.flatMap((key) => {
    const saying = files.flatMap((content, file) => (content[key] === undefined ? [] : [file]));
    if (saying.length === 0) return [{ file: 0, path: [], reason: `missing ${key}` }];
    return saying.slice(1).map((file) => ({ file, path: [key], reason: `${key} is said in another file already` }));
  });
  if (misfits.length > 0) return { kind: 'misfits', misfits };
  const origins = Object.fromEntries(
    lists.map((key) => [
      key,
      files.flatMap((content, file) => (content[key] ?? []).map((_, index) => ({ file, index }))),
    ]),
  );
  const rulebook = Object.assign(
    {},
    ...files,
    Object.fromEntries(lists.map((key) => [key, files.flatMap((content): readonly unknown[] => content[key] ?? [])])),
  ) as RulebookFile;
  return {
    kind: 'rulebook',
    rulebook,
    origin([key, index, ...rest]) {
      const from = origins[String(key)]?.[Number(index)];
      if (from === undefined) throw new Error(`no file of the rulebook holds ${String(key)} ${String(index)}`);
      return { file: from.file, path: [key!, from.index, ...rest] };
    },
  };
}
