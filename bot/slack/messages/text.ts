/**
 * Text that came from people or files, made safe for mrkdwn: `<!channel>` pings nobody, no link or mention arises.
 * Slack asks for just these three characters.
 */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * A name or title, escaped and without the marks of mrkdwn, so that `*` or `_` in it changes nothing around it.
 * A character that shows nothing is put before each mark: Slack has no escape for them.
 */
export function plainly(text: string): string {
  return escape(text).replaceAll(/[*_~`]/g, (mark) => `\u200B${mark}`);
}

/** What a person typed, as Slack sends it: `&amp;`, `&lt;`, `&gt;` undone, mentions of the app taken away. */
export function typedText(text: string): string {
  return text
    .replaceAll(/<@[A-Z0-9]+(?:\|[^>]*)?>/g, ' ')
    .replaceAll(/<(?:https?:\/\/|mailto:|tel:)[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(/[*_~`]/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/**
 * Text for `plain_text`, which holds no markup and yet is decoded by some clients: signs that could open a mention
 * become their look-alikes.
 */
export function plainWords(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›');
}
