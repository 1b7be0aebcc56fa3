import { convertMillimetersToTwip } from 'docx';

/** Where the parts stand on the sheet, in millimetres from its top left corner; the same as in letter.typ. */
export const page = { width: 210, height: 297, left: 24.6, right: 20, top: 18, bottom: 22 };
export const window = { x: 24.6, y: 40, width: 95.4, height: 26.2 };
export const aside = { x: 127, width: 63 };
export const bodyFrom = 95;
export const accent = '1F3F66';
export const quiet = '4A4F57';

/** Millimetres as Word's twentieths of a point. */
export const mm = convertMillimetersToTwip;
