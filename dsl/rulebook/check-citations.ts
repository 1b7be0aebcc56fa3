import type { Misfit, Path } from './misfit.ts';
import type { CitationRow, InstrumentRow, RulebookFile } from './rulebook-file.ts';
import type { Level } from './rulebook.ts';

/** Every citation names a listed instrument; law rests on law, and guidance names the edition it was read in. */
export function checkCitations(file: RulebookFile): readonly Misfit[] {
  return [
    ...file.instruments.flatMap(withoutEdition),
    ...citationsOf(file).flatMap((cited) => unfounded(cited, file.instruments)),
  ];
}

interface Cited {
  readonly citation: CitationRow;
  readonly level: Level;
  readonly path: Path;
}

function citationsOf(file: RulebookFile): Cited[] {
  return [
    ...file.regimes.flatMap((row, index): Cited[] => [
      { citation: row.registers, level: 'law', path: ['regimes', index, 'registers'] },
      { citation: row.guidance, level: row.guidanceLevel, path: ['regimes', index, 'guidance'] },
      { citation: row.penaltyNotices, level: 'law', path: ['regimes', index, 'penaltyNotices'] },
    ]),
    ...file.codeSets.flatMap((set, setIndex): Cited[] => [
      { citation: set.citation, level: set.level, path: ['codeSets', setIndex, 'citation'] },
      ...set.codes.flatMap((row, index): Cited[] => {
        if (row.citation === undefined && row.level === undefined) return [];
        const path = ['codeSets', setIndex, 'codes', index];
        return [{ citation: row.citation ?? set.citation, level: row.level ?? set.level, path }];
      }),
    ]),
    ...file.codeChanges.map(({ citation }, index) => ({
      citation,
      level: 'information' as const,
      path: ['codeChanges', index, 'citation'],
    })),
    ...file.provisions.map(({ citation, level }, index) => ({
      citation,
      level,
      path: ['provisions', index, 'citation'],
    })),
  ];
}

function unfounded({ citation, level, path }: Cited, instruments: readonly InstrumentRow[]): Misfit[] {
  const instrument = instruments.find(({ id }) => id === citation.instrument);
  if (instrument === undefined) return [{ path, reason: `unknown instrument ${citation.instrument}` }];
  if (level === 'law' && instrument.kind !== 'law') {
    return [{ path, reason: `level is law, and ${instrument.id} is ${instrument.kind}` }];
  }
  return [];
}

function withoutEdition({ kind, edition }: InstrumentRow, index: number): Misfit[] {
  if (kind !== 'guidance' || edition !== null) return [];
  const reason = 'guidance without an edition: paragraph numbers move between editions';
  return [{ path: ['instruments', index, 'edition'], reason }];
}
