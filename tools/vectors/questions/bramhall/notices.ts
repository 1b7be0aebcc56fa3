import type { FineFinding } from '../../../../dsl/index.ts';
import type { Day } from '../../../../register/day.ts';
import type { Answer } from './asked-of.ts';
import type { Asked } from '../../asked.ts';
import { text } from '../../../../cli/case-fields.ts';
import { finesDue } from '../../../../dsl/index.ts';
import { addDays, parseIsoDay } from '../../../../register/day.ts';
import { asked, isOpen, isToBeDone, lastAct, met, numberOf, one, ruleNamed } from '../../asked.ts';
import { dayAsked } from '../over-span.ts';
import { asAtDay, withAct } from './asked-of.ts';

const nti = 'stockport.notice-to-improve';
const epn = 'stockport.penalty-notice';

// ── the Notice to Improve ────────────────────────────────────────────────────────────────────────────────────────

/** The case with the notice served on the day that the question names. */
function served(of: Asked): Asked {
  const day = dayAsked(of, 'served');
  return day === undefined ? of : withAct(of, nti, 'issued', day);
}

function lastDay(of: Asked, period: string): string | undefined {
  return one(of.finding().periods, period).to ?? undefined;
}

export function ntiPeriodEnd(given: Asked): Answer {
  return { end: lastDay(served(given), 'stockport.improvement') };
}

export function ntiBreached(given: Asked): Answer {
  return { breached: met(served(given), 'stockport.breached-notice') };
}

/** What the service is to do once the period is over, and what it decides. */
export function ntiCheck(given: Asked): Answer {
  const of = served(given);
  const date = lastDay(of, 'stockport.improvement');
  const end = date === undefined ? undefined : parseIsoDay(date);
  if (end === undefined) return {};
  const after = asAtDay(of, addDays(end, 1)).finding().duties;
  return {
    owner: after.find(({ id }) => id === 'stockport.check-attendance')?.subject[0]?.title,
    date,
    decides: after.find(({ id }) => id === 'stockport.decide-penalty-notice')?.about[0]?.title,
  };
}

export function monitoring(given: Asked): Answer {
  const of = served(given);
  const { holds } = one(of.finding().periods, 'stockport.monitoring');
  const improved = parseIsoDay(lastDay(of, 'stockport.improvement') ?? '');
  return {
    active: holds === 'undetermined' ? undefined : holds === 'yes',
    end: improved === undefined ? undefined : lastDay(asAtDay(of, addDays(improved, 1)), 'stockport.monitoring'),
    by: subjectOf(of, 'stockport.monitor-attendance'),
  };
}

/** Whose a sentence is, whether or not it is owed today. */
function subjectOf(of: Asked, id: string): string | undefined {
  const [name] = ruleNamed(of, id).subject;
  return name === undefined ? undefined : roleTitle(of, id.includes('.') ? id.split('.')[0]! : '', name);
}

function roleTitle({ compiled }: Asked, layer: string, name: string): string | undefined {
  const policy = compiled.layers.find(({ policy: { id } }) => id === layer)?.policy ?? compiled.policy;
  return policy.roles.find((role) => role.name === name)?.title;
}

// ── Education Penalty Notices ────────────────────────────────────────────────────────────────────────────────────

/** The notice last issued to the parent that the question names. */
function fineOf({ compiled, about }: Asked, asAt: Day, parent: string): FineFinding | undefined {
  const fines = finesDue(compiled, about, asAt).filter(({ id }) => id === epn);
  return fines.find(({ adult }) => adult === parent) ?? fines.find(({ adult }) => adult === undefined);
}

/** What is asked of whoever pays within so many days. */
export function epnAmount(of: Asked): Answer {
  const issued = dayAsked(of, 'issued');
  const within = of.vector.ask['paidWithinDays'];
  if (issued === undefined || typeof within !== 'number') return {};
  const fine = fineOf(withAct(of, epn, 'issued', issued), issued, text(of.vector.ask['parent']));
  return { pounds: fine && stepWithin(fine, within) };
}

function stepWithin({ steps }: FineFinding, days: number): number | undefined {
  const step = steps.find((each) => days <= each.within);
  return step && numberOf(step.pounds.value);
}

const third = `${epn}.issue-third-notice`;

/** Whether one more may be issued to the parent, and what it would cost at first. */
export function epnAllowed(given: Asked): Answer {
  const day = dayAsked(given, 'issueDate') ?? given.asAt;
  const adult = text(given.vector.ask['parent']);
  const of = asked({ ...given, asAt: day, about: { ...given.about, ...(adult === '' ? {} : { adult }) } });
  ruleNamed(of, third);
  const bar = of.finding().bars.find(({ id }) => id === third);
  const allowed = bar?.state !== 'barred' ? true : bar.needs.length > 0 ? undefined : false;
  const fine = fineOf(withAct(of, epn, 'issued', day), day, adult);
  return {
    allowed,
    pounds: allowed === true && fine ? stepWithin(fine, 0) : undefined,
    alternative: allowed === false ? instead(of) : undefined,
  };
}

/** In the vectors' words, where the policy leaves it to the authority. */
function instead(of: Asked): string | undefined {
  const id = `${epn}.use-alternative-strategies-including-prosecution`;
  return isOpen(of, id) ? 'prosecution likely / other strategy' : undefined;
}

export function epnIssuer({ compiled }: Asked): Answer {
  const paper = compiled.layers.flatMap(({ policy }) => policy.papers).find(({ name }) => `stockport.${name}` === epn);
  const name = paper?.details.find(({ word }) => word === 'issued by')?.names[0];
  return { issuer: name === undefined ? undefined : roleTitleIn(compiled, name) };
}

function roleTitleIn({ layers }: Asked['compiled'], name: string): string | undefined {
  return layers.flatMap(({ policy }) => policy.roles).find((role) => role.name === name)?.title;
}

// ── leave without consent ────────────────────────────────────────────────────────────────────────────────────────

const warningFirst = `${epn}.issue-penalty-notice-3`;

export function leaveEPN(of: Asked): Answer {
  ruleNamed(of, warningFirst);
  const bar = of.finding().bars.find(({ id }) => id === warningFirst);
  return {
    met: met(of, 'stockport.leave-level'),
    schoolRequestDue: isToBeDone(of, 'ask-local-authority'),
    warningRequired: bar?.state === 'barred' && lastAct(of, nti, 'issued') === undefined,
  };
}
