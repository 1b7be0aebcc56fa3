import type { CaseEntry, CaseLog } from '../../register/case-log.ts';
import type { Day } from '../../register/day.ts';
import type { PupilAdultsReading } from '../../register/import/read-adults.ts';
import type { LogEntry } from '../../register/import/read-case-log.ts';
import type { PupilFactsReading } from '../../register/import/read-groups.ts';
import type { Mark } from '../../register/mark.ts';
import type { Adult, Pupil } from '../../register/pupil.ts';
import type { SchoolCalendar, SchoolYear } from '../../register/school-calendar.ts';
import type { Session } from '../../register/session.ts';
import type { AuditEntry, ChainedAuditEntry } from './audit-entry.ts';
import type {
  LetterApproval,
  LetterEdit,
  LetterFormat,
  LetterOutcome,
  LetterRecord,
  NewLetter,
  Signature,
} from './letter-record.ts';
import type { ImportOutcome, RegisterBatch, StoredQuarantine } from './register-batch.ts';

/**
 * All that the bot and the command line remember, on SQLite or PostgreSQL alike. What a promise of a writing method
 * has acknowledged survives the death of the process. Instants are ISO 8601 in UTC and come from the caller: no query
 * reads a clock. Ids are opaque: never a name, never a UPN. A method given an id that does not exist answers
 * `undefined` or an empty list, and throws only where it says so.
 */
export interface Store extends Schools, Pupils, Register, Cases, SchoolLogs, Letters, Conversation, Audit {
  /** Ends the connection; the store is of no use afterwards. */
  close(): Promise<void>;
}

export interface School {
  readonly id: string;
  readonly name: string;
  /** Id of the policy it follows: `widnes`. */
  readonly policy: string;
  /** What a policy may ask about the school: `traded`. An absent key is unknown; `false` is no. */
  readonly facts: Readonly<Record<string, boolean>>;
}

export interface Schools {
  /** In order of id. */
  schools(): Promise<readonly School[]>;
  school(id: string): Promise<School | undefined>;
  /** Adds the school, or replaces its settings. */
  saveSchool(school: School): Promise<void>;
  /** Undefined where no school year is stored. */
  calendar(school: string): Promise<SchoolCalendar | undefined>;
  /** Stores a school year in place of every stored year that it overlaps. Throws where the school is not stored. */
  saveSchoolYear(school: string, year: SchoolYear): Promise<void>;
}

/** A pupil as a caller knows them, without the store's own id. */
export type NewPupil = Omit<Pupil, 'id'>;

export interface Pupils {
  pupil(id: string): Promise<Pupil | undefined>;
  /** Everyone ever on the school's roll, by surname, forename, id. */
  pupils(school: string): Promise<readonly Pupil[]>;
  pupilByUpn(school: string, upn: string): Promise<Pupil | undefined>;
  /** Adds or replaces by school and UPN; the id stays. Throws where the school is not stored. */
  savePupil(pupil: NewPupil): Promise<Pupil>;
  /** Sets a fact of a pupil; `undefined` makes it unknown again. */
  setPupilFact(pupil: string, name: string, value: boolean | undefined): Promise<void>;
  adultsOf(pupil: string): Promise<readonly Adult[]>;
  /** By pupil id, for a whole school in one query. */
  adultsOfSchool(school: string): Promise<ReadonlyMap<string, readonly Adult[]>>;
  /** Siblings included: everyone of the school who shares the family id. */
  pupilsOfFamily(school: string, family: string): Promise<readonly Pupil[]>;
  /**
   * Makes the adults of each named pupil those given, all or none: one no longer given is gone, one of the same name
   * keeps their id. Throws where a UPN is not of the school. The count is of adults added, changed or removed.
   */
  saveAdults(school: string, adults: readonly PupilAdultsReading[]): Promise<number>;
  /** What saving them would change, without changing it. */
  rehearseAdults(school: string, adults: readonly PupilAdultsReading[]): Promise<number>;
  /**
   * Sets the facts given of each named pupil, all or none; those not given stay. Throws where a UPN is not of the
   * school. The count is of facts that changed.
   */
  saveFacts(school: string, pupils: readonly PupilFactsReading[]): Promise<number>;
  /** What saving them would change, without changing it. */
  rehearseFacts(school: string, pupils: readonly PupilFactsReading[]): Promise<number>;
}

/** How fresh a register is. */
export interface RegisterTo {
  /** The last session of a school day with a mark of anyone. */
  readonly session: Session | undefined;
  /** Instant of the last import, of this school; undefined where there was none. */
  readonly importedAt: string | undefined;
}

export interface Register {
  /** In session order, with every amendment; marks that are kept and not counted are among them. */
  marksOf(pupil: string): Promise<readonly Mark[]>;
  /** By pupil id, for a whole school at once. A pupil without marks has no entry. */
  marksOfSchool(school: string): Promise<ReadonlyMap<string, readonly Mark[]>>;
  /** The marks as they stood at an instant, later ones and later amendments left out. */
  marksAsKnown(pupil: string, at: string): Promise<readonly Mark[]>;
  /** Freshness, up to a day (inclusive) where one is given; as known at an instant where one is. */
  registerTo(school: string, upTo?: Day, asKnownAt?: string): Promise<RegisterTo>;
  /**
   * Takes a batch in one transaction: a reader, or a kill, sees the register as it was or as it will be. A mark that
   * differs from the one stored amends it. Throws where the school is not stored.
   */
  importRegister(batch: RegisterBatch): Promise<ImportOutcome>;
  /** What importing would change, without changing it. */
  rehearseImport(batch: RegisterBatch): Promise<ImportOutcome>;
  /** Codes set aside, those still waiting first. */
  quarantine(school: string): Promise<readonly StoredQuarantine[]>;
  /** SHA-256, hexadecimal, over every mark and amendment of a school, by UPN and session: the same on both databases. */
  digest(school: string): Promise<string>;
}

