import type { Day } from '../../register/day.ts';
import type { Condition } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { CompileContext } from './context.ts';
import type { Timeline } from './timeline.ts';
import type { CaseEntry } from '../../register/case-log.ts';
import { earlier, untilNext } from './lasting.ts';
import { isComplete } from './paper-items.ts';
import { remembered } from './remembered.ts';
import { fullName } from './context.ts';
import { actKey } from './timeline.ts';
import { NO, YES } from './truth.ts';

/** Whatever the paper includes, as far as it applies now, was seen; or people logged that it is complete. */
export function complete(context: CompileContext, condition: Condition & { kind: 'complete' }): CompiledCondition {
  const name = fullName(context, condition.paper);
  const said = (timeline: Timeline, day: Day): boolean =>
    timeline.acts.get(actKey(name, 'complete'))?.some((act) => act.day <= day && act.items === undefined) ?? false;
  const found = (timeline: Timeline, day: Day) => isComplete(context.paper(name)?.items(timeline, day) ?? []);
  const turns = remembered((timeline) =>
    timeline.entries.filter((entry) => isAbout(entry, name)).map(({ day }) => day),
  );
  return {
    words: condition.words,
    compares: [],
    holds: (timeline, day) => {
      if (said(timeline, day)) return YES;
      return context.paper(name) ? found(timeline, day).holds : NO;
    },
    lasts: (timeline, day) => {
      const next = untilNext(turns(timeline), day);
      const paper = context.paper(name);
      return paper ? earlier(next, paper.lasts(timeline, day)) : next;
    },
    quiet: (timeline, day) => untilNext(turns(timeline), day),
    needs: (timeline, day) => (said(timeline, day) ? [] : found(timeline, day).needs),
    pulses: (timeline, day) => timeline.entries.some((entry) => isAbout(entry, name) && entry.day === day),
  };
}

function isAbout(entry: CaseEntry, name: string): boolean {
  return entry.kind === 'act' && entry.name === name;
}
