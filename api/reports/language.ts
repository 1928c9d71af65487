import type { Request } from 'express';
import type { Language } from '../../domain/glossary/index.ts';
import { LANGUAGES } from '../../domain/glossary/index.ts';

/** The language of a download: the one asked for, else the first of Accept-Language that Ringback speaks, else English. */
export function languageOf(req: Request, asked: Language | undefined): Language {
  return asked ?? ((req.acceptsLanguages([...LANGUAGES]) || 'en') as Language);
}
