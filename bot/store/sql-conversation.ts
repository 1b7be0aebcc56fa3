import type { Connection } from './connection.ts';
import { newId } from './ids.ts';
import { storedInstant } from './instant.ts';
import type { Conversation } from './store.ts';

export function sqlConversation({ db, write }: Connection): Conversation {
  return {
    claimOnce: (key, at) =>
      write(async (transaction) => {
        const claimed = await transaction
          .insertInto('claim')
          .values({ key, at: storedInstant(at) })
          .onConflict((conflict) => conflict.doNothing())
          .returning('key')
          .executeTakeFirst();
        return claimed !== undefined;
      }),

    lastAsked: (actor, place) =>
      db
        .selectFrom('last_asked')
        .select(['pupil', 'at'])
        .where('actor', '=', actor)
        .where('place', '=', place)
        .executeTakeFirst(),

    async remember(actor, place, { pupil, at }) {
      const asked = { pupil, at: storedInstant(at) };
      await write((transaction) =>
        transaction
          .insertInto('last_asked')
          .values({ actor, place, ...asked })
          .onConflict((conflict) => conflict.columns(['actor', 'place']).doUpdateSet(asked))
          .execute(),
      );
    },

    handle: (payload, at) =>
      write(async (transaction) => {
        const token = newId();
        await transaction
          .insertInto('handle')
          .values({ token, payload: JSON.stringify(payload ?? null), at: storedInstant(at) })
          .execute();
        return token;
      }),

    async resolve(token) {
      const row = await db.selectFrom('handle').select('payload').where('token', '=', token).executeTakeFirst();
      return row && (JSON.parse(row.payload) as unknown);
    },
  };
}
