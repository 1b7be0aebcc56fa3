/** The bundler takes styles in with the script that imports them. */
declare module '*.css';
