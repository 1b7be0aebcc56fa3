import { compareFractions } from '../../../register/fraction.ts';
import type { Fine, Paper, PaperDetail } from '../../resolve/policy.ts';
import type { Effect, Way } from '../change.ts';
import type { Beside } from '../side.ts';
import { ownWords } from '../../compliance/clause.ts';
import { lengthLooser } from '../../check/refining/deadline-looser.ts';
import { meaningOf } from '../../check/refining/same-meaning.ts';
import { effect, families, listChanges, neither, partyWords, school } from '../effect.ts';
import { gravity } from './arrivals.ts';
import { showFraction } from '../../../register/fraction.ts';

/** What a paper says, to whom it goes, what it asks first, how it has a session marked, and what it costs. */
export function paperEffects(beside: Beside, is: Paper, was: Paper): readonly Effect[] {
  const { after, before } = beside;
  const differs = (field: keyof Paper): boolean => meaningOf(after, [is[field]]) !== meaningOf(before, [was[field]]);
  return [
    ...(differs('goesTo') && !differs('details') ? [neither('it goes to others')] : []),
    ...(differs('details') ? detailEffects(beside, is, was) : []),
    ...(differs('needs') ? needEffects(beside, is, was) : []),
    ...(differs('rows') ? rowEffects(beside, is, was) : []),
    ...(differs('fines') ? fineEffects(beside, is, was) : []),
    ...(differs('perParent')
      ? [neither(is.perParent ? 'it is counted for each parent' : 'it is not counted for each parent any more')]
      : []),
    ...(differs('lookBack') ? [neither('other earlier ones count when it is numbered')] : []),
    ...(differs('atMost')
      ? [
          neither(
            is.atMost
              ? `there are at most ${is.atMost.number} of it for each ${is.atMost.each}`
              : 'there is no limit to how many there are of it',
          ),
        ]
      : []),
    ...(differs('paper') ? [neither(`it is a ${is.paper}, not a ${was.paper}`)] : []),
    ...(differs('of') ? [neither(`it is about ${is.of}, not ${was.of}`)] : []),
  ];
}

/** What is to be included, and who is to have it, is asked of the school: more of it is tighter for the school. */
function detailEffects({ after, before }: Beside, is: Paper, was: Paper): readonly Effect[] {
  const told: Effect[] = [];
  const words = new Set([...is.details, ...was.details].map(({ word }) => word));
  for (const word of words) {
    const [now, then] = [is, was].map(({ details }) => details.filter((each) => each.word === word));
    const texts = listChanges(
      then!.flatMap((each) => each.texts),
      now!.flatMap((each) => each.texts),
    );
    const names = listChanges(
      then!.flatMap((each) => each.names.map((name) => partyWords(before, name))),
      now!.flatMap((each) => each.names.map((name) => partyWords(after, name))),
    );
    const [added, removed] = [
      [...texts.added.map((each) => `“${each}”`), ...names.added],
      [...texts.removed.map((each) => `“${each}”`), ...names.removed],
    ];
    const asks = word === 'includes' || word === 'goes to';
    if (word === 'also called') continue;
    const tell = (way: Way, sentence: string) => told.push(effect(asks ? way : 'neither', school, sentence));
    if (added.length > 0) tell('tighter', `it ${word} ${added.join(', ')}, which it did not before`);
    if (removed.length > 0) tell('looser', `it no longer ${word} ${removed.join(', ')}`);
    if (added.length + removed.length > 0) continue;
    const meant = (details: readonly PaperDetail[], policy: typeof after) => meaningOf(policy, { details });
    if (meant(now!, after) !== meant(then!, before)) {
      told.push(
        neither(
          `what it ${word} holds under another condition: ${now!.map(({ place }) => `“${ownWords(place)}”`).join(', ')}`,
        ),
      );
    }
  }
  return told;
}

