import type { Answer } from './asked-of.ts';
import type { Asked } from '../../asked.ts';
import { text } from '../../../../cli/case-fields.ts';
import { list } from '../../../../cli/case-fields.ts';
import { meetingOf, policyPapers, recipientsOf } from '../../../../dsl/index.ts';
import { formatIsoDay } from '../../../../register/day.ts';
import { isBarred, isOpen, isToBeDone, met, one, ruleNamed } from '../../asked.ts';
import { letterCalled } from '../../paper-called.ts';
import { dayAsked } from '../over-span.ts';
import { those, withAct } from './asked-of.ts';

const ladder = 'stockport.stages';
const stage2 = `${ladder}.stage-2`;
const stage4 = `${ladder}.stage-4`;

/** The number under which the document prints the stage: `3A` of “Stage 3A: Notice to Improve”. */
function numberOfStage(of: Asked): string | null {
  const title = one(of.finding().ladders, ladder).stage?.title;
  return title === undefined ? null : (/^Stage (\w+)/.exec(title)?.[1] ?? null);
}

export function stage(of: Asked): Answer {
  return { stage: numberOfStage(of) };
}

export function stage2Gate(of: Asked): Answer {
  return { mayMove: !isBarred(of, 'stockport.move-a-medical-case-to-stage') };
}

/** What a referral needs, in the vectors' words. That of the number is the threshold's own title. */
function evidence(of: Asked): readonly (readonly [group: string, words: string])[] {
  const level = one(of.finding().thresholds, 'stockport.stage-3-level');
  return [
    ['stockport.stage-1-evidenced', 'stage 1 evidence'],
    ['stockport.stage-2-evidenced', 'stage 2 evidence'],
    ['stockport.non-engagement', 'non-engagement'],
    [level.id, level.title.split(' of ')[0]!],
  ];
}

const referral = 'stockport.enforcement-referral.make-enforcement-referral';

export function stage3MayRefer(of: Asked): Answer {
  const lacking = evidence(of).flatMap(([group, words]) => (met(of, group) === true ? [] : [words]));
  const missing = isBarred(of, `${referral}-2`) ? [...lacking, 'consultation'] : lacking;
  return { mayRefer: isOpen(of, referral), missing };
}

// ── letters and meetings ─────────────────────────────────────────────────────────────────────────────────────────

export function letterRecipients({ vector, compiled, about, asAt }: Asked): Answer {
  const letter = letterCalled(compiled.policy, text(vector.ask['letter']));
  const adults = list(vector.pupil['adults']).map((adult) => ({
    id: text(adult['id']),
    parentalResponsibility: adult['parentalResponsibility'] === true,
    dayToDayCare: adult['dayToDayCare'] === true,
    doNotSend: false,
  }));
  const says =
    policyPapers(compiled.policy)
      .find(({ id }) => id === letter)
      ?.includes.map((each) => each.text) ?? [];
  const meeting = meetingOf(compiled, about, 'stockport.stage-2-meeting', asAt);
  const people = meeting?.attendedBy.flatMap(({ anyOf }) => anyOf.map(({ title }) => title)) ?? [];
  const invited = people.filter((title) => says.some((each) => each.includes(title)));
  return {
    recipients: recipientsOf(compiled, { ...about, adults }, letter, asAt)?.adults ?? undefined,
    inviteWith: invited,
  };
}

export function stage2MeetingNeeded(of: Asked): Answer {
  const liaise = isToBeDone(of, `${stage2}.liaise-with-the-lead-professional-so`);
  return {
    needed: isToBeDone(of, `${stage2}.hold-stage-2-meeting`),
    instead: liaise === true ? 'liaise with lead professional' : undefined,
  };
}

/** Sentences of the process by the vectors' words for them; a vector asks whether these are among what is due. */
const actions: readonly (readonly [words: string, rule: string])[] = [
  ['offer EHA again', `${stage2}.offer-early-help-assessment`],
  ['explore medical action plan', `${stage2}.explore-medical-action-plan`],
  ['send Stage 2 letter', `${stage2}.send-stage-2-letter`],
  ['send Stage 1 letter', `${ladder}.stage-1.send-stage-1-letter`],
  ['arrange meeting', `${ladder}.stage-1.arrange-attendance-meeting`],
];

export function actionsDue(of: Asked): Answer {
  const due = those(actions.map(([words, rule]) => [words, isToBeDone(of, rule)]));
  const asked = of.vector.expected['includes'];
  return { includes: Array.isArray(asked) ? due.filter((words) => asked.includes(words)) : due };
}

