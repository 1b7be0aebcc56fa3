export { startSlack, type SlackOptions, type StandIn } from './start-slack.ts';
export type { PressOptions } from './people.ts';
export type { Delivery, Receipt, Retry } from './delivery/delivery.ts';
export type { ElementValue, ElementValues } from './delivery/element-values.ts';
export type { Change } from './model/change-feed.ts';
export type { StoredFile } from './model/files.ts';
export { pings, type Block, type Message } from './model/messages.ts';
export type { View } from './model/views.ts';
export {
  slackbotId,
  type AppIdentity,
  type Channel,
  type ChannelSeed,
  type Team,
  type User,
  type UserSeed,
  type WorkspaceSeed,
} from './model/workspace.ts';
export { checkBlocks } from './block-kit/check-blocks.ts';
export { checkView } from './block-kit/check-view.ts';
export type { BlockProblem } from './block-kit/problems.ts';
export { limits } from './block-kit/limits.ts';
export type { ApiCall } from './web-api/call-method.ts';
