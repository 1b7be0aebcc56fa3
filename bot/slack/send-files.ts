import type { LetterFile } from '../answers/answer.ts';
import { escape } from './messages/text.ts';
import type { Client } from './place.ts';
import type { Services } from './services.ts';

/**
 * Sends the files of a letter to a direct message, in the two steps Slack asks for, all with one message. No file can
 * be ephemeral, so they go nowhere else.
 */
export async function sendFiles(
  client: Client,
  direct: string,
  files: readonly LetterFile[],
  title: string,
  { file }: Pick<Services, 'file'>,
): Promise<void> {
  const uploads = await Promise.all(
    files.map(async ({ letter, format, name, addressee }) => {
      const bytes = await file(letter, format);
      if (!bytes) throw new Error('A file of an approved letter is not in the store.');
      return { file: Buffer.from(bytes), filename: name, title: `${title} to ${addressee}` };
    }),
  );
  const initial_comment = `${escape(title)}, ready to print or to edit in Word. Nothing has been sent to anyone.`;
  await client.files.uploadV2({ channel_id: direct, initial_comment, file_uploads: uploads });
}