/** What must be shown first is easier on a family where the paper bears on it, and harder where the family asks for it. */
function needEffects({ after, before }: Beside, is: Paper, was: Paper): readonly Effect[] {
  const wanted = is.paper === 'leave' || is.paper === 'reason';
  const meant = new Set(was.needs.map((each) => meaningOf(before, each)));
  const means = new Set(is.needs.map((each) => meaningOf(after, each)));
  return [
    ...is.needs
      .filter((each) => !meant.has(meaningOf(after, each)))
      .map((each) => effect(wanted ? 'tighter' : 'looser', families, `it needs “${each.words}” first`)),
    ...was.needs
      .filter((each) => !means.has(meaningOf(before, each)))
      .map((each) =>
        effect(wanted ? 'looser' : 'tighter', families, `it does not need “${each.words}” first any more`),
      ),
  ];
}

/** Rows are read from the top: where the same conditions stand in the same order, their marks are weighed. */
function rowEffects({ after, before, codes }: Beside, is: Paper, was: Paper): readonly Effect[] {
  const conditions = (paper: Paper, policy: typeof after) =>
    paper.rows.map(({ condition, may }) => (condition ? meaningOf(policy, condition) : 'otherwise') + String(may));
  const [now, then] = [conditions(is, after), conditions(was, before)];
  if (now.join('\n') !== then.join('\n')) {
    const words = (paper: Paper) => paper.rows.map(({ place }) => `“${ownWords(place)}”`).join(', ');
    return [neither(`a session is marked otherwise: ${words(is)}; it was ${words(was)}`)];
  }
  return is.rows.flatMap((row, index): readonly Effect[] => {
    const old = was.rows[index]!;
    const [mark, oldMark] = [row, old].map(({ enters }) =>
      enters.kind === 'code' ? enters.code : enters.kind === 'class' ? enters.class : 'not stated',
    );
    if (mark === oldMark) return [];
    const [grave, oldGrave] = [gravity(codes, mark!), gravity(codes, oldMark!)];
    const way =
      grave === undefined || oldGrave === undefined || grave === oldGrave
        ? 'neither'
        : grave > oldGrave
          ? 'tighter'
          : 'looser';
    return [effect(way, families, `“${ownWords(row.place)}”: it was ${oldMark}`)];
  });
}

/** More to pay, or less time to pay it, is tighter for families. */
function fineEffects({ after, before }: Beside, is: Paper, was: Paper): readonly Effect[] {
  const told: Effect[] = [];
  for (const fine of is.fines) {
    const old = was.fines.find(({ which }) => which === fine.which);
    if (!old) {
      told.push(effect('tighter', families, `“${ownWords(fine.place)}” was not there before`));
      continue;
    }
    if (meaningOf(after, fine) === meaningOf(before, old)) continue;
    const steps = stepEffects(fine, old);
    told.push(...(steps.length > 0 ? steps : [neither(`“${ownWords(fine.place)}”, not “${ownWords(old.place)}”`)]));
  }
  for (const old of was.fines) {
    if (!is.fines.some(({ which }) => which === old.which))
      told.push(effect('looser', families, `“${ownWords(old.place)}” is not there any more`));
  }
  return told;
}

function stepEffects(is: Fine, was: Fine): readonly Effect[] {
  if (is.steps.length !== was.steps.length) return [];
  return is.steps.flatMap((step, index): readonly Effect[] => {
    const old = was.steps[index]!;
    const dearer = compareFractions(step.pounds, old.pounds);
    const [pounds, oldPounds] = [step, old].map((each) => `£${showFraction(each.pounds)}`);
    const longer = lengthLooser(lengthOf(step), lengthOf(old));
    const shorter = lengthLooser(lengthOf(old), lengthOf(step));
    return [
      ...(dearer === 0
        ? []
        : [effect(dearer > 0 ? 'tighter' : 'looser', families, `it is ${pounds}, not ${oldPounds}`)]),
      ...longer.map((each) =>
        each.kind === 'looser' ? effect('looser', families, `for ${pounds} ${each.why}`) : neither(each.why),
      ),
      ...shorter.flatMap((each) =>
        each.kind === 'looser' ? [effect('tighter', families, `for ${pounds} ${each.stricter}`)] : [],
      ),
    ];
  });
}

function lengthOf({ within, unit }: Fine['steps'][number]) {
  return { number: within, unit };
}
