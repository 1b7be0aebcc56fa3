import type { Transaction } from 'kysely';
import { inGroups, rowsAtOnce } from './in-groups.ts';
import type { KnownPupil } from './register-batch.ts';
import { sessionKey } from './session-key.ts';
import type { QuarantineRow, Tables } from './tables.ts';

/** Sets unknown codes aside, and settles those for whose session a known code has come. The count is of new ones. */
export async function saveQuarantine(
  db: Transaction<Tables>,
  pupils: readonly KnownPupil[],
  source: string,
  at: string,
): Promise<number> {
  const given = pupils.flatMap(({ id, quarantined }) =>
    quarantined.map(({ session, code, row }): QuarantineRow => ({
      pupil: id,
      day: session.day,
      half: session.half === 'AM' ? 0 : 1,
      code,
      row,
      source,
      at,
      settled_at: null,
    })),
  );
  let added = 0;
  for (const rows of inGroups(given, rowsAtOnce)) {
    const inserted = await db
      .insertInto('quarantine')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .returning('pupil')
      .execute();
    added += inserted.length;
  }
  const waiting = await db
    .selectFrom('quarantine')
    .select(['pupil', 'day', 'half', 'code'])
    .where(
      'pupil',
      'in',
      pupils.map((pupil) => pupil.id),
    )
    .where('settled_at', 'is', null)
    .execute();
  if (waiting.length === 0) return added;
  const marked = new Set(
    pupils.flatMap(({ id, marks }) =>
      marks.map(({ session }) => sessionKey({ pupil: id, day: session.day, half: session.half === 'AM' ? 0 : 1 })),
    ),
  );
  for (const row of waiting.filter((each) => marked.has(sessionKey(each)))) {
    await db
      .updateTable('quarantine')
      .set({ settled_at: at })
      .where('pupil', '=', row.pupil)
      .where('day', '=', row.day)
      .where('half', '=', row.half)
      .where('code', '=', row.code)
      .execute();
  }
  return added;
}
