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
  'api_key_created',
  'api_key_deleted',
  'team_saved',
  'team_deleted',
  'reasons_edited',
  'response_category_saved',
  'response_category_deleted',
  'standard_response_saved',
  'standard_response_deleted',
  'standard_responses_ordered',
  'callbacks_downloaded',
  'status_downloaded',
  'contact_created',
  'contact_edited',
  'contacts_merged',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What takes data away, and the subject of its line. */
export const DOWNLOADS = {
  callbacks_downloaded: 'callbacks',
  status_downloaded: 'status',
  agents_exported: 'agents',
} as const satisfies Partial<Record<AuditAction, string>>;

/** How far a download has come: `under_way` stays where the process that made it was killed. */
export const DOWNLOAD_STATES = ['under_way', 'complete', 'broken_off'] as const;
export type DownloadState = (typeof DOWNLOAD_STATES)[number];
