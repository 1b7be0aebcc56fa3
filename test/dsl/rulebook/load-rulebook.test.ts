import { describe, expect, test } from 'vitest';
import { loadRulebook } from '../../../dsl/rulebook/load-rulebook.ts';
import { isoDay } from '../../../register/day.ts';
import { expectRefusal, loadOne, soundRulebook } from './marked-rulebook.ts';

describe('a sound rulebook', () => {
  const loaded = loadOne(soundRulebook);
  const rulebook = loaded.kind === 'rulebook' ? loaded.rulebook : undefined;

  test('dates become days, an open end undefined, a citation is written out', () => {
    expect(rulebook?.provisions).toEqual([
      {
        id: 'REG-OPEN',
        title: 'The register closes',
        field: 'register.open_minutes',
        relation: 'at most',
        value: { kind: 'quantity', number: 30, unit: 'minutes' },
        from: isoDay('2024-08-19'),
        to: undefined,
        inForce: { from: '2024-08-19', to: null },
        level: 'law',
        citation: {
          kind: 'law',
          instrument: 'Regulations',
          title: 'The Regulations',
          edition: null,
          place: 'reg. 10',
          link: 'https://law.example/1',
        },
        confidence: 'confirmed',
      },
    ]);
  });

  test('a code takes from its set what it does not say itself', () => {
    expect(rulebook?.codes[0]).toEqual({
      code: 'J',
      title: 'Interview',
      meaning: 'approved educational activity',
      late: false,
      sensitive: false,
      from: isoDay('2013-09-01'),
      to: isoDay('2024-08-18'),
      countsToPenalty: false,
      level: 'non-statutory guidance',
      citation: {
        kind: 'guidance',
        instrument: 'Guidance',
        title: 'The guidance',
        edition: 'May 2022',
        place: null,
        link: null,
      },
      confidence: 'from memory',
    });
  });
});

describe('refused for its shape', () => {
  test('an unknown relation', () => {
    expectRefusal([
      'relation: at most',
      'relation: at mots #! unknown relation "at mots": one of at most, at least, exactly, between, includes, forbids, one of, states',
    ]);
  });

  test('no citation', () => {
    expectRefusal(
      ['- id: REG-OPEN', '- id: REG-OPEN #! missing citation'],
      ['    citation: { instrument: Regulations, place: reg. 10 }\n', ''],
    );
  });

  test('an unknown unit, and the rest of the list is still read', () => {
    expectRefusal(
      [
        'unit: minutes }',
        'unit: mins } #! unknown unit "mins": one of minutes, hours, sessions, school days, working days, calendar days, school weeks, calendar weeks, months, years, pounds, per cent, penalty notices, people, times a month',
      ],
      [
        'level: law',
        'level: binding #! unknown level "binding": one of law, statutory guidance, non-statutory guidance, local, information',
      ],
    );
  });

  test('a value without its unit', () => {
    expectRefusal([', unit: minutes }', ' } #! missing unit']);
  });

  test('a value of an unknown kind, and of none', () => {
    expectRefusal(['kind: quantity', 'kind: number'], ['minutes }', 'minutes } #! unknown kind of value "number"']);
    expectRefusal(['kind: quantity, ', ''], ['minutes }', 'minutes } #! missing kind of value']);
  });

  test('a misspelt key', () => {
    expectRefusal([
      'title: Absent, meaning: unauthorised absence }',
      'title: Absent, meaning: unauthorised absence, lat: true } #! unknown key lat',
    ]);
  });

  test('a date the calendar does not have', () => {
    expectRefusal(['from: 2024-08-19', 'from: 2024-02-30 #! from is "2024-02-30", which the calendar does not have']);
  });

  test('a code that is no code', () => {
    expectRefusal([
      "{ code: 'O', title: Absent, meaning: unauthorised absence }",
      '{ code: \'late\', title: Absent, meaning: unauthorised absence } #! code is "late", which is not how a code is written',
    ]);
  });

  test('an unknown statistical meaning', () => {
    expectRefusal([
      'meaning: unauthorised absence }',
      'meaning: absent } #! unknown meaning "absent": one of present, approved educational activity, authorised absence, unauthorised absence, not a possible attendance, not collected',
    ]);
  });

  test('another nation', () => {
    expectRefusal(['nation: England', 'nation: Wales #! nation is "Wales": only "England" is known']);
  });

  test('a link that does not lead to the web', () => {
    expectRefusal([
      'link: https://law.example/1 }',
      'link: law.example } #! link is "law.example", which is not how a link is written',
    ]);
  });
});

