import type { PolicyFile } from '../../dsl/syntax/tree.ts';
import { formatClockTime } from '../../register/clock-time.ts';
import { formatIsoDay } from '../../register/day.ts';

/** A syntax tree as a few indented lines: a node a line, small things beside it, days and times as people write them. */
export function printSyntax(file: PolicyFile): string {
  return `${file.items.flatMap((item) => nodeLines(item, '')).join('\n')}\n`;
}

type Fields = Readonly<Record<string, unknown>>;

/** Where it stands, and what is empty, say nothing. */
function fieldsOf(node: object): readonly (readonly [string, unknown])[] {
  return Object.entries(node).filter(
    ([key, value]) =>
      !/span$/i.test(key) && value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0),
  );
}

function nodeLines(node: object, label: string): readonly string[] {
  const { kind = '', ...rest } = Object.fromEntries(fieldsOf(node)) as Fields;
  const entries = Object.entries(rest);
  const small = entries.flatMap(([key, value]) => {
    const text = inline(key, value);
    return text === undefined ? [] : [`${key}: ${text}`];
  });
  const head = [label && `${label}:`, String(kind), ...small].filter((part) => part !== '').join(' ');
  const below = entries
    .filter(([key, value]) => inline(key, value) === undefined)
    .flatMap(([key, value]) => children(key, value));
  return [head, ...below.map((line) => `  ${line}`)];
}

function children(key: string, value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((each: unknown) => {
    const text = inline(key, each);
    if (text !== undefined) return [`${key}: ${text}`];
    return nodeLines(each as object, key === 'body' ? '' : key);
  });
}

/** A name, a text, a number, a day, a time: what fits beside its node. */
function inline(key: string, value: unknown): string | undefined {
  if (typeof value === 'number') return timed(key, value);
  if (typeof value === 'string') return value;
  if (value === true) return 'yes';
  if (Array.isArray(value)) {
    const texts = value.map((each: unknown) => inline(key, each));
    return texts.every((text) => text !== undefined) ? texts.join(', ') : undefined;
  }
  const fields = fieldsOf(value as object);
  const [first, second] = fields;
  if (fields.length === 1 && first![0] === 'name') return String(first![1]);
  if (fields.length === 1 && first![0] === 'text') return `“${String(first![1])}”`;
  if (fields.length === 2 && first![0] === 'kind' && second![0] === 'time') {
    const time = inline('time', second![1]);
    return time && (first![1] === 'clock' ? time : `${String(first![1])} ${time}`);
  }
  return undefined;
}

function timed(key: string, value: number): string {
  if (key === 'time' || key === 'until') return formatClockTime(value as Parameters<typeof formatClockTime>[0]);
  const isDay = (key === 'from' || key === 'to' || key === 'on' || key === 'day') && value > 10_000;
  return isDay ? formatIsoDay(value as Parameters<typeof formatIsoDay>[0]) : String(value);
}
