import type { TextObject } from './render-text.ts';

/** The parts of Block Kit the page draws. The small Slack has checked them, so that they are here as they should be. */
export interface ElementShape {
  readonly type: string;
  readonly action_id: string;
  readonly text?: TextObject;
  readonly value?: string;
  readonly style?: 'primary' | 'danger';
  readonly url?: string;
  readonly accessibility_label?: string;
  readonly confirm?: ConfirmShape;
  readonly options?: readonly OptionShape[];
  readonly option_groups?: readonly { readonly label: TextObject; readonly options: readonly OptionShape[] }[];
  readonly placeholder?: TextObject;
  readonly initial_option?: OptionShape;
  readonly initial_options?: readonly OptionShape[];
  readonly initial_value?: string;
  readonly initial_date?: string;
  readonly multiline?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly image_url?: string;
  readonly slack_file?: { readonly id?: string };
  readonly alt_text?: string;
}

export interface OptionShape {
  readonly text: TextObject;
  readonly value: string;
  readonly description?: TextObject;
}

export interface ConfirmShape {
  readonly title?: TextObject;
  readonly text: TextObject;
  readonly confirm?: TextObject;
  readonly deny?: TextObject;
  readonly style?: 'primary' | 'danger';
}

export interface BlockShape {
  readonly type: string;
  readonly block_id: string;
  readonly text?: TextObject;
  readonly fields?: readonly TextObject[];
  readonly accessory?: ElementShape;
  readonly elements?: readonly unknown[];
  readonly element?: ElementShape;
  readonly label?: TextObject;
  readonly hint?: TextObject;
  readonly optional?: boolean;
  readonly title?: TextObject;
  readonly image_url?: string;
  readonly slack_file?: { readonly id?: string };
  readonly alt_text?: string;
}
