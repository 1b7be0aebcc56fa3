import type { Policy } from '../resolve/policy.ts';
import type { SchoolKind } from '../rulebook/rulebook.ts';
import type { Question } from './subject.ts';
import { kindOf } from '../resolve/school-kind.ts';
import { levelFor } from '../rulebook/level-for.ts';
import { isInSchoolYear } from '../rulebook/school-year.ts';
import { listWords } from './value-words.ts';

/** Whether a provision binds a policy's school: that turns on the kind of school, and for some provisions on the year. */
export type Applicability =
  | { readonly kind: 'applies'; readonly question: Question; readonly besides: string }
  | { readonly kind: 'does not apply'; readonly why: string }
  /** It binds some kinds of school only, and the policy says none. */
  | { readonly kind: 'kind not said'; readonly why: string };

export function applicabilityOf(question: Question): Applicability {
  const { policy, provision, regime } = question;
  const { schoolYears, schools, elsewhere } = provision;
  if (schoolYears && !schoolYears.some((year) => isInSchoolYear(regime.day, year)))
    return { kind: 'does not apply', why: `It holds for the school years ${listWords(schoolYears)} alone.` };
  if (schools === undefined) return { kind: 'applies', question, besides: '' };
  const kind = kindOf(policy)?.is;
  const binding = `It binds ${schoolsWords(schools)}`;
  if (kind === undefined) {
    if (elsewhere === undefined)
      return {
        kind: 'kind not said',
        why: `${binding} alone, and ${speakerOf(policy)} does not say what kind of school it is for.`,
      };
    const besides = ` For ${schoolsWords(schools)} this is ${provision.level}, for others ${elsewhere}; ${speakerOf(policy)} does not say what kind of school it is for.`;
    return { kind: 'applies', question, besides };
  }
  const level = levelFor(provision, kind);
  if (level === undefined) return { kind: 'does not apply', why: `${binding}; this policy is for ${article(kind)}.` };
  return { kind: 'applies', question: { ...question, provision: { ...provision, level } }, besides: '' };
}

function speakerOf({ level }: Policy): string {
  return `the ${level}`;
}

/** `maintained schools and academies`. */
function schoolsWords(kinds: readonly SchoolKind[]): string {
  return listWords(kinds.map((kind) => (kind === 'academy' ? 'academies' : `${kind} schools`)));
}

/** `an academy`, `a maintained school`. */
export function article(kind: SchoolKind): string {
  const name = kind === 'academy' ? kind : `${kind} school`;
  return /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`;
}
