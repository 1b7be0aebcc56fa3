import type { Day } from '../../register/day.ts';
import { isoDay } from '../../register/day.ts';
import { firstDayOf } from './row-dates.ts';
import { datesOf } from './rulebook-file.ts';
import type { CitationRow, CodeRow, CodeSetRow, DatedRow, InstrumentRow, RulebookFile } from './rulebook-file.ts';
import type { Citation, CodeEntry, Dated, Rulebook } from './rulebook.ts';

/** Rulebook files that passed the schema and every check → Rulebook: dates become Days, citations are written out. */
export function buildRulebook(file: RulebookFile): Rulebook {
  const cite = citer(file.instruments);
  return {
    nation: file.nation,
    compiled: isoDay(file.compiled),
    periods: file.regimes.map((row) => ({
      ...row,
      ...days(row),
      registers: cite(row.registers),
      guidance: cite(row.guidance),
      penaltyNotices: cite(row.penaltyNotices),
    })),
    codes: file.codeSets.flatMap((set) => set.codes.map((row) => codeEntry(set, row, cite))),
    codeChanges: file.codeChanges.map((row) => ({ ...row, on: isoDay(row.on), citation: cite(row.citation) })),
    provisions: file.provisions.map((row) => ({
      ...row,
      ...days(row),
      inForce: { from: row.from, to: row.to },
      citation: cite(row.citation),
    })),
  };
}

type Cite = (row: CitationRow) => Citation;

function codeEntry(set: CodeSetRow, row: CodeRow, cite: Cite): CodeEntry {
  return {
    code: row.code,
    title: row.title,
    meaning: row.meaning,
    late: row.late ?? false,
    sensitive: row.sensitive ?? false,
    ...days(datesOf(set, row)),
    countsToPenalty: row.countsToPenalty ?? false,
    level: row.level ?? set.level,
    citation: cite(row.citation ?? set.citation),
    confidence: row.confidence ?? set.confidence,
  };
}

function citer(instruments: readonly InstrumentRow[]): Cite {
  return (row) => {
    const found = instruments.find(({ id }) => id === row.instrument);
    if (found === undefined) throw new Error(`no instrument ${row.instrument}: the checks come before the build`);
    const { kind, title, edition, link } = found;
    return { kind, instrument: row.instrument, title, edition, place: row.place, link };
  };
}

function days(row: DatedRow): Dated {
  return { from: dayOrOpen(firstDayOf(row.from)), to: dayOrOpen(row.to) };
}

function dayOrOpen(text: string | null): Day | undefined {
  return text === null ? undefined : isoDay(text);
}
