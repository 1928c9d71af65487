import { useState } from 'react';
import type { DistributionMethod } from '../../domain/plan.ts';
import { finder } from '../../domain/reading.ts';
import type { Agent } from '../api/types.ts';

/** How callbacks are distributed, and to whom. */
export interface AgentChoice {
  readonly method: DistributionMethod;
  readonly setMethod: (method: DistributionMethod) => void;
  readonly levelled: boolean;
  readonly setLevelled: (levelled: boolean) => void;
  /** Ids of the agents chosen; with `manual`, one at most. */
  readonly chosen: readonly string[];
  readonly press: (id: string) => void;
  /** Chooses all of these that can be chosen; where they are chosen already, none of them. */
  readonly pressAll: (ids: readonly string[]) => void;
}

/** What narrows the agents one can choose from. */
interface Among {
  readonly ctiOnly: boolean;
  /** Id of a team; empty: any. */
  readonly among: string;
}

/** The agents one can choose from. Logged in to CTI is whoever is not offline. */
export function agentsAmong(agents: readonly Agent[], { ctiOnly, among }: Among): Agent[] {
  return agents.filter(({ presence, teams }) => (!ctiOnly || presence !== 'offline') && (among === '' || teams.some(({ id }) => id === among)));
}

/** The agents whose name has every word of this text in it, whatever the width, case and kana it is written in; empty: all. */
export function agentsCalled(agents: readonly Agent[], text: string): readonly Agent[] {
  const isFound = finder(text);
  return agents.filter(({ name }) => isFound([name]));
}

/** The teams of these agents, by name. */
export function teamsOf(agents: readonly Agent[]): Agent['teams'] {
  const teams = new Map(agents.flatMap((agent) => agent.teams).map((team) => [team.id, team]));
  return [...teams.values()].toSorted((one, other) => one.name.localeCompare(other.name));
}

/** How far an agent serves these routes: `none` also where they may not telephone; `all` where no routes are known. */
export function eligibility({ mayPhone, routes }: Pick<Agent, 'mayPhone' | 'routes'>, routeIds: ReadonlySet<string>): 'all' | 'some' | 'none' {
  if (!mayPhone) return 'none';
  const served = [...routeIds].filter((wanted) => routes.some(({ id }) => id === wanted)).length;
  if (served === routeIds.size) return 'all';
  return served > 0 ? 'some' : 'none';
}

/** A choice among the agents shown; one who is shown no longer is chosen no longer. */
export function useAgentChoice(shown: readonly Agent[]): AgentChoice {
  const [method, setMethod] = useState<DistributionMethod>('equal');
  const [levelled, setLevelled] = useState(false);
  const [pressed, setPressed] = useState<readonly string[]>([]);
  const able = shown.filter(({ mayPhone }) => mayPhone).map(({ id }) => id);
  const those = pressed.filter((id) => able.includes(id));
  return {
    method,
    setMethod,
    levelled,
    setLevelled,
    chosen: method === 'manual' ? those.slice(-1) : those,
    press: (id) => setPressed(method === 'manual' ? [id] : those.includes(id) ? those.filter((one) => one !== id) : [...those, id]),
    pressAll: (ids) => {
      const these = able.filter((id) => ids.includes(id));
      const others = those.filter((id) => !these.includes(id));
      setPressed(these.every((id) => those.includes(id)) ? others : [...others, ...these]);
    },
  };
}
