import type { TemplateOutline } from './held-against.ts';
import type { TemplateSources } from './template-sources.ts';

/** The templates as a TypeScript module, so that a front door needs no disk to have them. */
export function templatesModule(sources: TemplateSources): string {
  return `// Made from letters/templates and letters/partials; do not edit.
import type { TemplateSources } from './template-sources.ts';

/** The templates and partials of this repository. */
export const ownTemplates: TemplateSources = ${JSON.stringify(sources, null, 2)};
`;
}

/** What the templates are for and say, as a module: small, for those who hold policies against them and draft nothing. */
export function outlinesModule(outlines: readonly TemplateOutline[]): string {
  return `// Made from letters/templates; do not edit.
import type { TemplateOutline } from './held-against.ts';

/** What the templates of this repository are for and say. */
export const ownOutlines: readonly TemplateOutline[] = ${JSON.stringify(outlines, null, 2)};
`;
}
