/** How the app is connected to Slack: by a socket that it opens itself, or by requests that Slack sends and signs. */
export type SlackSettings =
  | { readonly kind: 'socket'; readonly botToken: string; readonly appToken: string }
  | { readonly kind: 'http'; readonly botToken: string; readonly signingSecret: string };
