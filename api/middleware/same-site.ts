import type { RequestHandler } from 'express';
import { forbidden } from '../problems.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses unsafe requests that a browser sends from another site (cross-site request forgery), whoever is signed in there. What
 * browsers say cannot be forged by a page: `Sec-Fetch-Site` (https://www.w3.org/TR/fetch-metadata/), and `Origin` where that is
 * missing. Clients that are no browsers send neither, and carry no cookie that a page could abuse.
 */
export function sameSite(publicUrl: string): RequestHandler {
  const ours = new URL(publicUrl).origin;
  return (req, _res, next) => {
    const site = req.get('sec-fetch-site');
    const origin = req.get('origin');
    const fromHere = site === 'same-origin' || site === 'none' || origin === ours || (site === undefined && origin === undefined);
    if (SAFE.has(req.method) || fromHere) next();
    else throw forbidden('cross_site', `Requests that change something must come from ${ours}.`);
  };
}