describe('refused for what the shape cannot say', () => {
  test('dates that cross', () => {
    expectRefusal([
      'from: 2024-08-19\n    to: ~',
      'from: 2024-08-19\n    to: 2024-08-18 #! dates cross: ends on 2024-08-18, before it begins on 2024-08-19',
    ]);
  });

  test('a single day in force is allowed', () => {
    const text = soundRulebook.replace('from: 2024-08-19\n    to: ~', 'from: 2024-08-19\n    to: 2024-08-19');
    expect(loadOne(text).kind).toBe('rulebook');
  });

  const second = (dates: string, mark: string) =>
    `    confidence: confirmed
  - id: REG-OPEN ${mark}
    title: The register closes
    field: register.open_minutes
    relation: at most
    value: { kind: quantity, number: 40, unit: minutes }
    ${dates}
    level: law
    citation: { instrument: Regulations, place: reg. 10 }
    confidence: confirmed
`;
  const last = '    citation: { instrument: Regulations, place: reg. 10 }\n    confidence: confirmed\n';
  const reworded = (text: string) => last.replace('    confidence: confirmed\n', () => text);

  test('one id twice on the same day', () => {
    expectRefusal([
      last,
      reworded(
        second(
          'from: not known\n    to: 2024-08-19',
          '#! duplicate id REG-OPEN: an earlier entry is in force from 2024-08-19 on',
        ),
      ),
    ]);
  });

  test('one id again over other days is allowed', () => {
    const text = soundRulebook.replace(last, () => reworded(second('from: not known\n    to: 2024-08-18', '')));
    expect(loadOne(text).kind).toBe('rulebook');
  });

  test('one instrument listed twice', () => {
    expectRefusal([
      'regimes:',
      `  - { id: Guidance, kind: guidance, title: Other, edition: '2', link: ~ } #! duplicate id Guidance
regimes:`,
    ]);
  });

  test('one letter twice in a set', () => {
    expectRefusal([
      'provisions:',
      `      - { code: 'J', title: Other, meaning: present } #! code J overlaps an earlier entry of the same code, in force from 2013-09-01 to 2024-08-18
provisions:`,
    ]);
  });

  const newCodes = (from: string, mark: string) => `  - id: new codes
    from: ${from}
    to: ~
    level: law
    citation: { instrument: Regulations, place: ~ }
    confidence: confirmed
    codes:
      - { code: 'O', title: Absent, meaning: unauthorised absence } ${mark}
provisions:`;

  test('one letter in two sets that share their last and first day', () => {
    expectRefusal([
      'provisions:',
      newCodes(
        '2024-08-18',
        '#! code O overlaps an earlier entry of the same code, in force from 2013-09-01 to 2024-08-18',
      ),
    ]);
  });

  test('one letter in two sets that meet is allowed', () => {
    const text = soundRulebook.replace('provisions:', newCodes('2024-08-19', ''));
    expect(loadOne(text).kind).toBe('rulebook');
  });

  test('two regimes on the same day', () => {
    expectRefusal([
      'codeSets:',
      `  - id: R-2 #! overlaps an earlier regime, in force from 2013-09-01 on
    title: The second
    from: 2024-08-19
    to: ~
    registers: { instrument: Regulations, place: ~ }
    guidance: { instrument: Guidance, place: ~ }
    guidanceLevel: statutory guidance
    penaltyNotices: { instrument: Regulations, place: ~ }
    confidence: confirmed
codeSets:`,
    ]);
  });

  test('an instrument that nobody listed', () => {
    expectRefusal([
      'citation: { instrument: Regulations, place: reg. 10 }',
      'citation: { instrument: Regulation, place: reg. 10 } #! unknown instrument Regulation',
    ]);
  });

  test('guidance passed off as law', () => {
    expectRefusal([
      'citation: { instrument: Regulations, place: reg. 10 }',
      'citation: { instrument: Guidance, place: ¶10 } #! level is law, and Guidance is guidance',
    ]);
  });

  test('guidance without its edition', () => {
    expectRefusal([
      'edition: May 2022, link: ~ }',
      'edition: ~, link: ~ } #! guidance without an edition: paragraph numbers move between editions',
    ]);
  });

  test('a code that says it is law, cited from guidance', () => {
    expectRefusal([
      "{ code: 'O', title: Absent, meaning: unauthorised absence }",
      "{ code: 'O', title: Absent, meaning: unauthorised absence, level: law } #! level is law, and Guidance is guidance",
    ]);
  });

  test('a relation with a value it cannot take', () => {
    expectRefusal([
      'relation: at most\n    value: { kind: quantity, number: 30, unit: minutes }',
      'relation: between\n    value: { kind: quantity, number: 30, unit: minutes } #! relation between takes range, not quantity',
    ]);
  });

  test('codes that are not in force while the provision is', () => {
    expectRefusal([
      'relation: at most\n    value: { kind: quantity, number: 30, unit: minutes }',
      "relation: includes\n    value: { kind: codes, codes: ['O'] } #! code O is not in force from 2024-08-19 on",
    ]);
  });
});

