/** The emoji names the page shows as pictures; any other stays as it is written. */
const emoji: Readonly<Record<string, string>> = {
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  x: '❌',
  warning: '⚠️',
  information_source: 'ℹ️',
  question: '❓',
  exclamation: '❗',
  no_entry: '⛔',
  lock: '🔒',
  bell: '🔔',
  calendar: '📅',
  spiral_calendar_pad: '🗓️',
  clock3: '🕒',
  hourglass_flowing_sand: '⏳',
  memo: '📝',
  page_facing_up: '📄',
  envelope: '✉️',
  email: '📧',
  scales: '⚖️',
  bar_chart: '📊',
  chart_with_upwards_trend: '📈',
  chart_with_downwards_trend: '📉',
  mag: '🔍',
  school: '🏫',
  wave: '👋',
  eyes: '👀',
  pencil2: '✏️',
  books: '📚',
  large_green_circle: '🟢',
  large_yellow_circle: '🟡',
  large_orange_circle: '🟠',
  red_circle: '🔴',
  white_circle: '⚪',
  arrow_right: '➡️',
  link: '🔗',
  bulb: '💡',
};

/** `:warning:` → ⚠️. */
export function withEmoji(text: string): string {
  return text.replaceAll(/:([a-z0-9_+-]+):/g, (written, name: string) => emoji[name] ?? written);
}
