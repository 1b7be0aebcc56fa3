import type { DueSection } from '../answer.ts';
import type { ToDo } from '../duty-words.ts';
import type { Examined } from '../examine.ts';
import { pupilsWords } from './due-groups.ts';

/** Tasks told, and pupils named of one. The rest are counted. */
const most = { tasks: 12, names: 6 } as const;

/**
 * What is to be done for pupils without a day being set for it: task by task, for it is the same for many. What only a
 * few pupils need comes first; what holds of all is said of all.
 */
export function standingTasks(
  each: readonly { readonly about: Examined; readonly toDo: readonly ToDo[] }[],
  among: number,
): DueSection | undefined {
  const pupilsOf = new Map<string, Examined[]>();
  for (const { about, toDo } of each) {
    const standing = toDo.filter(({ state }) => state === 'no day');
    for (const words of new Set(standing.map((task) => task.words))) {
      pupilsOf.set(words, [...(pupilsOf.get(words) ?? []), about]);
    }
  }
  const tasks = [...pupilsOf].toSorted(([, a], [, b]) => a.length - b.length);
  if (tasks.length === 0) return undefined;
  const more = tasks.length - most.tasks;
  return {
    title: 'To do, without a day in the policy',
    place: 'after',
    lines: [
      ...tasks.slice(0, most.tasks).map(([words, pupils]) => `${words}: ${whose(pupils, among)}`),
      ...(more > 0 ? [`and ${more} more such tasks: “what next for …” tells a pupil’s`] : []),
    ],
  };
}

/** By name where they are few, in the order of their groups. */
function whose(pupils: readonly Examined[], among: number): string {
  if (pupils.length === among && among > most.names) return `all ${pupilsWords(among)}`;
  const names = pupils.slice(0, most.names).map(({ pupil }) => {
    return `${pupil.forename} ${pupil.surname} (${pupil.registrationGroup})`;
  });
  const more = pupils.length - names.length;
  return more > 0 ? `${pupilsWords(pupils.length)}, ${names.join(', ')} and ${more} more` : names.join(', ');
}
