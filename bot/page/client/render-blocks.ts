import type { Block } from '../../stand-in/index.ts';
import type { BlockShape, ElementShape } from './block-shapes.ts';
import { el } from './element.ts';
import type { BlockContext } from './page-context.ts';
import { renderElement } from './render-element.ts';
import { renderImage } from './render-file.ts';
import { renderInput } from './render-input.ts';
import { renderRichText } from './render-rich-text.ts';
import { plain, renderText, type TextObject } from './render-text.ts';

/** Block Kit as elements of the page. */
export function renderBlocks(blocks: readonly Block[], context: BlockContext): readonly HTMLElement[] {
  return blocks.map((block) => renderBlock(block as unknown as BlockShape, context));
}

function renderBlock(block: BlockShape, context: BlockContext): HTMLElement {
  const elements = block.elements ?? [];
  switch (block.type) {
    case 'divider':
      return el('hr', { class: 'block' });
    case 'header':
      return el('h3', { class: 'block header-block' }, plain(block.text));
    case 'section':
      return renderSection(block, context);
    case 'context':
      return el(
        'div',
        { class: 'block context-block' },
        ...elements.map((element) =>
          isImage(element)
            ? renderImage(element, context, 'thumbnail')
            : el('span', { class: 'text' }, ...renderText(element as TextObject, context.names)),
        ),
      );
    case 'actions':
      return el(
        'div',
        { class: 'block actions-block', role: 'group' },
        ...elements.map((element) => {
          const shape = element as ElementShape;
          return renderElement(shape, block.block_id, context, plain(shape.placeholder) || 'Choose');
        }),
      );
    case 'image':
      return el(
        'figure',
        { class: 'block image-block' },
        block.title && el('figcaption', {}, plain(block.title)),
        renderImage(block, context, 'block'),
      );
    case 'input':
      return renderInputBlock(block, context);
    default:
      return el('div', { class: 'block text' }, ...renderRichText(elements, context.names));
  }
}

function renderSection({ text, fields, accessory, block_id }: BlockShape, context: BlockContext): HTMLElement {
  const words = el(
    'div',
    { class: 'section-words' },
    text && el('div', { class: 'text' }, ...renderText(text, context.names)),
    fields &&
      el(
        'div',
        { class: 'fields' },
        ...fields.map((field) => el('div', { class: 'text' }, ...renderText(field, context.names))),
      ),
  );
  const label = accessory ? plain(accessory.placeholder) || plain(text) : '';
  return el(
    'div',
    { class: 'block section-block' },
    words,
    accessory && el('div', { class: 'accessory' }, renderElement(accessory, block_id, context, label)),
  );
}

function renderInputBlock(
  { block_id, label, hint, element, optional }: BlockShape,
  context: BlockContext,
): HTMLElement {
  const name = plain(label);
  const error = context.errors[block_id];
  return el(
    'div',
    { class: 'block input-block', 'data-required': optional === true ? undefined : block_id },
    el(
      'div',
      { class: 'label', 'aria-hidden': 'true' },
      name,
      optional === true && el('span', { class: 'quiet' }, ' (optional)'),
    ),
    element && renderInput(element, block_id, context, optional === true ? `${name} (optional)` : name),
    hint && el('div', { class: 'hint' }, plain(hint)),
    el('div', { class: 'error', id: `error-${block_id}`, role: 'alert' }, error),
  );
}

function isImage(element: unknown): element is ElementShape {
  return typeof element === 'object' && element !== null && 'type' in element && element.type === 'image';
}
