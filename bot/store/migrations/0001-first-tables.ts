import { sql } from 'kysely';
import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely } from 'kysely';
import type { Migration } from '../migrate.ts';

/** Schools, registers, case logs, letters, conversation and audit. */
export const firstTables: Migration = {
  name: '0001-first-tables',
  async up(db, engine) {
    const bytes = engine === 'sqlite' ? sql`blob` : sql`bytea`;
    const tables = [
      table(db, 'school')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', required)
        .addColumn('policy', 'text', required)
        .addColumn('facts', 'text', required),
      table(db, 'school_year')
        .addColumn('school', 'text', (column) => column.notNull().references('school.id'))
        .addColumn('from_day', 'integer', required)
        .addColumn('to_day', 'integer', required)
        .addColumn('content', 'text', required)
        .addPrimaryKeyConstraint('school_year_key', ['school', 'from_day']),
      table(db, 'pupil')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('school', 'text', (column) => column.notNull().references('school.id'))
        .addColumn('upn', 'text', required)
        .addColumn('surname', 'text', required)
        .addColumn('forename', 'text', required)
        .addColumn('date_of_birth', 'integer')
        .addColumn('year_group', 'text', required)
        .addColumn('registration_group', 'text', required)
        .addColumn('on_roll_from', 'integer')
        .addColumn('on_roll_to', 'integer')
        .addColumn('family', 'text')
        .addColumn('facts', 'text', required)
        .addUniqueConstraint('pupil_upn', ['school', 'upn']),
      table(db, 'adult')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('pupil', 'text', (column) => column.notNull().references('pupil.id'))
        .addColumn('place', 'integer', required)
        .addColumn('title', 'text', required)
        .addColumn('forename', 'text', required)
        .addColumn('surname', 'text', required)
        .addColumn('relation', 'text', required)
        .addColumn('parental_responsibility', 'integer', required)
        .addColumn('day_to_day_care', 'integer', required)
        .addColumn('address', 'text', required)
        .addColumn('postcode', 'text', required)
        .addColumn('do_not_send', 'integer', required),
      table(db, 'import_run')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('school', 'text', (column) => column.notNull().references('school.id'))
        .addColumn('source', 'text', required)
        .addColumn('profile', 'text', required)
        .addColumn('by', 'text', required)
        .addColumn('at', 'text', required)
        .addColumn('outcome', 'text', required),
      bySession(table(db, 'mark'))
        .addColumn('code', 'text', required)
        .addColumn('minutes_late', 'integer')
        .addColumn('recorded_at', 'text', required)
        .addColumn('import_run', 'text', required)
        .addPrimaryKeyConstraint('mark_key', ['pupil', 'day', 'half']),
      bySession(table(db, 'amendment'))
        .addColumn('number', 'integer', required)
        .addColumn('original', 'text', required)
        .addColumn('amended', 'text', required)
        .addColumn('original_minutes', 'integer')
        .addColumn('amended_minutes', 'integer')
        .addColumn('reason', 'text', required)
        .addColumn('at', 'text', required)
        .addColumn('by', 'text', required)
        .addPrimaryKeyConstraint('amendment_key', ['pupil', 'day', 'half', 'number']),
      bySession(table(db, 'quarantine'))
        .addColumn('code', 'text', required)
        .addColumn('row', 'integer', required)
        .addColumn('source', 'text', required)
        .addColumn('at', 'text', required)
        .addColumn('settled_at', 'text')
        .addPrimaryKeyConstraint('quarantine_key', ['pupil', 'day', 'half', 'code']),
      table(db, 'case_entry')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('pupil', 'text', (column) => column.notNull().references('pupil.id'))
        .addColumn('place', 'integer', required)
        .addColumn('recorded_at', 'text', required)
        .addColumn('content', 'text', required)
        .addUniqueConstraint('case_entry_place', ['pupil', 'place']),
      table(db, 'case_undo')
        .addColumn('entry', 'text', (column) => column.primaryKey().references('case_entry.id'))
        .addColumn('by', 'text', required)
        .addColumn('at', 'text', required)
        .addColumn('reason', 'text', required),
      table(db, 'letter')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('place', 'integer', required)
        .addColumn('school', 'text', (column) => column.notNull().references('school.id'))
        .addColumn('pupil', 'text', (column) => column.notNull().references('pupil.id'))
        .addColumn('paper', 'text', required)
        .addColumn('adults', 'text', required)
        .addColumn('content', 'text', required)
        .addColumn('evidence', 'text', required)
        .addColumn('state', 'text', required)
        .addColumn('revision', 'integer', required)
        .addColumn('drafted_by', 'text', required)
        .addColumn('drafted_at', 'text', required)
        .addColumn('approved_by', 'text')
        .addColumn('approved_at', 'text')
        .addColumn('sent_by', 'text')
        .addColumn('sent_at', 'text')
        .addColumn('override_reason', 'text')
        .addUniqueConstraint('letter_place', ['pupil', 'place']),
      table(db, 'letter_file')
        .addColumn('letter', 'text', (column) => column.notNull().references('letter.id'))
        .addColumn('format', 'text', required)
        .addColumn('bytes', bytes, required)
        .addPrimaryKeyConstraint('letter_file_key', ['letter', 'format']),
      table(db, 'claim')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('at', 'text', required),
      table(db, 'last_asked')
        .addColumn('actor', 'text', required)
        .addColumn('place', 'text', required)
        .addColumn('pupil', 'text', (column) => column.notNull().references('pupil.id'))
        .addColumn('at', 'text', required)
        .addPrimaryKeyConstraint('last_asked_key', ['actor', 'place']),
      table(db, 'handle')
        .addColumn('token', 'text', (column) => column.primaryKey())
        .addColumn('payload', 'text', required)
        .addColumn('at', 'text', required),
      table(db, 'audit')
        .addColumn('number', 'integer', (column) => column.primaryKey())
        .addColumn('at', 'text', required)
        .addColumn('actor', 'text', required)
        .addColumn('place', 'text', required)
        .addColumn('action', 'text', required)
        .addColumn('pupil', 'text')
        .addColumn('school', 'text')
        .addColumn('detail', 'text', required)
        .addColumn('previous', 'text', required)
        .addColumn('hash', 'text', required),
      table(db, 'audit_head')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('number', 'integer', required)
        .addColumn('hash', 'text', required),
    ];
    for (const each of tables) {
      // Rows in the order of their key, and values of the declared type alone, as PostgreSQL has it anyway.
      await (engine === 'sqlite' ? each.modifyEnd(sql`strict, without rowid`) : each).execute();
    }
    await db.schema.createIndex('adult_pupil').on('adult').column('pupil').execute();
    await db.schema.createIndex('import_run_school').on('import_run').columns(['school', 'at']).execute();
  },
};

type AnyTable = CreateTableBuilder<string, string>;

function table(db: Kysely<unknown>, name: string): AnyTable {
  return db.schema.createTable(name);
}

function bySession(builder: AnyTable): AnyTable {
  return builder
    .addColumn('pupil', 'text', (column) => column.notNull().references('pupil.id'))
    .addColumn('day', 'integer', required)
    .addColumn('half', 'integer', required);
}

function required(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.notNull();
}