describe('refused as YAML', () => {
  test('an unclosed quotation', () => {
    const text = "nation: England\ncompiled: '2026-11-22\n";
    const loaded = loadOne(text);
    expect(loaded).toEqual({
      kind: 'problems',
      problems: [{ file: 'test.yaml', line: 3, reason: expect.stringMatching(/^Missing closing 'quote/) as string }],
    });
  });

  test('one key twice', () => {
    expectRefusal(['compiled: 2026-11-22', 'compiled: 2026-11-22\nnation: England #! Map keys must be unique']);
  });

  test('an alias of an anchor that nobody set', () => {
    expectRefusal([
      'citation: { instrument: Regulations, place: reg. 10 }',
      'citation: *table1 #! no anchor &table1 before this alias',
    ]);
  });

  test('nothing at all', () => {
    expect(loadOne('')).toEqual({
      kind: 'problems',
      problems: [{ file: 'test.yaml', line: 1, reason: 'rulebook is null: expected object' }],
    });
  });
});

describe('dates that are known in part', () => {
  const loaded = (from: string) => {
    const found = loadOne(soundRulebook.replace('from: 2024-08-19\n    to: ~', `from: ${from}\n    to: ~`));
    return found.kind === 'rulebook' ? found.rulebook.provisions[0] : found;
  };

  test.each([
    ["'2007'", isoDay('2007-01-01'), '2007'],
    ['2001-03', isoDay('2001-03-01'), '2001-03'],
    ['not known', undefined, 'not known'],
  ])('%s counts from its first day, and is shown as written', (from, first, shown) => {
    expect(loaded(from)).toMatchObject({ from: first, inForce: { from: shown, to: null } });
  });

  test.each([
    ['2007', 'from is 2007: expected string'],
    ['soon', 'from is "soon", which is no date such as 2024-08-19, 2001-03 or 2007, and not "not known"'],
    ['2024-13', 'from is "2024-13", which the calendar does not have'],
    ['~', 'from is null: expected string'],
  ])('%s is refused', (from, reason) => {
    expectRefusal(['from: 2024-08-19\n    to: ~', `from: ${from} #! ${reason}\n    to: ~`]);
  });
});

describe('what a provision says of whom it binds and how it is read', () => {
  const level = '    level: law\n    citation: { instrument: Regulations, place: reg. 10 }';
  const added = (line: string): readonly [string, string] => [level, `    ${line}\n${level}`];

  test.each([
    ['elsewhere: statutory guidance #! elsewhere without schools: it holds of every kind of school'],
    [
      'schools: [academies] #! unknown schools "academies": one of maintained, academy, independent, non-maintained special',
    ],
    ['mustSay: false #! mustSay is false: only true is known'],
    ['about: [\'+ register\'] #! about is "+ register", which is not how a about is written'],
    ['about: [] #! about has too few entries: at least 1'],
    ['schoolYears: [2021] #! schoolYears is 2021: expected string'],
    ['schoolYears: [\'2021-22\'] #! schoolYears is "2021-22", which is not how a schoolYears is written'],
  ])('%s', (line) => {
    expectRefusal(added(line));
  });

  test('a thing of a list that nobody can say', () => {
    expectRefusal([
      'relation: at most\n    value: { kind: quantity, number: 30, unit: minutes }',
      'relation: includes\n    value: { kind: list, items: [{ name: reason }] } #! missing said',
    ]);
  });
});

describe('what the codes became', () => {
  const changes = (row: string) =>
    `codeChanges:
  - on: 2024-08-19
    citation: { instrument: Guidance, place: ~ }
    added: ['J1']
    confidence: confirmed
    changes:
      - ${row}
provisions:`;
  const newSet = `  - id: new codes
    from: 2024-08-19
    to: ~
    level: law
    citation: { instrument: Regulations, place: ~ }
    confidence: confirmed
    codes:
      - { code: 'J1', title: Interview, meaning: authorised absence }
      - { code: 'O', title: Absent, meaning: unauthorised absence }
`;

  test('a change that names codes of both sets is sound', () => {
    const row = "{ code: 'J', change: renamed, to: ['J1'], confidence: confirmed }";
    expect(loadOne(soundRulebook.replace('provisions:', newSet + changes(row))).kind).toBe('rulebook');
  });

  test.each([
    ["{ code: 'K', change: renamed, to: ['J1'], confidence: confirmed } #! code K is not in force on 2024-08-18"],
    ["{ code: 'J', change: renamed, to: ['J2'], confidence: confirmed } #! code J2 is not in force on 2024-08-19"],
    [
      "{ code: 'J', change: removed, to: ['J1', 'O'], confidence: confirmed } #! code J becomes one of several codes: byPerson is missing",
    ],
    [
      "{ code: 'J', change: lost, to: ['J1'], confidence: confirmed } #! unknown change \"lost\": one of renamed, removed, narrowed, reworded",
    ],
  ])('%s', (row) => {
    expectRefusal(['provisions:', newSet + changes(row)]);
  });
});

describe('a rulebook in several files', () => {
  const [head, provisions] = soundRulebook.split(/(?=^provisions:)/m) as [string, string];
  const load = (...texts: readonly string[]) =>
    loadRulebook(texts.map((text, index) => ({ name: `${'abc'[index]}.yaml`, text })));

  test('is one rulebook', () => {
    expect(load(head, provisions)).toEqual(loadOne(soundRulebook));
  });

  test('an id twice names both files', () => {
    expect(load(head, provisions, `# another\n${provisions}`)).toEqual({
      kind: 'problems',
      problems: [
        {
          file: 'c.yaml',
          line: 3,
          reason: 'duplicate id REG-OPEN: an earlier entry is in force from 2024-08-19 on (b.yaml:2)',
        },
      ],
    });
  });

  test('the problems of each file stand at its own lines', () => {
    const other = provisions.replace('REG-OPEN', 'REG-SHUT').replace('instrument: Regulations', 'instrument: Rules');
    const loaded = load(head, provisions.replace('to: ~', 'to: 2024-01-01'), other);
    expect(loaded.kind === 'problems' && loaded.problems).toEqual([
      { file: 'b.yaml', line: 8, reason: 'dates cross: ends on 2024-01-01, before it begins on 2024-08-19' },
      { file: 'c.yaml', line: 10, reason: 'unknown instrument Rules' },
    ]);
  });

  test('the nation and the day are said once', () => {
    expect(load(provisions)).toMatchObject({
      problems: [
        { file: 'a.yaml', line: 1, reason: 'missing nation' },
        { file: 'a.yaml', line: 1, reason: 'missing compiled' },
      ],
    });
    expect(load(head, `nation: England\n${provisions}`)).toMatchObject({
      problems: [{ file: 'b.yaml', line: 1, reason: 'nation is said in another file already' }],
    });
  });

  test('a file that is no YAML keeps nothing from being told of the others', () => {
    expect(load(head, 'provisions: [')).toMatchObject({ kind: 'problems', problems: [{ file: 'b.yaml' }] });
  });
});
