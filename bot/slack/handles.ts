import type { Action, Offer } from '../answers/action.ts';
import type { Actor } from '../answers/actor.ts';
import type { LetterFile } from '../answers/answer.ts';
import type { OfferedButton } from './messages/blocks.ts';
import type { Services } from './services.ts';

/** What a button or a modal of this door does: an action of Att, or sending files again, which is the door's own. */
export type Deed =
  Action | { readonly kind: 'get files'; readonly files: readonly LetterFile[]; readonly title: string };

/** A button of this door: what it says, and what it does. */
export type DeedOffer = Omit<Offer, 'action'> & { readonly action: Deed };

/** What the store keeps behind a token: the deed, and who was offered it. Nobody else can have it done. */
interface Kept {
  readonly for: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly deed: Deed;
  /** The message a modal was opened from, to be brought up to date afterwards. */
  readonly source: MessagePlace | undefined;
}

export interface MessagePlace {
  readonly channel: string;
  readonly ts: string;
}

/** After a week a button is too old to act on: marks, stages and people have moved. */
const lifeMs = 7 * 24 * 60 * 60 * 1000;

export type Redeemed =
  | { readonly kind: 'deed'; readonly deed: Deed; readonly source: MessagePlace | undefined }
  | { readonly kind: 'not theirs' }
  | { readonly kind: 'too old' };

/** Makes the buttons of an answer. Their ids are made of the kind of deed and a number, so that none is there twice. */
export async function offerButtons(
  offers: readonly DeedOffer[],
  actor: Actor,
  services: Services,
): Promise<ReadonlyMap<DeedOffer, OfferedButton>> {
  const made = await Promise.all(
    offers.map(async (offer, index): Promise<[DeedOffer, OfferedButton]> => [
      offer,
      {
        actionId: `${actionIdOf(offer.action)}:${index + 1}`,
        label: offer.label,
        token: await keep(offer.action, actor, services),
        style: offer.style,
      },
    ]),
  );
  return new Map(made);
}

/** Keeps a deed for this person alone; the token fits a button or a modal's private metadata. */
export function keep(deed: Deed, actor: Actor, services: Services, source?: MessagePlace): Promise<string> {
  const kept: Kept = { for: actor.id, at: services.now(), deed, source };
  return services.handle(kept);
}

/** What stands behind a token, for the person it was kept for. A token that is not known counts as too old. */
export async function redeem(token: string | undefined, actor: Actor, services: Services): Promise<Redeemed> {
  const kept = token === undefined ? undefined : await services.resolve(token);
  if (!isKept(kept) || services.now() - kept.at > lifeMs) return { kind: 'too old' };
  return kept.for === actor.id ? { kind: 'deed', deed: kept.deed, source: kept.source } : { kind: 'not theirs' };
}

/** `draft letter` → `draft_letter`. */
function actionIdOf(deed: Deed): string {
  return deed.kind.replaceAll(' ', '_');
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null || !('deed' in value && 'for' in value && 'at' in value))
    return false;
  return typeof value.at === 'number' && typeof value.deed === 'object' && value.deed !== null && 'kind' in value.deed;
}
