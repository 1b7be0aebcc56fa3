import type { Transaction, Updateable } from 'kysely';
import type { Connection } from './connection.ts';
import { newId } from './ids.ts';
import { storedInstant } from './instant.ts';
import type { LetterOutcome, LetterRecord, Signature } from './letter-record.ts';
import { StoreError } from './store-error.ts';
import type { Letters } from './store.ts';
import type { LetterRow, Tables } from './tables.ts';

export function sqlLetters({ db, write }: Connection): Letters {
  /** Holds the letter, asks whether the change may be, and makes it. */
  const change = (
    id: string,
    decide: (row: LetterRow) => Updateable<LetterRow> | (LetterOutcome & { kind: 'refused' })['why'],
  ): Promise<LetterOutcome> =>
    write(async (transaction) => {
      const row = await holdLetter(transaction, id);
      if (!row) return { kind: 'not found' };
      const decided = decide(row);
      if (typeof decided === 'string') return { kind: 'refused', why: decided, letter: toLetter(row) };
      await transaction.updateTable('letter').set(decided).where('id', '=', id).execute();
      return { kind: 'done', letter: toLetter({ ...row, ...decided } as LetterRow) };
    });

  return {
    saveDraft: (letter) =>
      write(async (transaction) => {
        const pupil = await transaction
          .updateTable('pupil')
          .set((current) => ({ facts: current.ref('facts') }))
          .where('id', '=', letter.pupil)
          .where('school', '=', letter.school)
          .executeTakeFirst();
        if (pupil.numUpdatedRows === 0n) throw new StoreError('no such pupil', 'the store holds no such pupil');
        const last = await transaction
          .selectFrom('letter')
          .select((row) => row.fn.max('place').as('place'))
          .where('pupil', '=', letter.pupil)
          .executeTakeFirst();
        const row: LetterRow = {
          id: newId(),
          place: (last?.place ?? 0) + 1,
          school: letter.school,
          pupil: letter.pupil,
          paper: letter.paper,
          adults: JSON.stringify(letter.adults),
          content: letter.content,
          evidence: letter.evidence,
          state: 'draft',
          revision: 1,
          drafted_by: letter.by,
          drafted_at: storedInstant(letter.at),
          approved_by: null,
          approved_at: null,
          sent_by: null,
          sent_at: null,
          override_reason: letter.overrideReason ?? null,
        };
        await transaction.insertInto('letter').values(row).execute();
        return toLetter(row);
      }),

    async letter(id) {
      const row = await db.selectFrom('letter').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toLetter(row);
    },

    async lettersOf(pupil) {
      const rows = await db
        .selectFrom('letter')
        .selectAll()
        .where('pupil', '=', pupil)
        .orderBy('place', 'desc')
        .execute();
      return rows.map(toLetter);
    },

    updateDraft: (id, edit) =>
      change(id, (row) =>
        row.state === 'draft'
          ? {
              content: edit.content ?? row.content,
              adults: edit.adults ? JSON.stringify(edit.adults) : row.adults,
              evidence: edit.evidence ?? row.evidence,
              revision: row.revision + 1,
            }
          : 'not a draft',
      ),

    approve: (id, { by, at, revision, overrideReason }) =>
      change(id, (row) => {
        if (row.state !== 'draft') return 'not a draft';
        if (revision !== undefined && revision !== row.revision) return 'edited since';
        return {
          state: 'approved',
          approved_by: by,
          approved_at: storedInstant(at),
          override_reason: row.override_reason ?? overrideReason ?? null,
        };
      }),

    markSent: (id, { by, at }) =>
      change(id, (row) =>
        row.state === 'approved' ? { state: 'sent', sent_by: by, sent_at: storedInstant(at) } : 'not approved',
      ),

    async saveFile(letter, format, content) {
      const bytes = Buffer.from(content);
      await write(async (transaction) => {
        const held = await holdLetter(transaction, letter);
        if (!held) throw new StoreError('no such letter', 'the store holds no such letter');
        await transaction
          .insertInto('letter_file')
          .values({ letter, format, bytes })
          .onConflict((conflict) => conflict.columns(['letter', 'format']).doUpdateSet({ bytes }))
          .execute();
      });
    },

    async file(letter, format) {
      const row = await db
        .selectFrom('letter_file')
        .select('bytes')
        .where('letter', '=', letter)
        .where('format', '=', format)
        .executeTakeFirst();
      return row && new Uint8Array(row.bytes);
    },
  };
}

/** The letter as it stands, kept from every other writer until the transaction ends. */
function holdLetter(db: Transaction<Tables>, id: string): Promise<LetterRow | undefined> {
  return db
    .updateTable('letter')
    .set((row) => ({ state: row.ref('state') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

function toLetter(row: LetterRow): LetterRecord {
  return {
    id: row.id,
    school: row.school,
    pupil: row.pupil,
    paper: row.paper,
    adults: JSON.parse(row.adults) as string[],
    content: row.content,
    evidence: row.evidence,
    state: row.state as LetterRecord['state'],
    revision: row.revision,
    drafted: { by: row.drafted_by, at: row.drafted_at },
    approved: signature(row.approved_by, row.approved_at),
    sent: signature(row.sent_by, row.sent_at),
    overrideReason: row.override_reason ?? undefined,
  };
}

function signature(by: string | null, at: string | null): Signature | undefined {
  return by === null || at === null ? undefined : { by, at };
}
