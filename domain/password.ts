/** How long a password must be that people choose themselves, in UTF-16 code units. */
export const SHORTEST_PASSWORD = 8;
export const LONGEST_PASSWORD = 128;
