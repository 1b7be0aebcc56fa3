import type { Transaction } from 'kysely';
import { chained, chainStart } from './audit-chain.ts';
import type { Connection } from './connection.ts';
import { storedInstant } from './instant.ts';
import type { Audit } from './store.ts';
import type { Tables } from './tables.ts';

export function sqlAudit({ db, write }: Connection): Audit {
  return {
    audit: (entry) =>
      write(async (transaction) => {
        const head = await takeHead(transaction);
        const link = chained({ ...entry, at: storedInstant(entry.at) }, head.number + 1, head.hash);
        await transaction
          .insertInto('audit')
          .values({ ...link, pupil: link.pupil ?? null, school: link.school ?? null })
          .execute();
        await transaction.updateTable('audit_head').set({ number: link.number, hash: link.hash }).execute();
        return link;
      }),

    async auditTrail() {
      const rows = await db.selectFrom('audit').selectAll().orderBy('number').execute();
      return rows.map((row) => ({ ...row, pupil: row.pupil ?? undefined, school: row.school ?? undefined }));
    },
  };
}

/** The end of the chain, held until the transaction ends: two writers cannot both add after the same entry. */
async function takeHead(db: Transaction<Tables>): Promise<{ number: number; hash: string }> {
  return db
    .insertInto('audit_head')
    .values({ id: 1, number: 0, hash: chainStart })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ id: 1 }))
    .returning(['number', 'hash'])
    .executeTakeFirstOrThrow();
}
