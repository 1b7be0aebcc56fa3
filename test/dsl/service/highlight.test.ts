import { expect, test } from 'vitest';
import { service } from './at-cursor.ts';

function check(text: string, wanted: string): void {
  const found = service.highlight({ name: 'test.att', text });
  expect(found.map(({ kind, span }) => `${text.slice(span.start, span.end)}:${kind}`).join(' ')).toBe(wanted);
}

test('a declaration', () => {
  check(
    'threshold t "T" is no session coded U // c',
    'threshold:head t:name "T":text is:structure no:comparator session:unit coded:class U:code // c:comment',
  );
});

test('a sentence: verbs stand after a strength, participles after a name', () => {
  check(
    'office will send order to parents if order sent',
    'office:name will:strength send:verb order:name to:connective parents:name if:connective order:name sent:participle',
  );
});

test('literals and codes', () => {
  check(
    'suppose U on 2 October 2023 at 08:40',
    'suppose:head U:code on:connective 2 October 2023:date at:connective 08:40:time',
  );
});
