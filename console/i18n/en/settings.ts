/** Settings in English: the navigation, and route management. */
export const enSettings = {
  settings: {
    label: 'Settings',
    places: { routes: 'Routes', agents: 'Agents', teams: 'Teams', reasons: 'Reasons of Not Ready', responses: 'Standard responses', downloads: 'Downloads' },
    routes: {
      none: 'There are no routes yet.',
      name: 'Name',
      numbers: 'Numbers',
      takes: 'New callbacks',
      open: 'Taken',
      closed: 'Closed',
    },
  },
} as const;
