/** How people say that an act of each verb was done, where it is not the verb with `ed`. */
const irregular: Readonly<Record<string, string>> = {
  send: 'sent',
  hold: 'held',
  tell: 'told',
  give: 'gave',
  take: 'took',
  meet: 'met',
  write: 'wrote',
  make: 'made',
  keep: 'kept',
  set: 'set',
  refer: 'referred',
  notify: 'notified',
};

/** `called` of `call`, `sent` of `send`: the verb as someone writes down what they did. */
export function pastOf(verb: string): string {
  const [first = '', ...rest] = verb.split(' ');
  const past = irregular[first] ?? (first.endsWith('e') ? `${first}d` : `${first}ed`);
  return [past, ...rest].join(' ');
}
