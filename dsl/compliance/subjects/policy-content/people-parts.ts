import type { PartFinder } from './part-finder.ts';
import { clauseHolds } from '../../clause.ts';
import { contactDetails, nameOf, objectsOf, placeOfRule, textsOf } from './part-finder.ts';
import { isFamilys } from '../../reading/who-acts.ts';

/** A named leader of the school, of whom the document gives the name. */
export const seniorLeaderNamed: PartFinder = (policy, regime) =>
  policy.roles.find((role) => role.named && isSeniorLeader(role) && clauseHolds(role.place, regime.day))?.place;

/** A telephone number or an address in what is said of that leader. */
export const seniorLeaderReached: PartFinder = (policy, regime) => {
  const leaders = new Set(policy.roles.filter(isSeniorLeader).map(({ name }) => name));
  const service = policy.services.find(
    (each) =>
      isSeniorLeader(each) &&
      (each.telephone.length > 0 || hasContactDetails(each.title)) &&
      clauseHolds(each.place, regime.day),
  );
  if (service) return service.place;
  return placeOfRule(
    policy,
    regime,
    ({ subject, act }) =>
      subject.some((name) => leaders.has(name)) && act.kind === 'words' && act.texts.some(hasContactDetails),
  );
};

function isSeniorLeader({ name, title }: { readonly name: string; readonly title: string }): boolean {
  return /\bsenior leader|\bleadership team|\battendance champion/i.test(`${title} ${name.replaceAll('-', ' ')}`);
}

/** Where absence is reported to, with a number or an address. */
export const dailyContact: PartFinder = (policy, regime) => {
  const reached = new Set(
    policy.services.filter(({ telephone, title }) => telephone.length > 0 || hasContactDetails(title)).map(nameOf),
  );
  const told = placeOfRule(
    policy,
    regime,
    (rule) => isFamilys(policy, rule) && [...rule.to, ...objectsOf(rule)].some((name) => reached.has(name)),
  );
  return (
    told ??
    policy.services.find(
      ({ name, title, place }) =>
        reached.has(name) && /\babsence|\battendance/i.test(title) && clauseHolds(place, regime.day),
    )?.place ??
    placeOfRule(policy, regime, (rule) =>
      textsOf(rule).some((text) => /\bday to day\b/i.test(text) && hasContactDetails(text)),
    )
  );
};

/** Who gives more support, with a number or an address. */
export const supportContact: PartFinder = (policy, regime) =>
  placeOfRule(policy, regime, (rule) =>
    textsOf(rule).some((text) => /\bsupport\b/i.test(text) && hasContactDetails(text)),
  );

function hasContactDetails(text: string): boolean {
  return contactDetails.test(text);
}
