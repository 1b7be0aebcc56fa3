import type { Day } from '../../register/day.ts';
import type { Item, PolicyFile, Stretch } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import type { Scope } from './scope.ts';
import { formatDay } from '../../register/day.ts';

/** Tells every pair of dates that ends before it begins, wherever it stands. */
export function checkDates(scope: Scope, file: PolicyFile): void {
  const check = (from: Day | undefined, to: Day | undefined, span: Span): void => {
    if (from !== undefined && to !== undefined && to < from) {
      scope.report('dates-cross', span, [formatDay(from), formatDay(to)]);
    }
  };
  const stretch = (each: Stretch): void => {
    if (each.kind === 'dates') check(each.from, each.to, each.span);
  };
  const visit = (item: Item): void => {
    for (const mark of item.marks) if (mark.kind === 'in force') check(mark.from, mark.to, mark.span);
    if (item.kind === 'departure') check(item.on?.day, item.until?.day, item.until?.span ?? item.span);
    if (item.kind === 'period') item.stretches.forEach(stretch);
    if (item.kind === 'suppose' && 'to' in item.what) check(item.what.from, item.what.to, item.span);
    if (item.kind === 'suppose' && item.what.kind === 'act')
      check(item.what.about?.from, item.what.about?.to, item.span);
    if ('body' in item) item.body.forEach(visit);
  };
  file.items.forEach(visit);
}
