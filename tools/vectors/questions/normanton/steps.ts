import type { ReviewFinding } from '../../../../dsl/index.ts';
import type { Asked } from '../../asked.ts';
import { bandAt } from '../../../../dsl/index.ts';
import { fraction } from '../../../../register/fraction.ts';
import { attendancePercent, isDue, letterIsDue, met, numberOf, one, stage } from '../../asked.ts';

type Answer = Readonly<Record<string, unknown>>;

/** The band of a figure by the colour it is named for. */
function colour(id: string | undefined): string | undefined {
  return id === undefined ? undefined : id.slice(0, 1).toUpperCase() + id.slice(1);
}

export function absenceStep(asked: Asked): Answer {
  const { attendance } = asked.finding().tally;
  const [per, cent = '1'] = attendance?.value.split('/') ?? [];
  const figure = per === undefined ? undefined : fraction(Number(per), Number(cent) * 100);
  return {
    attendancePct: attendancePercent(asked),
    stage1Triggered: met(asked, 'waterton.below-ninety'),
    letter92Due: letterIsDue(asked, 'waterton.nearing-pa-letter'),
    band: figure && colour(bandAt(asked.compiled, 'waterton.summary', figure)?.id),
  };
}

const ladder = 'waterton.absence-reviews';

export function ladderAfterReview(asked: Asked): Answer {
  const at = stage(asked, ladder);
  const { reviews, duties: owed } = asked.finding();
  const review = lastOpened(reviews);
  const hold = owed.find((each) => each.id === `${ladder}.${at}.hold-${at}-meeting` && each.state !== 'done');
  const refer = owed.find((each) => each.id === `${ladder}.stage-3.refer-pupil`);
  const supportive = isDue(asked, `${ladder}.stage-1.monitor-closely-and-sensitively-in-a`);
  const ends = review?.latest ?? undefined;
  return {
    reviewPeriodEnds: ends,
    reviewPeriodEnded: review && isOver(review),
    stage: at === null ? null : Number(at.split('-').at(-1)),
    meeting: hold?.act.objects[0]?.title,
    attendees: hold?.with.map((each) => each.title),
    referTo: refer?.to[0]?.title,
    notifyParents: isDue(asked, `${ladder}.stage-3.tell-parents`),
    socialCareReferralThresholdMet: met(asked, 'waterton.social-care-threshold'),
    mode: supportive ? 'supportive monitoring' : undefined,
    stage2Required: at === 'stage-2',
  };
}

/** The last day of its weeks, at the end of which it is due, has come, or it was held. */
function isOver({ state }: ReviewFinding): boolean {
  return state === 'due' || state === 'overdue' || state === 'held';
}

function lastOpened(reviews: readonly ReviewFinding[]): ReviewFinding | undefined {
  return reviews
    .filter((each) => each.opened !== null)
    .toSorted((a, b) => (a.opened! < b.opened! ? -1 : 1))
    .at(-1);
}

export function summaryBand(asked: Asked): Answer {
  const { band, rate } = one(asked.finding().bands, 'waterton.summary');
  return { attendancePct: rate === null ? undefined : numberOf(rate.value), band: colour(band?.id) };
}
