/**
 * The columns of every table, the same on both databases. Days are whole numbers (see `Day`), `half` is 0 for AM and
 * 1 for PM, yes and no are 1 and 0, instants and JSON are text.
 */
export interface Tables {
  readonly att_version: { number: number };
  readonly school: { id: string; name: string; policy: string; facts: string };
  readonly school_year: { school: string; from_day: number; to_day: number; content: string };
  readonly pupil: PupilRow;
  readonly adult: AdultRow;
  readonly mark: MarkRow;
  readonly amendment: AmendmentRow;
  readonly quarantine: QuarantineRow;
  readonly import_run: {
    id: string;
    school: string;
    source: string;
    profile: string;
    by: string;
    at: string;
    outcome: string;
  };
  readonly case_entry: { id: string; pupil: string; place: number; recorded_at: string; content: string };
  readonly case_undo: { entry: string; by: string; at: string; reason: string };
  readonly school_entry: { id: string; school: string; place: number; recorded_at: string; content: string };
  readonly school_undo: { entry: string; by: string; at: string; reason: string };
  readonly letter: LetterRow;
  readonly letter_file: { letter: string; format: string; bytes: Uint8Array };
  readonly claim: { key: string; at: string };
  readonly last_asked: { actor: string; place: string; pupil: string; at: string };
  readonly handle: { token: string; payload: string; at: string };
  readonly audit: AuditRow;
  readonly audit_head: { id: number; number: number; hash: string };
}

export interface PupilRow {
  id: string;
  school: string;
  upn: string;
  surname: string;
  forename: string;
  date_of_birth: number | null;
  year_group: string;
  registration_group: string;
  on_roll_from: number | null;
  on_roll_to: number | null;
  family: string | null;
  facts: string;
}

export interface AdultRow {
  id: string;
  pupil: string;
  /** Order in the file. */
  place: number;
  title: string;
  forename: string;
  surname: string;
  relation: string;
  parental_responsibility: number;
  day_to_day_care: number;
  address: string;
  postcode: string;
  do_not_send: number;
}

export interface MarkRow {
  pupil: string;
  day: number;
  half: number;
  /** As it stands now. */
  code: string;
  minutes_late: number | null;
  /** When the first entry was recorded; later ones are amendments. */
  recorded_at: string;
  /** The import that brought the entry that stands now. */
  import_run: string;
}

export interface AmendmentRow {
  pupil: string;
  day: number;
  half: number;
  /** 1, 2, 3 … for one session. */
  number: number;
  original: string;
  amended: string;
  original_minutes: number | null;
  amended_minutes: number | null;
  reason: string;
  at: string;
  by: string;
}

export interface QuarantineRow {
  pupil: string;
  day: number;
  half: number;
  code: string;
  row: number;
  source: string;
  at: string;
  settled_at: string | null;
}

export interface LetterRow {
  id: string;
  /** Order of drafting. */
  place: number;
  school: string;
  pupil: string;
  paper: string;
  adults: string;
  content: string;
  evidence: string;
  state: string;
  revision: number;
  drafted_by: string;
  drafted_at: string;
  approved_by: string | null;
  approved_at: string | null;
  sent_by: string | null;
  sent_at: string | null;
  override_reason: string | null;
}

export interface AuditRow {
  number: number;
  at: string;
  actor: string;
  place: string;
  action: string;
  pupil: string | null;
  school: string | null;
  detail: string;
  previous: string;
  hash: string;
}
