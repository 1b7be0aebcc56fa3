export { createPage, type PageAssets, type Suggestions, type PageOptions } from './create-page.ts';
export { readPageAssets, servePage, type ServedPage, type ServeOptions } from './serve-page.ts';
