import type { SchoolWords } from './school-words.ts';
import { ascensionEvents, ascensionFacts } from './events/ascension.ts';
import { bramhallEvents, bramhallFacts } from './events/bramhall.ts';
import { uptonEvents, uptonFacts, uptonUnsaid } from './events/upton-eip-cluster.ts';
import { normantonCommon } from './normanton-common.ts';
import { widnesEvents, widnesFacts, widnesUnsaid } from './events/widnes-academy.ts';
import { ascensionQuestions } from './questions/ascension.ts';
import { bramhallQuestions } from './questions/bramhall.ts';
import { uptonQuestions } from './questions/upton-eip-cluster.ts';
import { widnesQuestions } from './questions/widnes-academy.ts';

/** The schools of the vectors, by the name the vectors give them. */
export const schools: Readonly<Record<string, SchoolWords>> = {
  'Church of the Ascension Primary (EDLT)': {
    policy: 'ascension',
    base: 'attended',
    events: ascensionEvents,
    facts: ascensionFacts,
    questions: ascensionQuestions,
  },
  'Bramhall High School': {
    policy: 'bramhall',
    base: 'attended',
    events: bramhallEvents,
    facts: bramhallFacts,
    questions: bramhallQuestions,
  },
  'normanton-common': normantonCommon,
  'upton-eip-cluster': {
    policy: 'upton',
    events: uptonEvents,
    unsaid: uptonUnsaid,
    facts: uptonFacts,
    questions: uptonQuestions,
  },
  'widnes-academy': {
    policy: 'widnes',
    events: widnesEvents,
    unsaid: widnesUnsaid,
    facts: widnesFacts,
    questions: widnesQuestions,
  },
};
