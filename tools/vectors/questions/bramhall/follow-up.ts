import type { Answer } from './asked-of.ts';
import type { Asked } from '../../asked.ts';
import { text } from '../../../../cli/case-fields.ts';
import { servicesFor } from '../../../../dsl/index.ts';
import { parseClockTime } from '../../../../register/clock-time.ts';
import { addDays, addMonths } from '../../../../register/day.ts';
import { isBarred, isOpen, isToBeDone, one } from '../../asked.ts';
import { dayAsked } from '../over-span.ts';
import { asAtDay, those, withAct } from './asked-of.ts';

/** What will and may follow an absence today, in the vectors' words. */
export function followUpDue(of: Asked): Answer {
  const channels = of.finding().options.find(({ id }) => id === 'contact-parents-by-text');
  return {
    due: isToBeDone(of, 'contact-parents-2'),
    channels: channels?.act.objects.flatMap(({ title }) => title.split(' by ')[1] ?? []),
    will: those([['home visit', isToBeDone(of, 'visit-home')]]),
    may: those([['MASSH referral', isOpen(of, 'refer-pupil-2')]]),
  };
}

export function parentContactDue(of: Asked): Answer {
  return { due: isToBeDone(of, 'contact-school') };
}

const toSocialWorker = ['notify-social-worker', 'stockport.inform-social-worker'];

export function notify(of: Asked): Answer {
  const duties = toSocialWorker.map((id) => isToBeDone(of, id));
  if (!duties.includes(true) && duties.includes(undefined)) return {};
  return { notify: those([['social worker', duties.includes(true)]]) };
}

/** A pupil has left on the day after the last day attended. */
export function moveNotified(given: Asked): Answer {
  const [last, told] = [dayAsked(given, 'lastDay'), dayAsked(given, 'told')];
  if (last === undefined || told === undefined) return {};
  const left = addDays(last, 1);
  const moving = withAct(given, 'house-move', 'noted', told < last ? told : last);
  const of = withAct(withAct(moving, 'pupil', 'left', left), 'tell-school', 'done', told);
  const { inTime } = one(asAtDay(of, told > left ? told : left).finding().duties, 'tell-school');
  return { inTime: inTime ?? undefined };
}

export function tasDiscussion(of: Asked): Answer {
  return { allowed: !isBarred(of, 'discuss-the-pupil-at-the-team') };
}

/** Those of the services for young people that print whom they are for. */
export function signposts({ compiled, about: given, asAt, vector }: Asked): Answer {
  const { age } = vector.ask;
  const dateOfBirth = given.dateOfBirth ?? (typeof age === 'number' ? addMonths(asAt, -12 * age) : undefined);
  const about = { ...given, dateOfBirth };
  const services = servicesFor(compiled, about, asAt).filter(({ ages }) => ages.length > 0);
  return { services: services.flatMap(({ title, serves }) => (serves === 'yes' ? [title] : [])) };
}

export function serviceOpen({ compiled, about, asAt, vector }: Asked): Answer {
  const called = text(vector.ask['service']);
  const time = parseClockTime(text(vector.ask['time']));
  const service = servicesFor(compiled, about, asAt, time).find(({ title }) => title === called);
  if (!service) throw new Error(`no service of the policy is called “${called}”`);
  return { open: service.isOpen === 'undetermined' ? undefined : service.isOpen === 'yes' };
}
