import type { Day } from '../../../register/day.ts';
import type { Place, Policy, Rule } from '../../resolve/policy.ts';
import { clauseHolds } from '../clause.ts';
import { absenceReach } from './absence-reach.ts';
import { isFamilys, isSchools } from './who-acts.ts';

/** Where the language has a construct for something that a policy has to say: the clause that says it, in one layer. */
export type PartFinder = (policy: Policy, day: Day) => Place | undefined;

/** Parents and pupils are to attend, and to be punctual. */
export const expectations: PartFinder = (policy, day) =>
  placeOfRule(policy, day, (rule) => isFamilys(policy, rule) && owed(rule) && textsOf(rule).some(isAttending));

/** The session begins at a time, or a time is named for the start of the day. */
export const dayStart: PartFinder = (policy, day) =>
  namedTime(policy, day, /\bday[- ](?:starts|begins)\b|\b(?:start|beginning) of the (?:school )?day\b/i) ??
  policy.halfDays.find(({ half, from, place }) => half === 'AM' && from !== undefined && clauseHolds(place, day))
    ?.place;

export const dayClose: PartFinder = (policy, day) =>
  namedTime(policy, day, /\bday[- ](?:ends|closes|finishes)\b|\b(?:end|close) of the (?:school )?day\b/i);

export const morningCloses = registerCloses('AM');
export const afternoonCloses = registerCloses('PM');

/** A time after which an arrival is an unauthorised absence. */
function registerCloses(half: 'AM' | 'PM'): PartFinder {
  return (policy, day) =>
    policy.halfDays
      .find((each) => each.half === half && clauseHolds(each.place, day))
      ?.rows.find(
        ({ enters, bounds, place }) =>
          (enters.kind === 'code' ? enters.code === 'U' : enters.kind === 'class' && enters.class === 'unauthorised') &&
          bounds.some(({ kind, time }) => (kind === 'after' || kind === 'from') && time !== undefined) &&
          clauseHolds(place, day),
      )?.place;
}

/** Parents ask for leave: of a leave by its name, or in words within it. */
export const leaveRequest: PartFinder = (policy, day) => {
  const leaves = new Set(policy.papers.filter(({ paper }) => paper === 'leave').map(({ name }) => name));
  return placeOfRule(policy, day, (rule) => {
    if (!isFamilys(policy, rule)) return false;
    if (rule.act.kind === 'verb') return rule.act.verb === 'ask' && namesALeave(rule, leaves);
    const ofLeave = leaves.has(rule.paper ?? '') || rule.act.texts.some((text) => /\bleave\b|\bholiday/i.test(text));
    return ofLeave && rule.act.texts.some((text) => /\b(?:request|appl(?:y|ication)|form)\b/i.test(text));
  });
};

function namesALeave({ timing, paper }: Rule, leaves: ReadonlySet<string>): boolean {
  return (
    leaves.has(paper ?? '') ||
    timing.some((each) => each.kind === 'for whom' && each.names.some((name) => leaves.has(name.split('.').at(-1)!)))
  );
}

/** Parents report an absence, or contact the school about one. */
export const absenceReport: PartFinder = (policy, day) =>
  placeOfRule(policy, day, (rule) => {
    if (!isFamilys(policy, rule)) return false;
    const onADay = rule.timing.some(({ kind }) => kind === 'absence day') || absenceReach(policy, rule) === 'first';
    if (rule.act.kind === 'words')
      return rule.act.texts.some((text) =>
        onADay
          ? /\b(?:report|notify|contact|inform|call|telephone)/i.test(text)
          : /\b(?:report|notify)\b.*\babsen/i.test(text),
      );
    const { verb, objects } = rule.act;
    return (
      (verb === 'report' && objects.includes('absence')) || (verb === 'contact' && objects.includes('school') && onADay)
    );
  });

/** A named leader of the school, of whom the document gives the name. */
export const seniorLeaderNamed: PartFinder = (policy, day) =>
  policy.roles.find((role) => role.named && isSeniorLeader(role) && clauseHolds(role.place, day))?.place;

/** A telephone number or an address in what is said of that leader. */
export const seniorLeaderReached: PartFinder = (policy, day) => {
  const leaders = new Set(policy.roles.filter(isSeniorLeader).map(({ name }) => name));
  return placeOfRule(
    policy,
    day,
    ({ subject, act }) =>
      subject.some((name) => leaders.has(name)) && act.kind === 'words' && act.texts.some(hasContactDetails),
  );
};

function isSeniorLeader({ name, title }: { readonly name: string; readonly title: string }): boolean {
  return /\bsenior leader|\bleadership team|\battendance champion/i.test(`${title} ${name.replaceAll('-', ' ')}`);
}

