import { act } from '../answers/act.ts';
import { ask } from '../answers/ask.ts';
import { overview } from '../answers/overview.ts';
import type { Services as AnswerServices } from '../answers/services.ts';
import type { StaffMember } from '../answers/staff.ts';
import type { Services } from './services.ts';

/** What the Slack door asks for, made of the answers and the store. */
export function slackServices(services: AnswerServices, staff: readonly StaffMember[]): Services {
  const { store, now } = services;
  const byUser = new Map(
    staff.flatMap((member) => (member.slackUser === undefined ? [] : [[member.slackUser, member]])),
  );
  return {
    ask: (question, asked) => ask(services, question, asked),
    act: (action, asked) => act(services, action, asked),
    actorOf: (slackUser) => byUser.get(slackUser),
    overview: (actor) => overview(services, actor),
    file: (letter, format) => store.file(letter, format),
    claimOnce: (key) => store.claimOnce(key, now()),
    handle: (payload) => store.handle(payload, now()),
    resolve: (token) => store.resolve(token),
    now: () => Date.parse(now()),
  };
}
