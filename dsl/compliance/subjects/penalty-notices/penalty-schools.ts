import type { Claim, Subject } from '../../subject.ts';
import { kindOf } from '../../../resolve/school-kind.ts';
import { article } from '../../applicability.ts';
import { compare } from '../../relations.ts';
import { speaker } from '../../value-words.ts';
import { penaltyNotices } from './penalty-notices.ts';

/** For which kinds of school there are no penalty notices: what the policy says of its kind, beside the notices it provides for. */
export const penaltySchools: Subject = {
  fields: ['pn.school_type'],
  unsaid: () => 'what kind of school it is for',
  notFor: (policy) =>
    policy.level === 'policy'
      ? undefined
      : `A ${policy.level} is for schools of more than one kind: each says its own.`,
  claims(question) {
    const { policy, provision } = question;
    const kind = kindOf(policy);
    const [first] = penaltyNotices(question);
    const claim = (verdict: Claim['verdict'], why: string, place: Claim['place']): readonly Claim[] => [
      { part: 'the kind of school', verdict, why, place },
    ];
    if (kind === undefined) {
      if (first === undefined) return [];
      const why = 'The policy provides for penalty notices, and does not say what kind of school it is for.';
      return claim('silent', why, first.notice.place);
    }
    const stated = { kind: 'list', items: [{ name: `penalty notices at ${kind.is} schools`, said: [] }] } as const;
    const says = speaker(provision.level);
    if (compare(provision.relation, provision.value, stated) === 'meets')
      return claim(
        'meets',
        `The policy is for ${article(kind.is)}, and ${says} leaves penalty notices to it.`,
        kind.place,
      );
    if (first === undefined)
      return claim('meets', `The policy is for ${article(kind.is)}, and provides for no penalty notices.`, kind.place);
    const why = `The policy is for ${article(kind.is)}, and provides for penalty notices; ${says} has none for such a school.`;
    return claim('breaches', why, first.notice.place);
  },
};
