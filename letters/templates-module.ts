import type { TemplateSources } from './render-letter.ts';

/** The templates as a TypeScript module, so that a front door needs no disk to have them. */
export function templatesModule(sources: TemplateSources): string {
  return `// Made from letters/templates and letters/partials; do not edit.
import type { TemplateSources } from './render-letter.ts';

/** The templates and partials of this repository. */
export const ownTemplates: TemplateSources = ${JSON.stringify(sources, null, 2)};
`;
}
