import type { Generated } from 'kysely';
import type { Json, Optional, Stamp } from '../callback/columns.ts';

/*
 * The tables of standard responses, as kysely sees them.
 */

export interface ResponseCategoryTable {
  id: string;
  parent_id: Optional<string>;
  name: Json<Record<string, string>>;
  position: number;
  version: Generated<number>;
  created_at: Stamp;
  updated_at: Stamp;
}

export interface StandardResponseTable {
  id: string;
  category_id: string;
  title: Json<Record<string, string>>;
  text: Json<Record<string, string>>;
  route_ids: Optional<string[]>;
  position: number;
  version: Generated<number>;
  created_at: Stamp;
  updated_at: Stamp;
}
