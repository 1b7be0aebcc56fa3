import type { App } from '@slack/bolt';
import { homeView, strangerHome } from '../../messages/home-view.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** The home tab: how many stand where, in counts; no name is on it. */
export function appHomeOpened(app: App, { services }: ListenerParts): void {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    const actor = services.actorOf(event.user);
    const view = actor ? await homeView(await services.overview(actor), actor, services) : strangerHome(event.user);
    await client.views.publish({ user_id: event.user, view });
  });
}
