import type { PolicyFile } from '../syntax/tree.ts';
import type { Diagnostic } from '../text/diagnostic.ts';

/**
 * What resolving has to say, at most once for each cause: a name that is not declared is told where it is used first,
 * with its other places beside it and a fix for all of them; and nothing is said of a statement that breaks off before
 * its end, which the parser has told.
 */
export function oneMessageACause(file: PolicyFile, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const whole = diagnostics.filter(
    ({ span }) => !file.cutShort.some((statement) => statement.start <= span.start && span.end <= statement.end),
  );
  const unknown = whole.filter(({ code }) => code === 'unknown-name');
  const names = new Set(unknown.map(nameIn));
  const declared = new Set(file.items.flatMap((item) => ('name' in item ? [item.name.name] : [])));
  // Where a ladder is not declared, nor are its stages: `support-map.pa` is told with `support-map`.
  const causeOf = (diagnostic: Diagnostic): string => {
    const parts = nameIn(diagnostic).split('.');
    // Where a layer is lost, so are all of its names.
    if (parts.length > 1 && !declared.has(parts[0]!)) return parts[0]!;
    const prefixes = parts.map((_, index) => parts.slice(0, index + 1).join('.'));
    return prefixes.find((prefix) => names.has(prefix))!;
  };
  const byCause = Map.groupBy(unknown, causeOf);
  return whole.flatMap((diagnostic) => {
    if (diagnostic.code !== 'unknown-name') return [diagnostic];
    const same = byCause.get(causeOf(diagnostic))!;
    return same[0] === diagnostic ? [together(same)] : [];
  });
}

/** The name that the message is about. */
function nameIn({ message }: Diagnostic): string {
  return /“([^”]*)”/.exec(message)?.[1] ?? '';
}

function together(same: readonly Diagnostic[]): Diagnostic {
  const [first, ...others] = same.toSorted((a, b) => a.span.start - b.span.start);
  const related = others.map(({ source, span }) => ({ message: 'and used here', source, span }));
  const fixes = first!.fixes.map((fix, index) => ({
    ...fix,
    edits: [...fix.edits, ...others.flatMap((each) => each.fixes[index]?.edits ?? [])],
  }));
  return { ...first!, related: [...first!.related, ...related], fixes };
}