export type NewCaseEntry = CaseEntry extends infer Entry
  ? Entry extends CaseEntry
    ? Omit<Entry, 'id'>
    : never
  : never;

/** An entry as a file has it, about a pupil known by UPN. */
export interface LoggedEntry {
  readonly upn: string;
  readonly entry: LogEntry;
}

/** An entry of the case log with what undid it, if anything. */
export interface CaseRecord {
  readonly entry: CaseEntry;
  readonly undone: (Signature & { readonly reason: string }) | undefined;
}

export interface Cases {
  /** What holds: entries not undone, in the order recorded; as known at an instant where one is given. */
  caseLog(pupil: string, asKnownAt?: string): Promise<CaseLog>;
  /** By pupil id, for a whole school at once. A pupil without entries has none here. */
  caseLogsOfSchool(school: string): Promise<ReadonlyMap<string, CaseLog>>;
  /** Whose log an entry stands in, undone or not. */
  pupilOfEntry(entry: string): Promise<string | undefined>;
  /** Everything ever recorded, undone or not. */
  caseHistory(pupil: string): Promise<readonly CaseRecord[]>;
  /** Throws where the pupil is not stored. */
  record(pupil: string, entry: NewCaseEntry): Promise<CaseEntry>;
  /**
   * Records entries of a school's pupils, all or none, in their order; one that a pupil's log holds already (the same
   * thing of the same day and time, undone or not) is not recorded again. Throws where a UPN is not of the school. The
   * count is of entries recorded.
   */
  recordAll(school: string, entries: readonly LoggedEntry[], signature: Signature): Promise<number>;
  /** What recording them would add, without adding it. */
  rehearseRecording(school: string, entries: readonly LoggedEntry[], signature: Signature): Promise<number>;
  /**
   * Records it unless the very same stands already, whoever recorded that: an act of the same day, time and note, or a
   * judgement that would only repeat the last. Of several who record at once one is new. Throws as `record` does.
   */
  recordOnce(pupil: string, entry: NewCaseEntry): Promise<{ readonly entry: CaseEntry; readonly isNew: boolean }>;
  /** Undoes an entry by a further one; false where there is no such entry, or it was undone before. */
  undo(entry: string, undoing: Signature & { readonly reason: string }): Promise<boolean>;
}

/** What a school did itself, apart from any pupil: kept, undone and known as the case logs of pupils are. */
export interface SchoolLogs {
  /** What holds: entries not undone, in the order recorded. */
  schoolLog(school: string): Promise<CaseLog>;
  /** Everything ever recorded, undone or not. */
  schoolHistory(school: string): Promise<readonly CaseRecord[]>;
  /** In whose log an entry stands, undone or not. */
  schoolOfEntry(entry: string): Promise<string | undefined>;
  /** As `recordOnce`, of a school. Throws where it is not stored. */
  recordOfSchool(school: string, entry: NewCaseEntry): Promise<{ readonly entry: CaseEntry; readonly isNew: boolean }>;
  /** Undoes an entry by a further one; false where there is no such entry, or it was undone before. */
  undoOfSchool(entry: string, undoing: Signature & { readonly reason: string }): Promise<boolean>;
}

export interface Letters {
  saveDraft(letter: NewLetter): Promise<LetterRecord>;
  letter(id: string): Promise<LetterRecord | undefined>;
  /** Newest first. */
  lettersOf(pupil: string): Promise<readonly LetterRecord[]>;
  updateDraft(id: string, edit: LetterEdit): Promise<LetterOutcome>;
  /** Of several who approve at once, one is `done`; the others are `refused`. */
  approve(id: string, approval: LetterApproval): Promise<LetterOutcome>;
  markSent(id: string, sent: Signature): Promise<LetterOutcome>;
  /** Keeps the bytes of a rendered letter, in place of any there were. Throws where the letter is not stored. */
  saveFile(letter: string, format: LetterFormat, bytes: Uint8Array): Promise<void>;
  file(letter: string, format: LetterFormat): Promise<Uint8Array | undefined>;
}

export interface LastAsked {
  /** The pupil last asked about. */
  readonly pupil: string;
  readonly at: string;
}

export interface Conversation {
  /** True the first time a key (a Slack event id, a trigger id) is seen, by anyone; false ever after. */
  claimOnce(key: string, at: string): Promise<boolean>;
  /** Of whom an actor last asked in a place. */
  lastAsked(actor: string, place: string): Promise<LastAsked | undefined>;
  remember(actor: string, place: string, asked: LastAsked): Promise<void>;
  /** Keeps a value (JSON) and gives an opaque token for it, fit for a button. */
  handle(payload: unknown, at: string): Promise<string>;
  /** The value behind a token, or undefined. */
  resolve(token: string): Promise<unknown>;
}

export interface Audit {
  /** Adds to the end of the chain. */
  audit(entry: AuditEntry): Promise<ChainedAuditEntry>;
  /** In order. `checkAuditTrail` says whether it is whole. */
  auditTrail(): Promise<readonly ChainedAuditEntry[]>;
}
