import type { Level, Provision, SchoolKind } from './rulebook.ts';

/**
 * How binding a provision is for a kind of school, or undefined where it does not bind it. While the kind is not known it is
 * as binding as it is for any school.
 */
export function levelFor(
  { schools, elsewhere, level }: Pick<Provision, 'schools' | 'elsewhere' | 'level'>,
  kind: SchoolKind | undefined,
): Level | undefined {
  return schools === undefined || kind === undefined || schools.includes(kind) ? level : elsewhere;
}
