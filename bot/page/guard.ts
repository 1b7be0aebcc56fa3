import type { MiddlewareHandler } from 'hono';

/**
 * Keeps other sites out of a page that answers on this machine. A request must name a host we serve, so that a name
 * rebound to 127.0.0.1 reaches nothing; what changes anything must come from the page itself or from no browser at all.
 */
export function guard(hosts: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const host = hostName(context.req.header('host'));
    if (host === undefined || !hosts.includes(host))
      return context.text('This page is not served under that name.', 403);
    const changes = context.req.method !== 'GET' && context.req.method !== 'HEAD';
    const origin = context.req.header('origin');
    const sameOrigin = origin === undefined || URL.parse(origin)?.host === context.req.header('host');
    const site = context.req.header('sec-fetch-site');
    const foreign = site === 'cross-site' || site === 'same-site';
    const asksData = context.req.path.startsWith('/api/');
    if (!sameOrigin || (foreign && (changes || asksData)))
      return context.text('Only the page itself may ask this.', 403);
    if (changes && context.req.header('content-type')?.split(';')[0] !== 'application/json') {
      return context.text('Send JSON.', 415);
    }
    return next();
  };
}

/** Sent with everything: nothing from elsewhere is loaded, nothing frames the page, no type is guessed. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', pagePolicy);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cache-control', 'no-store');
};

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

function hostName(host: string | undefined): string | undefined {
  return host === undefined ? undefined : URL.parse(`http://${host}`)?.hostname;
}
