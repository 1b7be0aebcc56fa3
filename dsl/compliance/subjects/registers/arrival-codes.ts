import type { HalfDayRules, Policy } from '../../../resolve/policy.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';
import { compare } from '../../relations.ts';
import { listWords, requirementWords, speaker } from '../../value-words.ts';
import { isLate, isOnTime, isUnauthorised } from './arrival-meaning.ts';
import { closesByName, onlyForSchools } from './register-open.ts';

/**
 * What is entered for a pupil who arrives while the register is open, and once it has closed. The register closes where
 * lateness ends and something else begins; where the rows do not part so, at the named time at which registers close.
 */
export const arrivalCodes: Subject = {
  fields: ['register.code.arrives_open', 'register.code.arrives_closed'],
  unsaid: (field) =>
    field.endsWith('open')
      ? 'what is entered for a pupil who arrives while the register is open'
      : 'what is entered for a pupil who arrives after the register has closed',
  notFor: onlyForSchools,
  claims(question) {
    return question.layers.flatMap((policy) =>
      policy.halfDays
        .filter(({ place }) => clauseHolds(place, question.regime.day))
        .flatMap((half) => claimsOfHalf(question, policy, half)),
    );
  },
};

type Row = HalfDayRules['rows'][number];

function claimsOfHalf(question: Question, policy: Policy, half: HalfDayRules): readonly Claim[] {
  const rows = half.rows.filter(
    (row) => clauseHolds(row.place, question.regime.day) && !isOnTime(question.regime, row.enters),
  );
  const wanted = question.provision.field.endsWith('open') ? 'open' : 'closed';
  const entering = rows.filter((row) => wayOf(question, policy, half, rows, row) === wanted);
  return entering.length === 0 ? [] : [claimOf(question, entering)];
}

/** What the rows of one half day enter together. A class that stands for several codes says none of them. */
function claimOf({ provision, regime }: Question, rows: readonly Row[]): Claim {
  const when = provision.field.endsWith('open') ? 'while the register is open' : 'after the register has closed';
  const says = `${speaker(provision.level)} has ${requirementWords(provision)}`;
  const unclear = rows.find((row) => codesOf(regime.codes, row).length !== 1);
  if (unclear) {
    const any = listWords(codesOf(regime.codes, unclear));
    const why = `An arrival ${when} is entered as “${wordOf(unclear)}”, which is any of ${any}; ${says}.`;
    return { part: when, verdict: 'silent', why, place: unclear.place };
  }
  const codes = [...new Set(rows.flatMap((row) => codesOf(regime.codes, row)))];
  const meets = compare(provision.relation, provision.value, { kind: 'codes', codes }) === 'meets';
  const alone = (row: Row): boolean =>
    compare(provision.relation, provision.value, { kind: 'codes', codes: codesOf(regime.codes, row) }) === 'meets';
  const { place } = (meets ? undefined : rows.find((row) => !alone(row))) ?? rows[0]!;
  const entered = `An arrival ${when} is entered as ${listWords(codes)}`;
  const why = meets ? `${entered}, as ${speaker(provision.level)} has it.` : `${entered}; ${says}.`;
  return { part: when, verdict: meets ? 'meets' : 'breaches', why, place };
}

function wordOf({ enters }: Row): string {
  return enters.kind === 'class' ? enters.class : '';
}

/** A code by its letter, or all that a class of the language can stand for on the day. */
function codesOf(codes: Question['regime']['codes'], { enters }: Row): readonly string[] {
  if (enters.kind === 'code') return [enters.code];
  if (enters.kind !== 'class') return [];
  const word = enters.class;
  return codes
    .filter(({ meaning, late }) => (word === 'late' ? late : meaning === word || meaning === `${word} absence`))
    .map(({ code }) => code);
}

function wayOf(
  question: Question,
  policy: Policy,
  half: HalfDayRules,
  rows: readonly Row[],
  row: Row,
): 'open' | 'closed' | undefined {
  const lastLate = rows.findLastIndex((each) => isLate(question.regime, each.enters));
  const parted = lastLate !== -1 && lastLate < rows.length - 1;
  if (parted) return rows.indexOf(row) <= lastLate ? 'open' : 'closed';
  const [closes] = half.from === undefined ? [] : closesByName(policy, half, half.from, question);
  if (closes !== undefined) return startOf(row) >= closes.time ? 'closed' : 'open';
  if (isLate(question.regime, row.enters)) return 'open';
  return isUnauthorised(question.regime, row.enters) ? 'closed' : undefined;
}

/** The minute from which a row holds; one without a beginning holds from the first. */
function startOf({ bounds }: Row): number {
  return Math.max(
    0,
    ...bounds.flatMap(({ kind, time }) => (time !== undefined && ['after', 'from'].includes(kind) ? [time] : [])),
  );
}
