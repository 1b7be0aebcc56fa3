import { formatClockTime } from '../../../register/clock-time.ts';
import { formatDay, monthNames } from '../../../register/day.ts';
import type { Stretch } from '../../resolve/policy.ts';
import type { Effect } from '../change.ts';
import type { Parts } from '../declared.ts';
import type { Beside } from '../side.ts';
import { lengthLooser } from '../../check/refining/deadline-looser.ts';
import { timeLooser } from '../../check/refining/time-looser.ts';
import { meaningOf } from '../../check/refining/same-meaning.ts';
import { effect, families, listChanges, neither, partyWords, school } from '../effect.ts';
import { reachEffects } from '../reach.ts';

export function headerEffects(_: Beside, is: Parts['header'], was: Parts['header']): readonly Effect[] {
  const told: Effect[] = [];
  if (is.level !== was.level) told.push(neither(`it is a ${is.level}, not a ${was.level}`));
  for (const [end, words] of [
    ['from', 'begins to hold on'],
    ['to', 'holds to'],
  ] as const) {
    if (is.inForce[end] !== was.inForce[end])
      told.push(neither(`it ${words} ${dayWords(is.inForce[end])}, not ${dayWords(was.inForce[end])}`));
  }
  const [kind, kindBefore] = [is, was].map(({ school }) => (school.length === 0 ? 'not said' : school.join(', ')));
  if (kind !== kindBefore)
    told.push(neither(`the kind of school is ${kind}, and was ${kindBefore}: what law it is under turns on that`));
  const { added, removed } = listChanges(was.under, is.under);
  if (added.length > 0) told.push(neither(`it stands under ${added.join(' and ')}, whose clauses hold here too`));
  if (removed.length > 0)
    told.push(
      neither(`it does not stand under ${removed.join(' and ')} any more: what was inherited from there is gone`),
    );
  if (is.reviewDue?.day !== was.reviewDue?.day)
    told.push(
      neither(`it is itself to be reviewed by ${dayWords(is.reviewDue?.day)}, not ${dayWords(was.reviewDue?.day)}`),
    );
  return told;
}

function dayWords(day: Parameters<typeof formatDay>[0] | undefined): string {
  return day === undefined ? 'a day that is not said' : formatDay(day);
}

/** An earlier time is stricter, as where one refines a layer’s. */
export function timeEffects(_: Beside, is: Parts['time'], was: Parts['time']): readonly Effect[] {
  if (is.time === undefined && was.time === undefined) return [];
  if (was.time === undefined) return [neither(`it is ${formatClockTime(is.time!)} now, and was not stated`)];
  if (is.time === undefined) return [neither(`it is not stated any more, and was ${formatClockTime(was.time)}`)];
  const words = `it is ${formatClockTime(is.time)}, not ${formatClockTime(was.time)}`;
  if (timeLooser(is.time, was.time).length > 0) return [effect('looser', families, words)];
  return timeLooser(was.time, is.time).length > 0 ? [effect('tighter', families, words)] : [];
}

export function testEffects(beside: Beside, is: Parts['test'], was: Parts['test']): readonly Effect[] {
  const kind = is.kind === was.kind ? [] : [neither(`it is a ${is.kind}, not a ${was.kind}`)];
  const options = is.kind === 'group' ? ({ burden: 'none' } as const) : {};
  return [...kind, ...reachEffects(beside, is.condition, was.condition, options)];
}

export function rewardEffects(beside: Beside, is: Parts['reward'], was: Parts['reward']): readonly Effect[] {
  const each =
    is.each === was.each
      ? []
      : [neither(`it is decided each ${is.each.replace(/s$/, '')}, not each ${was.each.replace(/s$/, '')}`)];
  if ('condition' in is.to && 'condition' in was.to && is.to.kind === was.to.kind) {
    const reach = reachEffects(beside, is.to.condition, was.to.condition, { verb: 'is earned by' });
    return [...each, ...reach];
  }
  const same = meaningOf(beside.after, is.to) === meaningOf(beside.before, was.to);
  return same ? each : [...each, neither('it goes to others')];
}

