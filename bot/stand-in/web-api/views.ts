import type { Fields } from '../block-kit/problems.ts';
import type { Model } from '../model/model.ts';
import type { View } from '../model/views.ts';
import { acceptView } from './accept-blocks.ts';
import { needed, optional, Refusal, type MethodTable } from './method.ts';
import { viewForm } from './wire-forms.ts';

export const views: MethodTable = {
  'views.open'(args, model) {
    const content = acceptView(args, 'modal', model.ids);
    const user = whoseTrigger(args, model);
    model.views.close(user, 'all');
    return { view: viewForm(model.views.push(user, content), model) };
  },
  'views.push'(args, model) {
    const content = acceptView(args, 'modal', model.ids);
    const user = whoseTrigger(args, model);
    if (model.views.modals(user).length >= 3) throw new Refusal('push_limit_reached');
    return { view: viewForm(model.views.push(user, content), model) };
  },
  'views.update'(args, model) {
    const view = findView(args, model);
    const content = acceptView(args, view.kind, model.ids);
    const hash = optional(args, 'hash');
    if (hash !== undefined && hash !== view.hash) throw new Refusal('hash_conflict');
    return { view: viewForm(model.views.update(view.id, content) ?? view, model) };
  },
  'views.publish'(args, model) {
    const user = needed(args, 'user_id');
    if (!model.directory.user(user)) throw new Refusal('user_not_found');
    const content = acceptView(args, 'home', model.ids);
    const hash = optional(args, 'hash');
    if (hash !== undefined && hash !== model.views.home(user)?.hash) throw new Refusal('hash_conflict');
    return { view: viewForm(model.views.publish(user, content), model) };
  },
};

function whoseTrigger(args: Fields, model: Model): string {
  const spent = model.grants.spendTrigger(needed(args, 'trigger_id'));
  if ('error' in spent) throw new Refusal(spent.error);
  return spent.user;
}

function findView(args: Fields, model: Model): View {
  const id = optional(args, 'view_id');
  const externalId = optional(args, 'external_id');
  const view = id === undefined ? model.views.byExternalId(externalId ?? '') : model.views.find(id);
  if (!view) throw new Refusal('not_found');
  return view;
}
