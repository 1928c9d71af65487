/** Selecting callbacks, in English. */
export const enSelection = {
  selection: {
    count_one: '{{count, number}} selected',
    count_other: '{{count, number}} selected',
    whole_one: 'Select the {{count, number}} of the search',
    whole_other: 'Select all {{count, number}} of the search',
    clear: 'Clear',
    row: 'Select {{name}}',
    shown: 'Select all that are shown',
  },
} as const;