// ── reviews ──────────────────────────────────────────────────────────────────────────────────────────────────────

const review = 'stockport.plan-review';

const states: Readonly<Record<string, string>> = {
  waiting: 'not yet due',
  open: 'not yet due',
  due: 'in window',
  overdue: 'overdue',
};

export function reviewStatus(of: Asked): Answer {
  const found = of.finding().reviews.find(({ id }) => id === review);
  if (!found) return {};
  const { state, latest } = found;
  const status = states[state];
  return { status: state === 'due' && latest === formatIsoDay(of.asAt) ? `${status} (last day)` : status };
}

export function reviewWindow(of: Asked): Answer {
  const found = of.finding().reviews.find(({ id }) => id === review);
  return { earliest: found?.earliest ?? undefined, latest: found?.latest ?? undefined };
}

/** What may follow a review, or a contract that is not engaged with. */
export function nextStep(of: Asked): Answer {
  const planning = isToBeDone(of, `${stage4}.hold-legal-planning-meeting`);
  const meeting = meetingOf(of.compiled, of.about, 'stockport.legal-planning-meeting', of.asAt);
  return {
    stage: numberOfStage(of),
    monitor: isToBeDone(of, `${stage2}.continue-to-monitor-for-an-agreed`) === true ? 'agreed period' : undefined,
    next: planning === true ? meeting?.title : undefined,
    options: those([
      ['remain on Stage 2', isOpen(of, `${stage2}.remain-on-stage-2-for-an`)],
      ['end the contract', isOpen(of, `${stage2}.end-the-attendance-contract`)],
      ['formal legal intervention', isOpen(of, `${stage4}.offer-a-formal-legal-intervention`)],
      ['prosecution', isOpen(of, `${stage4}.go-down-the-prosecution-route`)],
    ]),
  };
}

// ── contracts, orders, prosecution ───────────────────────────────────────────────────────────────────────────────

const contract = 'stockport.la-contract';

export function contractAgree(of: Asked): Answer {
  const barred = [`${contract}.agree-la-contract`, `${contract}.agree-la-contract-2`].some((id) => isBarred(of, id));
  const attempts = isToBeDone(of, 'stockport.record-attempts-to-engage-the-parents');
  return { canAgree: !barred, record: attempts === true ? 'attempts to engage' : undefined };
}

/** The items that the policy lists, in the vectors' words, by a word in the policy's. */
const items: readonly (readonly [words: RegExp, item: string])[] = [
  [/^requirements/, 'requirements'],
  [/provide support/, 'support statement'],
  [/parents that they agree/, "parents' statement"],
  [/plan of action/, 'plan of action'],
  [/additional support/, 'additional support'],
];

export function contractComplete(given: Asked): Answer {
  const asked = given.vector.ask['items'];
  const held = Array.isArray(asked) ? asked.map(String) : [];
  const inVectors = (words: string): string => items.find(([each]) => each.test(words))?.[1] ?? words;
  const all = one(given.finding().evidence, contract).items.map(({ words }) => words);
  const seen = all.filter((words) => held.includes(inVectors(words)));
  const of = withAct(given, contract, 'recorded', given.asAt, { items: seen });
  const { complete, missing } = one(of.finding().evidence, contract);
  return { complete: complete === 'undetermined' ? undefined : complete === 'yes', missing: missing.map(inVectors) };
}

/** What must have been done before the authority prosecutes, in the vectors' words. */
const conditions: readonly (readonly [bar: string, words: string])[] = [
  ['stockport.start-prosecution', 'ESO considered'],
  ['stockport.start-prosecution-2', 'contract explored'],
];

export function prosecutionPrecondition(of: Asked): Answer {
  const missing = conditions.flatMap(([bar, words]) => (isBarred(of, bar) ? [words] : []));
  return { mayProceed: missing.length === 0, missing };
}

/** Whether the school may, and who alone does. */
export function prosecutor(of: Asked): Answer {
  const who = ruleNamed(of, 'stockport.prosecute-parents-of-a-child-who').subject;
  return { allowed: !isBarred(of, 'stockport.start-prosecution-4'), only: who.join(', ').replaceAll('-', ' ') };
}

export function esoExtensionWindow(given: Asked): Answer {
  const made = dayAsked(given, 'orderMade');
  const of = made === undefined ? given : withAct(given, 'stockport.eso', 'made', made);
  const { holds } = one(of.finding().periods, 'stockport.extension-window');
  return { open: holds === 'undetermined' ? undefined : holds === 'yes' };
}
