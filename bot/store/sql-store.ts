import type { Connection } from './connection.ts';
import { sqlAudit } from './sql-audit.ts';
import { sqlCases } from './sql-cases.ts';
import { sqlConversation } from './sql-conversation.ts';
import { sqlLetters } from './sql-letters.ts';
import { sqlPupils } from './sql-pupils.ts';
import { sqlRegister } from './sql-register.ts';
import { sqlSchoolLogs } from './sql-school-logs.ts';
import { sqlSchools } from './sql-schools.ts';
import type { Store } from './store.ts';

/** The store over an open database: one set of queries for SQLite and PostgreSQL. */
export function sqlStore(connection: Connection): Store {
  return {
    ...sqlSchools(connection),
    ...sqlPupils(connection),
    ...sqlRegister(connection),
    ...sqlCases(connection),
    ...sqlSchoolLogs(connection),
    ...sqlLetters(connection),
    ...sqlConversation(connection),
    ...sqlAudit(connection),
    close: () => connection.db.destroy(),
  };
}
