import { useLocation } from 'wouter';

/** Leads to the desk once an answer counts: only from the screen where it was given, for who has moved on meanwhile has not asked for it. */
export function useToDesk(): () => void {
  const [here, goTo] = useLocation();
  return () => {
    if (location.pathname === here) goTo('/desk');
  };
}