/** Where absence is reported to, with a number or an address. */
export const dailyContact: PartFinder = (policy, day) => {
  const reached = new Set(
    policy.services.filter(({ telephone, title }) => telephone.length > 0 || hasContactDetails(title)).map(nameOf),
  );
  const told = placeOfRule(
    policy,
    day,
    (rule) => isFamilys(policy, rule) && [...rule.to, ...objectsOf(rule)].some((name) => reached.has(name)),
  );
  return (
    told ??
    policy.services.find(
      ({ name, title, place }) => reached.has(name) && /\babsence|\battendance/i.test(title) && clauseHolds(place, day),
    )?.place ??
    placeOfRule(policy, day, (rule) =>
      textsOf(rule).some((text) => /\bday to day\b/i.test(text) && hasContactDetails(text)),
    )
  );
};

/** Who gives more support, with a number or an address. */
export const supportContact: PartFinder = (policy, day) =>
  placeOfRule(policy, day, (rule) =>
    textsOf(rule).some((text) => /\bsupport\b/i.test(text) && hasContactDetails(text)),
  );

/** Rewards, whose conditions the language can weigh. */
export const rewards: PartFinder = (policy, day) => policy.rewards.find(({ place }) => clauseHolds(place, day))?.place;

/** When a penalty notice may or will be issued, or the authority be asked for one. */
export const noticeTrigger: PartFinder = (policy, day) =>
  placeOfRule(policy, day, (rule) => {
    if (rule.mode === 'bar' || rule.mode === 'presumption' || !hasCondition(rule)) return false;
    const penalties = new Set(policy.papers.filter(isPenaltyNotice).map(nameOf));
    if (rule.act.kind === 'verb')
      return rule.act.verb === 'issue' && rule.act.objects.some((name) => penalties.has(name));
    return textsOf(rule).some((text) => /\bpenalty notice|\bfine\b/i.test(text));
  });

/** When proceedings or another step of the law follow. */
export const legalStep: PartFinder = (policy, day) =>
  placeOfRule(
    policy,
    day,
    (rule) =>
      rule.mode !== 'bar' &&
      hasCondition(rule) &&
      textsOf(rule).some((text) =>
        /\bprosecut|\bproceedings|\blegal action|\blegal intervention|\bstatutory intervention/i.test(text),
      ),
  );

/** What is owed to pupils whose absence is so called, by what it says or stands under. */
export function strategyFor(called: RegExp): PartFinder {
  return (policy, day) => {
    const titles = new Map(
      policy.ladders.flatMap(({ name, stages }) => stages.map((stage) => [`${name}.${stage.name}`, stage.title])),
    );
    return placeOfRule(policy, day, (rule) => {
      const stage = rule.stage && titles.get(`${rule.stage.ladder}.${rule.stage.stage}`);
      const words = [
        rule.words,
        ...[...rule.blocks, ...rule.guards].map(({ condition }) => condition.words),
        stage ?? '',
      ];
      return owed(rule) && isSchools(policy, rule) && words.some((text) => called.test(text));
    });
  };
}

/** A contract about attendance, or an order, which are made with the local authority or by it. */
export const formalSupport: PartFinder = (policy, day) =>
  policy.papers.find(
    ({ paper, title, place }) =>
      (paper === 'contract' || paper === 'order') &&
      /\b(?:attendance|parent(?:ing)?|supervision)\b/i.test(title) &&
      clauseHolds(place, day),
  )?.place;

function isPenaltyNotice({ paper, name, title }: Policy['papers'][number]): boolean {
  return paper === 'notice' && /\bpenalty\b/i.test(`${name.replaceAll('-', ' ')} ${title}`);
}

function hasCondition({ blocks, guards, stage, paper }: Rule): boolean {
  return blocks.length > 0 || guards.length > 0 || stage !== undefined || paper !== undefined;
}

/** The policy has a day for its own review, or says that it is reviewed. */
export const review: PartFinder = (policy, day) =>
  (policy.reviewDue && { ...policy.place, cite: policy.reviewDue.cite, span: policy.reviewDue.span }) ??
  placeOfRule(
    policy,
    day,
    (rule) =>
      isSchools(policy, rule) && owed(rule) && textsOf(rule).some((text) => /\breview\b.*\bpolicy\b/i.test(text)),
  );

function placeOfRule(policy: Policy, day: Day, is: (rule: Rule) => boolean): Place | undefined {
  return policy.rules.find((rule) => clauseHolds(rule.place, day) && is(rule))?.place;
}

function namedTime({ times }: Policy, day: Day, called: RegExp): Place | undefined {
  return times.find(
    ({ name, title, time, place }) =>
      time !== undefined && called.test(`${name.replaceAll('-', ' ')} ${title}`) && clauseHolds(place, day),
  )?.place;
}

function owed({ mode }: Rule): boolean {
  return mode === 'duty';
}

function textsOf({ act, about }: Rule): readonly string[] {
  return act.kind === 'words' ? [...act.texts, ...about] : about;
}

function objectsOf({ act }: Rule): readonly string[] {
  return act.kind === 'verb' ? act.objects : [];
}

function isAttending(text: string): boolean {
  return /\battend(?!ance)|\bon time\b|\bpunctual/i.test(text);
}

/** An address of electronic mail, or a telephone number. */
export const contactDetails = /\S+@\S+\.\S+|\b0\d{2,4}[ \d]{5,}\d\b/;

function hasContactDetails(text: string): boolean {
  return contactDetails.test(text);
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
