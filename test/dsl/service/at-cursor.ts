import { readFileSync } from 'node:fs';
import type { Hover } from '../../../dsl/service/hover.ts';
import type { Source } from '../../../dsl/text/source.ts';
import { england } from '../../../dsl/rulebook/england.generated.ts';
import { createLanguageService } from '../../../dsl/service/language-service.ts';

export const service = createLanguageService({ rulebook: england });

export function policy(name: string): Source {
  const text = readFileSync(new URL(`../../../policies/${name}`, import.meta.url), 'utf8');
  return { name: `policies/${name}`, text };
}

/** What the service says of the word at the cursor `<|>`, in a text of its own. */
export function hoverAt(marked: string, ...others: readonly string[]): Omit<Hover, 'span'> & { readonly word: string } {
  const offset = marked.indexOf('<|>');
  const source = { name: 'test.att', text: marked.replace('<|>', '') };
  const documents = others.map((text, index) => ({ name: `other-${index}.att`, text }));
  const found = service.hover(source, offset, [source, ...documents]);
  if (!found) return { word: '', title: '', paragraphs: [] };
  const { span, ...rest } = found;
  return { word: source.text.slice(span.start, span.end), ...rest };
}

export interface Declared {
  readonly kind: string;
  readonly name: string;
  readonly detail: string | undefined;
  readonly line: number;
}

/** The outline as one list, each entry with its line. */
export function declared(source: Source): readonly Declared[] {
  const flat = (entries: ReturnType<typeof service.outline>): readonly Declared[] =>
    entries.flatMap(({ kind, name, detail, span, children }) => [
      { kind, name, detail, line: source.text.slice(0, span.start).split('\n').length },
      ...flat(children),
    ]);
  return flat(service.outline(source));
}
