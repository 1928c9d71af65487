/** What is written down of who changed settings, or took data away. */
export const AUDIT_ACTIONS = [
  'route_created',
  'route_edited',
  'route_closed',
  'route_opened',
  'route_deleted',
  'agent_created',
  'agent_edited',
  'agents_imported',
  'agents_exported',
  'team_saved',
  'team_deleted',
  'reasons_edited',
  'callbacks_downloaded',
  'status_downloaded',
  'contact_created',
  'contact_edited',
  'contacts_merged',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
