import type { Transaction } from 'kysely';
import type { PupilFactsReading } from '../../register/import/read-groups.ts';
import { rehearse } from './connection.ts';
import type { Connection } from './connection.ts';
import { lockSchool } from './sql-schools.ts';
import { StoreError } from './store-error.ts';
import type { Pupils } from './store.ts';
import type { Tables } from './tables.ts';

type Facts = Readonly<Record<string, boolean>>;

/** What is known of each pupil: yes, no, or nothing. */
export function sqlFacts({ write }: Connection): Pick<Pupils, 'setPupilFact' | 'saveFacts' | 'rehearseFacts'> {
  return {
    setPupilFact: (pupil, name, value) =>
      write(async (transaction) => {
        // Writing first holds the row, so that two facts set at once are both kept.
        const row = await transaction
          .updateTable('pupil')
          .set((current) => ({ facts: current.ref('facts') }))
          .where('id', '=', pupil)
          .returning('facts')
          .executeTakeFirst();
        if (!row) throw new StoreError('no such pupil', 'the store holds no such pupil');
        const facts = JSON.stringify(withFacts(JSON.parse(row.facts) as Facts, { [name]: value }));
        await transaction.updateTable('pupil').set({ facts }).where('id', '=', pupil).execute();
      }),

    saveFacts: (school, pupils) => write((transaction) => saveAll(transaction, school, pupils)),
    rehearseFacts: (school, pupils) => rehearse(write, (transaction) => saveAll(transaction, school, pupils)),
  };
}

async function saveAll(db: Transaction<Tables>, school: string, pupils: readonly PupilFactsReading[]): Promise<number> {
  await lockSchool(db, school);
  // Held for writing, so that a fact set meanwhile is not lost.
  const rows = await db
    .updateTable('pupil')
    .set((current) => ({ facts: current.ref('facts') }))
    .where('school', '=', school)
    .returning(['id', 'upn', 'facts'])
    .execute();
  const rowOf = new Map(rows.map((row) => [row.upn, row]));
  let changes = 0;
  for (const { upn, facts } of pupils) {
    const row = rowOf.get(upn);
    if (!row) throw new StoreError('no such pupil', `the school has no pupil with the UPN ${upn}`);
    const before = JSON.parse(row.facts) as Facts;
    const changed = Object.entries(facts).filter(([name, value]) => before[name] !== value).length;
    if (changed === 0) continue;
    changes += changed;
    const after = JSON.stringify(withFacts(before, facts));
    await db.updateTable('pupil').set({ facts: after }).where('id', '=', row.id).execute();
  }
  return changes;
}

/** Facts with some of them set; `undefined` makes one unknown again. */
function withFacts(before: Facts, given: PupilFactsReading['facts']): Facts {
  const all = Object.entries({ ...before, ...given });
  return Object.fromEntries(all.filter((each): each is [string, boolean] => each[1] !== undefined));
}
