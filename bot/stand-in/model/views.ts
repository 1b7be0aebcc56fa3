import type { Fields } from '../block-kit/problems.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { Ids } from './ids.ts';
import type { Block } from './messages.ts';

/** A modal, or a person's home tab. */
export interface View {
  readonly id: string;
  readonly kind: 'modal' | 'home';
  readonly user: string;
  /** Changes with every update, so that a stale update can be refused. */
  readonly hash: string;
  readonly callbackId: string;
  readonly externalId: string;
  readonly privateMetadata: string;
  readonly title: string;
  /** The words on the button that submits; undefined when there is none. */
  readonly submit: string | undefined;
  readonly close: string | undefined;
  readonly notifyOnClose: boolean;
  readonly blocks: readonly Block[];
  readonly rootViewId: string;
  readonly previousViewId: string | undefined;
  /** What the app found wrong with the last submission, by block. */
  readonly errors: Readonly<Record<string, string>>;
}

export interface Views {
  /** Puts a modal on top of what this person sees; Slack allows three deep. */
  push(user: string, content: ViewContent): View;
  publish(user: string, content: ViewContent): View;
  update(id: string, content: ViewContent): View | undefined;
  setErrors(id: string, errors: Readonly<Record<string, string>>): void;
  /** Takes away the top modal, or all of them. */
  close(user: string, which: 'top' | 'all'): void;
  find(id: string): View | undefined;
  byExternalId(externalId: string): View | undefined;
  /** The open modals of a person, the one on top last. */
  modals(user: string): readonly View[];
  home(user: string): View | undefined;
}

export type ViewContent = Omit<View, 'id' | 'kind' | 'user' | 'hash' | 'rootViewId' | 'previousViewId' | 'errors'>;

/** What the app sent, read into a view's content; it has been checked before. */
export function viewContent(view: Fields, blocks: readonly Block[]): ViewContent {
  const string = (field: string): string => (typeof view[field] === 'string' ? view[field] : '');
  return {
    callbackId: string('callback_id'),
    externalId: string('external_id'),
    privateMetadata: string('private_metadata'),
    title: plainText(view['title']) ?? '',
    submit: plainText(view['submit']),
    close: plainText(view['close']),
    notifyOnClose: view['notify_on_close'] === true,
    blocks,
  };
}

export function createViews(ids: Ids, feed: ChangeFeed): Views {
  const stacks = new Map<string, readonly View[]>();
  const homes = new Map<string, View>();
  const modals = (user: string): readonly View[] => stacks.get(user) ?? [];
  const every = (): readonly View[] => [...stacks.values(), [...homes.values()]].flat();
  const find = (id: string): View | undefined => every().find((view) => view.id === id);

  function place(view: View): View {
    if (view.kind === 'home') homes.set(view.user, view);
    else if (find(view.id))
      stacks.set(
        view.user,
        modals(view.user).map((one) => (one.id === view.id ? view : one)),
      );
    else stacks.set(view.user, [...modals(view.user), view]);
    feed.changed({ kind: 'views', user: view.user });
    return view;
  }

  return {
    push(user, content) {
      const id = ids.id('V');
      const below = modals(user);
      const rootViewId = below[0]?.id ?? id;
      const previousViewId = below.at(-1)?.id;
      return place({ ...content, id, kind: 'modal', user, hash: ids.secret(), rootViewId, previousViewId, errors: {} });
    },
    publish(user, content) {
      const id = homes.get(user)?.id ?? ids.id('V');
      const own = { rootViewId: id, previousViewId: undefined, errors: {} };
      return place({ ...content, ...own, id, kind: 'home', user, hash: ids.secret() });
    },
    update(id, content) {
      const old = find(id);
      return old && place({ ...old, ...content, hash: ids.secret(), errors: {} });
    },
    setErrors(id, errors) {
      const old = find(id);
      if (old) place({ ...old, errors });
    },
    close(user, which) {
      stacks.set(user, which === 'all' ? [] : modals(user).slice(0, -1));
      feed.changed({ kind: 'views', user });
    },
    find,
    byExternalId: (externalId) => every().find((view) => externalId !== '' && view.externalId === externalId),
    modals,
    home: (user) => homes.get(user),
  };
}

function plainText(value: unknown): string | undefined {
  const text = typeof value === 'object' && value !== null && 'text' in value ? value.text : undefined;
  return typeof text === 'string' ? text : undefined;
}
