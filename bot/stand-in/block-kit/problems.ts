/** Something Slack would refuse: what is wrong, and where, as a JSON pointer. */
export interface BlockProblem {
  readonly pointer: string;
  readonly message: string;
}

export type Fields = Readonly<Record<string, unknown>>;

/** `[ERROR] no more than 50 items allowed [json-pointer:/blocks]`, the form in which Slack names a problem. */
export function printProblem(problem: BlockProblem): string {
  return `[ERROR] ${problem.message} [json-pointer:${problem.pointer}]`;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Collects problems while a payload is walked; every check says whether the value may be looked at further. */
export interface Checker {
  readonly problems: BlockProblem[];
  say(pointer: string, message: string): void;
  /** A string of 1 to `max` characters; absent is allowed unless `required`. */
  string(of: Fields, field: string, pointer: string, max: number, required?: boolean): void;
  /** A text object of one of these kinds, 1 to `max` characters. */
  text(of: Fields, field: string, pointer: string, max: number, kinds: readonly TextKind[], required?: boolean): void;
  /** The same, for a text object that is itself an item of an array. */
  textAt(value: unknown, pointer: string, max: number, kinds: readonly TextKind[]): void;
  /** An array of `min` to `max` objects, each given to `each`. */
  list(
    of: Fields,
    field: string,
    pointer: string,
    bounds: { readonly min: number; readonly max: number },
    each: (item: Fields, pointer: string) => void,
  ): void;
  /** No property beyond these. */
  only(of: Fields, pointer: string, allowed: readonly string[]): void;
}

export type TextKind = 'plain_text' | 'mrkdwn';

export function createChecker(): Checker {
  const problems: BlockProblem[] = [];
  const say = (pointer: string, message: string): void => void problems.push({ pointer, message });

  function checkLength(value: string, pointer: string, max: number): void {
    if (value.length === 0) say(pointer, 'must be more than 0 characters');
    if (value.length > max) say(pointer, `must be less than ${max + 1} characters`);
  }

  function present(of: Fields, field: string, pointer: string, required: boolean): boolean {
    if (of[field] !== undefined && of[field] !== null) return true;
    if (required) say(pointer, `missing required field: ${field}`);
    return false;
  }

  return {
    problems,
    say,
    string(of, field, pointer, max, required = false) {
      if (!present(of, field, pointer, required)) return;
      const value = of[field];
      if (typeof value === 'string') checkLength(value, `${pointer}/${field}`, max);
      else say(`${pointer}/${field}`, 'must be a string');
    },
    text(of, field, pointer, max, kinds, required = false) {
      if (!present(of, field, pointer, required)) return;
      checkText(of[field], `${pointer}/${field}`, max, kinds);
    },
    textAt: checkText,
    list(of, field, pointer, bounds, each) {
      if (!present(of, field, pointer, true)) return;
      const value = of[field];
      const at = `${pointer}/${field}`;
      if (!Array.isArray(value)) return say(at, 'must be an array');
      if (value.length < bounds.min) say(at, `no fewer than ${bounds.min} items allowed`);
      if (value.length > bounds.max) say(at, `no more than ${bounds.max} items allowed`);
      value.forEach((item: unknown, index) => {
        if (isFields(item)) each(item, `${at}/${index}`);
        else say(`${at}/${index}`, 'must provide an object');
      });
    },
    only(of, pointer, allowed) {
      for (const field of Object.keys(of)) {
        if (!allowed.includes(field)) say(pointer, `invalid additional property: ${field}`);
      }
    },
  };

  function checkText(value: unknown, pointer: string, max: number, kinds: readonly TextKind[]): void {
    if (!isFields(value)) return say(pointer, 'must provide an object');
    const kind = kinds.find((one) => one === value['type']);
    if (kind === undefined) return say(`${pointer}/type`, `must be one of: ${kinds.join(', ')}`);
    const allowed = kind === 'plain_text' ? ['type', 'text', 'emoji'] : ['type', 'text', 'verbatim'];
    for (const field of Object.keys(value)) {
      if (!allowed.includes(field)) say(pointer, `invalid additional property: ${field}`);
    }
    if (typeof value['text'] === 'string') checkLength(value['text'], `${pointer}/text`, max);
    else say(pointer, 'missing required field: text');
  }
}
