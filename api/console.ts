import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Router } from 'express';
import express from 'express';
import { unknownPath } from './middleware/problems.ts';
import { notFound } from './problems.ts';

/** Where the built console lies. */
export const CONSOLE_FOLDER = fileURLToPath(new URL('../dist/console', import.meta.url));

/**
 * The built console: assets whose names hold a hash are kept for ever, the page itself is asked for again each time. Any path
 * that a person may have open, or come back to, is the page.
 */
export function consoleRouter(folder = CONSOLE_FOLDER): Router {
  const router = express.Router();
  router.use('/assets', express.static(resolve(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }), unknownPath);
  router.use(express.static(folder, { maxAge: 0, setHeaders: (res) => res.setHeader('Cache-Control', 'no-cache') }));
  router.get('/*path', (req, res, next) => {
    if (!req.accepts('html') || req.accepts(['json', 'html']) !== 'html') throw notFound('There is nothing at this path.');
    res.sendFile('index.html', { root: folder, headers: { 'Cache-Control': 'no-cache' } }, (error) => {
      if (error) next(res.headersSent ? error : notFound('The console has not been built.'));
    });
  });
  return router;
}
