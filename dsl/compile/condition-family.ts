import type { Condition } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { Need } from './needs.ts';
import type { PupilCase } from './timeline.ts';
import { compared } from './condition-comparison.ts';
import { forever } from './lasting.ts';

/** How many schools the family's children go to: an interval where the family, or which schools are members, is not known. */
export function familyIn({ comparator, number, members, words }: Condition & { kind: 'family in' }): CompiledCondition {
  const holds: CompiledCondition['holds'] = ({ about }) => {
    const { least, most } = schoolsOf(about, members);
    return compared(comparator, least - number, most - number);
  };
  return {
    words,
    holds,
    needs: ({ about }) => lacking(about, members),
    pulses: () => false,
    lasts: () => forever,
    quiet: () => forever,
    compares: [],
  };
}

/** The schools of a family, each once, in the order in which its children are given; undefined where it is not known. */
export function familySchools({ family }: PupilCase): readonly string[] | undefined {
  return family && [...new Set(family.map((each) => each.school))];
}

function schoolsOf(about: PupilCase, members: boolean): { readonly least: number; readonly most: number } {
  const schools = familySchools(about);
  const isMember = (school: string): boolean => about.memberSchools?.includes(school) ?? false;
  const certain = (schools ?? [about.school]).filter((school) => !members || isMember(school)).length;
  if (!schools) return { least: certain, most: Infinity };
  return { least: certain, most: members && !about.memberSchools ? schools.length : certain };
}

function lacking({ family, memberSchools }: PupilCase, members: boolean): readonly Need[] {
  const needs: Need[] = [];
  if (!family) needs.push({ kind: 'data', what: 'the children of the family and their schools' });
  if (members && !memberSchools) needs.push({ kind: 'data', what: 'which schools are members' });
  return needs;
}
