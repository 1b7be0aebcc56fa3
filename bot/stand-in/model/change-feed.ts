/** Something a person looking at the workspace would see change. */
export type Change =
  | { readonly kind: 'messages'; readonly channel: string }
  | { readonly kind: 'files' }
  | { readonly kind: 'views'; readonly user: string };

export interface ChangeFeed {
  /** Calls back after every change until the returned function is called. */
  onChange(listener: (change: Change) => void): () => void;
  changed(change: Change): void;
}

export function createChangeFeed(): ChangeFeed {
  const listeners = new Set<(change: Change) => void>();
  return {
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    changed(change) {
      for (const listener of listeners) listener(change);
    },
  };
}
