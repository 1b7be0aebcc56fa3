import { describe, expect, test } from 'vitest';
import { readSchoolPolicies } from '../support/school-policies.ts';
import type { ClauseHome, DocumentName } from './documents.ts';
import { clauseHomes, clauseIds, documents, proseOnly, reasons } from './documents.ts';
import { encodedIn, notesIn } from './encoded.ts';

const { policies } = readSchoolPolicies();
const encoded = new Map([...policies.values()].map((policy) => [policy.id, encodedIn(policy)]));
const names = Object.keys(documents) as readonly DocumentName[];

describe.each(names)('%s', (document) => {
  const homes = clauseHomes(document);
  const entries = Object.entries(homes);

  test('every clause is there, and no other', () => {
    expect(Object.keys(homes).toSorted()).toEqual(clauseIds(document).toSorted());
  });

  test('what each names exists and cites the document', () => {
    expect(entries.flatMap(([id, home]) => wrongWith(home).map((wrong) => `${id}: ${wrong}`))).toEqual([]);
  });

  test('a clause is called prose only where the list of clauses calls it so', () => {
    const prose = proseOnly(document);
    const called = entries.flatMap(([id, home]) => ('note' in home && home.note === 'prose only' ? [id] : []));
    expect(called.filter((id) => !prose.has(id))).toEqual([]);
  });
});

test('nothing stands in a policy that no clause gives', () => {
  const named = new Set(
    names.flatMap((document) =>
      Object.values(clauseHomes(document)).flatMap((home) => idsOf(home).map((id) => `${home.in}: ${id}`)),
    ),
  );
  const all = [...encoded].flatMap(([policy, ids]) => [...ids.keys()].map((id) => `${policy}: ${id}`));
  expect(all.filter((id) => !named.has(id))).toEqual([]);
});

test('at most 12% of the clauses are notes', () => {
  const homes = names.flatMap((document) => Object.values(clauseHomes(document)));
  const notes = homes.filter((home) => 'note' in home);
  const byReason = reasons.map((reason) => `${reason} ${notes.filter((home) => home.note === reason).length}`);
  console.log(`${notes.length} of ${homes.length} clauses are notes: ${byReason.join(', ')}`);
  expect(notes.length / homes.length).toBeLessThanOrEqual(0.12);
});

function idsOf(home: ClauseHome): readonly string[] {
  return 'is' in home ? home.is : 'not stated' in home ? home['not stated'] : [];
}

function wrongWith(home: ClauseHome): readonly string[] {
  const policy = policies.get(home.in);
  if (!policy) return [`there is no policy “${home.in}”`];
  if ('note' in home) {
    if (!reasons.some((reason) => reason === home.note)) return [`“${home.note}” is no reason for a note`];
    return notesIn(policy).some((note) => note.startsWith(home.says)) ? [] : [`no note begins “${home.says}”`];
  }
  const ids = idsOf(home);
  if (ids.length === 0) return ['names nothing'];
  return ids.flatMap((id) => {
    const found = encoded.get(home.in)!.get(id);
    if (!found) return [`${home.in} has no “${id}”`];
    if ('not stated' in home && !found.notStated) return [`“${id}” is stated`];
    return found.cited ? [] : [`“${id}” cites nothing`];
  });
}
