import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pings } from '../../../bot/stand-in/index.ts';
import { isoDay } from '../../../register/day.ts';
import {
  guests,
  lead,
  open,
  pastoral,
  shared,
  startDoor,
  stranger,
  tutor,
  until,
  type Door,
  type Road,
} from './door.ts';

describe.each<Road>(['socket', 'http'])('by %s', (road) => {
  let door: Door;
  beforeAll(async () => {
    door = await startDoor(road);
  });
  afterAll(() => door.stop());

  /** What the person newly sees in a channel after doing something. */
  async function led(does: () => Promise<unknown>, channel: string, user = lead): Promise<string> {
    const before = door.slack.messages(channel, user).length;
    await does();
    const isNew = () => {
      const now = door.slack.messages(channel, user);
      return now.length > before && now.at(-1)?.user === door.slack.app.botUserId;
    };
    await until(isNew, 'an answer');
    return door.said(channel, user);
  }

  test('a direct message', async () => {
    expect(await door.ask('stage for Amira Khan')).toMatch(/^# Amira Khan \(5B\): Serious concerns since /);
  });

  test('a command in a channel: the answer goes to the direct message, and the channel is told so alone', async () => {
    const { id } = door.slack.direct(lead);
    const answer = await led(() => door.slack.slash(lead, open, '/attendance', 'what next for amira kahn'), id);
    expect(answer).toContain('Amira Khan (5B)');
    await until(() => door.lastMessage(open).visibleTo === lead, 'word in the channel');
    expect(door.said(open)).toBe('I have answered in our direct message, where nobody else reads along.\n\n');
    expect(JSON.stringify(door.slack.messages(open, stranger))).not.toContain('Amira');
  });

  test('a command without a question asks for help, and help is given where it was asked', async () => {
    expect(await led(() => door.slack.slash(lead, open, '/attendance', ''), open)).toContain('`stage for Amira Khan`');
    expect(door.lastMessage(open).visibleTo).toBe(lead);
  });

  test('a mention in a private channel', async () => {
    const { id } = door.slack.direct(tutor);
    const answer = await led(() => door.slack.mention(tutor, pastoral, 'stage for Amira Khan'), id, tutor);
    expect(answer).toContain('Serious concerns');
    expect(JSON.stringify(door.slack.messages(pastoral, lead))).not.toContain('Serious');
  });

  test('“why” asked in a channel is of whom was last asked in the direct message', async () => {
    await door.ask('stage for Amira Khan', tutor);
    const { id } = door.slack.direct(tutor);
    expect(await led(() => door.slack.slash(tutor, open, '/attendance', 'why?'), id, tutor)).toContain('Amira Khan');
  });

  test.each([
    ['shared with another organisation', shared],
    ['with a guest in it', guests],
  ])('a channel %s: nothing of a pupil, there or elsewhere', async (_kind, channel) => {
    const { id } = door.slack.direct(lead);
    const before = door.slack.messages(id, lead).length;
    const said = await led(() => door.slack.mention(lead, channel, 'stage for Amira Khan'), channel);
    expect(said).toContain('I say nothing about pupils here');
    expect(door.slack.messages(id, lead).length).toBe(before);
  });

  test('a channel that the app is not in counts as open to anyone', async () => {
    const said = await led(() => door.slack.slash(lead, 'C0NOAPP', '/attendance', 'stage for Amira Khan'), 'C0NOAPP');
    expect(said).toContain('I say nothing about pupils here');
  });

  test('a channel that Slack does not describe counts as open to anyone', async () => {
    door.slack.failNext('conversations.info', 'internal_error');
    const said = await led(() => door.slack.mention(lead, open, 'stage for Amira Khan'), open);
    expect(said).toContain('I say nothing about pupils here');
  });

  test('someone who is not among the staff is turned away, whatever they ask and wherever', async () => {
    const { id } = door.slack.direct(stranger);
    const turnedAway = /I do not know you yet.*U0STRANGER/;
    expect(await door.ask('stage for Amira Khan', stranger)).toMatch(turnedAway);
    expect(await led(() => door.slack.mention(stranger, open, 'help'), open, stranger)).toMatch(turnedAway);
    expect(await led(() => door.slack.slash(stranger, id, '/attendance', 'help'), id, stranger)).toMatch(turnedAway);
  });

  test('for a tutor, a pupil of another group and one who does not exist are alike, to the byte', async () => {
    const other = (await door.store.pupils('widnes')).find((pupil) => pupil.registrationGroup === '2A')!;
    const shown = async (name: string) => {
      await door.ask(`stage for ${name}`, tutor);
      const { text, blocks } = door.lastMessage(door.slack.direct(tutor).id, tutor);
      return JSON.stringify({ text, blocks }).replaceAll(/"block_id":"[^"]*"/g, '');
    };
    const notTheirs = await shown(`${other.forename} ${other.surname}`);
    expect(notTheirs).toBe(await shown('Nobody Ofthisname'));
    expect(notTheirs).not.toContain(other.surname);
  });

  test('two pupils match: one is chosen by a button', async () => {
    const choice = await door.ask('stage for khan');
    expect(choice).toContain('Which pupil do you mean?');
    expect(await door.press('Amira Khan (5B, year 5)')).toContain('Serious concerns');
  });

  test('the home tab holds counts, and no name', async () => {
    await door.slack.openHome(lead);
    await until(() => door.slack.home(lead) !== undefined, 'the home tab');
    const home = JSON.stringify(door.slack.home(lead)?.blocks);
    expect(home).toMatch(/Serious concerns\*\\n\d+ pupils?/);
    for (const { surname } of await door.store.pupils('widnes')) expect(home).not.toContain(surname);
  });

  test('a bot, an edit and a message with a subtype are left alone', async () => {
    const { id } = door.slack.direct(lead);
    const before = door.slack.messages(id, lead).length;
    const { delivery } = await door.slack.directMessage(lead, 'help');
    await until(() => door.slack.messages(id, lead).length === before + 2, 'help');
    const event = delivery.body['event'] as object;
    const others = [{ bot_id: 'B1' }, { subtype: 'message_changed' }, { user: door.slack.app.botUserId }];
    for (const [index, change] of others.entries()) {
      const again = {
        ...delivery,
        body: { ...delivery.body, event_id: `EvX${index}`, event: { ...event, ...change } },
      };
      await door.slack.deliverAgain(again);
    }
    await door.ask('help');
    expect(door.slack.messages(id, lead).length).toBe(before + 4);
  });

  test('a pupil whose name would ping a channel pings nobody', async () => {
    await door.store.savePupil({
      school: 'widnes',
      upn: 'Z999999999999',
      surname: 'Pinger',
      forename: '<!channel> *Zed*',
      dateOfBirth: isoDay('2013-10-01'),
      yearGroup: '5',
      registrationGroup: '5B',
      onRollFrom: undefined,
      onRollTo: undefined,
      family: undefined,
      facts: {},
    });
    await door.ask('stage for Pinger');
    const message = door.lastMessage(door.slack.direct(lead).id);
    expect(JSON.stringify(message)).toContain('Pinger');
    expect(pings(message)).toEqual([]);
  });
});
