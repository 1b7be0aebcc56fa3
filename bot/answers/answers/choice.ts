import type { Pupil } from '../../../register/pupil.ts';
import { pupilName } from '../../../register/pupil.ts';
import type { School } from '../../store/store.ts';
import type { Action, Offer } from '../action.ts';
import type { ChoiceAnswer } from '../answer.ts';

/** The most that are offered; where there are more, the answer asks for more of the name. */
const most = 8;

/** More than one pupil fits (or one whose name was not quite this, where a record is to be written): nobody is taken. */
export function choiceAnswer(
  question: string,
  pupils: readonly Pupil[],
  toAction: (pupil: string) => Action,
): ChoiceAnswer {
  const [only] = pupils;
  const more = pupils.length - most;
  return {
    kind: 'choice',
    headline: pupils.length === 1 && only ? `Do you mean ${choiceLabel(only)}?` : 'Which pupil do you mean?',
    facts: [],
    lines: more > 0 ? [`And ${more} more: add the forename, the surname or the registration group.`] : [],
    context: [],
    offers: pupils.slice(0, most).map((pupil) => ({ label: choiceLabel(pupil), action: toAction(pupil.id) })),
    question,
  };
}

/** The asker answers for more than one school. */
export function choiceOfSchools(question: string, schools: readonly School[]): ChoiceAnswer {
  return {
    kind: 'choice',
    headline: 'Which school do you mean?',
    facts: [],
    lines: [`Choose one, or name it: “… at ${schools[0]?.name ?? ''}”.`],
    context: [],
    offers: schools.map(({ id, name }) => ({ label: name, action: { kind: 'ask', question, school: id } })),
    question,
  };
}

/** Of one pupil, several things that the words may mean. */
export function choiceOfEvents(pupil: Pupil, offers: readonly Offer[]): ChoiceAnswer {
  return choiceOfDeeds(choiceLabel(pupil), offers);
}

/** The same of a school. */
export function choiceOfSchoolEvents(school: School, offers: readonly Offer[]): ChoiceAnswer {
  return choiceOfDeeds(school.name, offers);
}

function choiceOfDeeds(who: string, offers: readonly Offer[]): ChoiceAnswer {
  const more = offers.length - most;
  return {
    kind: 'choice',
    headline: `What is to be recorded for ${who}?`,
    facts: [],
    lines: more > 0 ? [`And ${more} more: say more of what was done.`] : [],
    context: [],
    offers: offers.slice(0, most),
    question: 'which event',
  };
}

/** Pupils of one name at several schools: each with the school, none taken. */
export function choiceOverSchools(
  question: string,
  found: readonly { readonly school: School; readonly pupils: readonly Pupil[] }[],
): ChoiceAnswer {
  const all = found.flatMap(({ school, pupils }) => pupils.map((pupil) => ({ school, pupil })));
  const more = all.length - most;
  return {
    kind: 'choice',
    headline: 'Which pupil do you mean?',
    facts: [],
    lines: more > 0 ? [`And ${more} more: add the forename, the surname or the school.`] : [],
    context: [],
    offers: all.slice(0, most).map(({ school, pupil }) => ({
      label: `${choiceLabel(pupil)}, ${school.name}`,
      action: { kind: 'ask', question, about: pupil.id, school: school.id },
    })),
    question,
  };
}

function choiceLabel(pupil: Pupil): string {
  const where = [pupil.registrationGroup, pupil.yearGroup === '' ? '' : `year ${pupil.yearGroup}`].filter(
    (part) => part !== '',
  );
  return where.length === 0 ? pupilName(pupil) : `${pupilName(pupil)} (${where.join(', ')})`;
}
