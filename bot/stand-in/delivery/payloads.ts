import type { Fields } from '../block-kit/problems.ts';
import type { Message } from '../model/messages.ts';
import type { Model } from '../model/model.ts';
import type { View } from '../model/views.ts';
import type { Channel } from '../model/workspace.ts';
import { messageForm, viewForm } from '../web-api/wire-forms.ts';
import type { Delivery } from './delivery.ts';
import { valueOf, valuesOf, type ElementValue, type ElementValues, type PlacedElement } from './element-values.ts';

/** Builds what Slack sends an app; the ids in it are new with every call. */
export interface Payloads {
  command(user: string, channel: Channel, command: string, text: string): Delivery;
  event(event: Fields): Delivery;
  press(
    user: string,
    where: Message | View,
    placed: PlacedElement,
    entered: ElementValue,
    given: ElementValues,
  ): Delivery;
  submission(user: string, view: View, given: ElementValues): Delivery;
  closing(user: string, view: View): Delivery;
}

export function createPayloads(model: Model): Payloads {
  const { ids, directory, grants } = model;
  const { app, team } = directory;
  const envelope = (kind: Delivery['kind'], body: Fields): Delivery => ({ kind, body, envelopeId: ids.secret() });
  const responseUrl = (channel: string, user: string, source?: string): string =>
    `${model.url()}/response/${grants.response({ channel, user, source })}`;

  const common = (user: string): Fields => ({
    team: { id: team.id, domain: team.domain },
    user: { id: user, username: directory.user(user)?.name, name: directory.user(user)?.name, team_id: team.id },
    api_app_id: app.id,
    token: 'stand-in',
    is_enterprise_install: false,
    enterprise: null,
  });

  return {
    command: (user, channel, command, text) =>
      envelope('slash_commands', {
        token: 'stand-in',
        team_id: team.id,
        team_domain: team.domain,
        channel_id: channel.id,
        channel_name: channel.kind === 'private' ? 'privategroup' : channel.name,
        user_id: user,
        user_name: directory.user(user)?.name ?? '',
        command,
        text,
        api_app_id: app.id,
        is_enterprise_install: 'false',
        response_url: responseUrl(channel.id, user),
        trigger_id: grants.trigger(user),
      }),
    event: (event) =>
      envelope('events_api', {
        token: 'stand-in',
        team_id: team.id,
        api_app_id: app.id,
        event,
        type: 'event_callback',
        event_id: ids.id('Ev'),
        event_time: Math.floor(ids.now() / 1000),
        authorizations: [
          { enterprise_id: null, team_id: team.id, user_id: app.botUserId, is_bot: true, is_enterprise_install: false },
        ],
        is_ext_shared_channel: false,
      }),
    press(user, where, { block, element }, entered, given) {
      const value = element.type === 'button' ? buttonValue(element) : valueOf(element, entered);
      const action = {
        ...value,
        type: element.type,
        action_id: element.action_id,
        block_id: block.block_id,
        action_ts: ids.ts(),
      };
      const place = 'ts' in where ? messagePlace(where, user, given) : viewPlace(where, given);
      return envelope('interactive', {
        type: 'block_actions',
        ...common(user),
        trigger_id: grants.trigger(user),
        actions: [action],
        ...place,
      });
    },
    submission: (user, view, given) =>
      envelope('interactive', {
        type: 'view_submission',
        ...common(user),
        trigger_id: grants.trigger(user),
        view: viewForm(view, model, given),
        response_urls: [],
      }),
    closing: (user, view) =>
      envelope('interactive', { type: 'view_closed', ...common(user), view: viewForm(view, model), is_cleared: false }),
  };

  /** Slack leaves the message itself out when it is ephemeral. */
  function messagePlace(message: Message, user: string, given: ElementValues): Fields {
    const ephemeral = message.visibleTo !== undefined;
    return {
      container: { type: 'message', message_ts: message.ts, channel_id: message.channel, is_ephemeral: ephemeral },
      channel: { id: message.channel, name: directory.channel(message.channel)?.name },
      ...(ephemeral ? {} : { message: messageForm(message, model) }),
      state: { values: valuesOf(message.blocks, given) },
      response_url: responseUrl(message.channel, user, message.ts),
    };
  }

  function viewPlace(view: View, given: ElementValues): Fields {
    return { container: { type: 'view', view_id: view.id }, view: viewForm(view, model, given) };
  }
}

function buttonValue(element: PlacedElement['element']): Fields {
  const { text, value, style, url } = element;
  return {
    text,
    ...(value === undefined ? {} : { value }),
    ...(style === undefined ? {} : { style }),
    ...(url === undefined ? {} : { url }),
  };
}
