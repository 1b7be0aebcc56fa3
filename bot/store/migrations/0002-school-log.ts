import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** What schools did themselves, apart from any pupil, and what was undone of it. */
export const schoolLog: Migration = {
  name: '0002-school-log',
  async up(db, engine) {
    const tables = [
      db.schema
        .createTable('school_entry')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('school', 'text', (column) => column.notNull().references('school.id'))
        .addColumn('place', 'integer', (column) => column.notNull())
        .addColumn('recorded_at', 'text', (column) => column.notNull())
        .addColumn('content', 'text', (column) => column.notNull())
        .addUniqueConstraint('school_entry_place', ['school', 'place']),
      db.schema
        .createTable('school_undo')
        .addColumn('entry', 'text', (column) => column.primaryKey().references('school_entry.id'))
        .addColumn('by', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('reason', 'text', (column) => column.notNull()),
    ];
    for (const each of tables) {
      await (engine === 'sqlite' ? each.modifyEnd(sql`strict, without rowid`) : each).execute();
    }
  },
};