export function reviewEffects({ after, before }: Beside, is: Parts['review'], was: Parts['review']): readonly Effect[] {
  const told: Effect[] = [];
  const differs = (now: unknown, then: unknown): boolean => meaningOf(after, [now]) !== meaningOf(before, [then]);
  if (differs(is.due, was.due)) {
    const [now, then] = [lengthOf(is.due), lengthOf(was.due)];
    const later = now && then ? lengthLooser(now, then) : [];
    const sooner = now && then ? lengthLooser(then, now) : [];
    for (const each of later)
      told.push(each.kind === 'looser' ? effect('looser', school, each.why) : neither(each.why));
    for (const each of sooner) if (each.kind === 'looser') told.push(effect('tighter', school, each.stricter));
    if (later.length + sooner.length === 0) told.push(neither('it is due at another time'));
  }
  const by = listChanges(
    was.by.map((name) => partyWords(before, name)),
    is.by.map((name) => partyWords(after, name)),
  );
  if (by.added.length > 0) told.push(neither(`it is held by ${by.added.join(' and ')}`));
  if (by.removed.length > 0) told.push(neither(`it is not held by ${by.removed.join(' and ')} any more`));
  if (is.again !== was.again)
    told.push(
      effect(is.again ? 'tighter' : 'looser', school, is.again ? 'it is held again and again' : 'it is held once'),
    );
  for (const outcome of is.outcomes) {
    const old = was.outcomes.find(({ name }) => name === outcome.name);
    if (!old) told.push(neither(`it can come to “${outcome.title}” too`));
    else if (differs(outcome, old))
      told.push(neither(`what it takes for “${outcome.title}”, or where that moves a pupil, is said otherwise`));
  }
  for (const old of was.outcomes) {
    if (!is.outcomes.some(({ name }) => name === old.name))
      told.push(neither(`it cannot come to “${old.title}” any more`));
  }
  return told;
}

function lengthOf(due: Parts['review']['due']) {
  return due === undefined || due === 'as agreed' ? undefined : { number: due.most, unit: due.unit };
}

/** How long a period is, where both are lengths; whether that is easier on anybody lies with what uses it. */
export function periodEffects(_: Beside, is: Parts['period'], was: Parts['period']): readonly Effect[] {
  const [now, then] = [is, was].map(({ stretches }) => stretches.map(stretchWords).join('; '));
  return now === then ? [] : [neither(`it is ${now}, not ${then}`)];
}

function stretchWords(stretch: Stretch): string {
  switch (stretch.kind) {
    case 'after':
    case 'from': {
      const { least, most, unit, kind, event } = stretch;
      return `${least === most ? '' : `${least} to `}${most} ${unit} ${kind} ${event.words}`;
    }
    case 'last of':
      return `the last ${stretch.number} ${stretch.unit} of ${stretch.period}`;
    case 'dates':
      return `${formatDay(stretch.from)} to ${formatDay(stretch.to)}`;
    case 'from birthday': {
      const first =
        typeof stretch.first === 'string'
          ? stretch.first.replace(/s$/, '')
          : stretch.first.map(({ date, month }) => `${date} ${monthNames[month - 1]}`).join(', ');
      return `from the first ${first} ${stretch.orOn ? 'on or ' : ''}after birthday ${stretch.birthday}`;
    }
  }
}

export function judgementEffects(
  { after, before }: Beside,
  is: Parts['judgement'],
  was: Parts['judgement'],
): readonly Effect[] {
  const told: Effect[] = [];
  const who = (policy: Beside['after'], name: string | undefined) =>
    name === undefined ? 'nobody in particular' : partyWords(policy, name);
  if (is.by !== was.by) told.push(neither(`it is judged by ${who(after, is.by)}, not ${who(before, was.by)}`));
  if (is.about !== was.about) told.push(neither(`it is judged about ${is.about ?? 'no one thing'}`));
  return told;
}
