import { createContext, useContext } from 'react';
import type { RoutePolicy } from '../../../domain/route.ts';
import type { RouteSettings } from '../../../domain/route-settings.ts';

/** The settings as they stand in the form, and how its fields change them. */
export interface RouteForm {
  /** null: a route that is not there yet. */
  readonly id: string | null;
  readonly given: RouteSettings;
  readonly change: (part: Partial<RouteSettings>) => void;
  readonly changePolicy: (part: Partial<RoutePolicy>) => void;
  /** What is wrong at a place of the document (a JSON pointer). */
  readonly wrong: (pointer: string) => string | undefined;
}

const FormContext = createContext<RouteForm | null>(null);

/** Gives the sections below it the form they are parts of. */
export const FormProvider = FormContext.Provider;

export function useRouteForm(): RouteForm {
  const form = useContext(FormContext);
  if (form === null) throw new Error('This section is part of a form');
  return form;
}
