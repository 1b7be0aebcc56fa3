export interface TemplatePlaces {
  /** The template without its expressions, as long as it was: a value stands as letters, everything else as space. */
  readonly masked: string;
  /** Where each partial is called. */
  readonly partials: readonly number[];
  /** The bodies of `{{#if}}`, `{{else}}`, `{{#each}}`, `{{#includes}}`: from behind the opening to before what ends it. */
  readonly bodies: readonly { readonly start: number; readonly end: number }[];
}

const expression = /\{\{~?!--[\s\S]*?--~?\}\}|\{\{\{[\s\S]*?\}\}\}|\{\{[\s\S]*?\}\}/g;

/** Where the expressions of a template stand. The template has been read by Handlebars before: braces are paired. */
export function templatePlaces(body: string): TemplatePlaces {
  const partials: number[] = [];
  const bodies: { start: number; end: number }[] = [];
  const open: number[] = [];
  const masked = body.replaceAll(expression, (text: string, offset: number) => {
    const inner = text.replace(/^\{\{~?\s*/, '');
    const opens = /^[#^]\s*[^\s}]/.test(inner);
    const turns = /^(else\b|\^\s*~?\}\})/.test(inner);
    const closes = inner.startsWith('/');
    const started = turns || closes ? open.pop() : undefined;
    if (started !== undefined) bodies.push({ start: started, end: offset });
    if (opens || turns) open.push(offset + text.length);
    if (inner.startsWith('>')) partials.push(offset);
    const isValue = !opens && !turns && !closes && !/^[!>*]/.test(inner);
    return isValue ? 'x'.repeat(text.length) : text.replaceAll(/[^\r\n]/g, ' ');
  });
  return { masked, partials, bodies };
}
