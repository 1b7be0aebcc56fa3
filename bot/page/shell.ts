import type { StandIn } from '../stand-in/index.ts';
import type { Suggestions } from './create-page.ts';

/** The page before its script has filled it. */
export function shell(slack: StandIn, suggestions: Suggestions): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(slack.app.name)} – ${escape(slack.team.name)}</title>
<link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script>
</head>
<body data-suggestions="${escape(JSON.stringify(suggestions))}">
<noscript>This page needs JavaScript.</noscript>
<div id="page" class="whole"></div>
</body>
</html>
`;
}

function escape(text: string): string {
  const codes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (character) => codes[character] ?? '');
}
