export { createPage, type PageAssets, type PageOptions } from './create-page.ts';
export { readPageAssets, servePage, type ServedPage, type ServeOptions } from './serve-page.ts';
