import * as z from 'zod';

/** What exactly is wrong, and where: a JSON pointer into the body, or the name of a parameter or header. */
const problemError = z
  .object({
    pointer: z.string().optional().meta({ description: 'JSON pointer (RFC 6901) into the request body', example: '/number' }),
    parameter: z.string().optional().meta({ description: 'Name of a query parameter' }),
    header: z.string().optional().meta({ description: 'Name of a header' }),
    detail: z.string(),
  })
  .meta({ id: 'ProblemError' });

/** An error, as RFC 9457 describes one. `code` is for programs, `title` and `detail` for people. */
export const problem = z
  .object({
    type: z.string().meta({ example: 'about:blank' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().meta({ description: 'Stable word for this kind of problem', example: 'wrong_state' }),
    errors: z.array(problemError).optional(),
    opensAt: z.iso.datetime().optional().meta({ description: 'With `outside_hours`: when the route opens next' }),
    free: z.array(z.iso.datetime()).optional().meta({ description: 'With `closed_then`: the next times at which the route can call back' }),
    storedNote: z.string().optional().meta({ description: 'With `note_typed_meanwhile`: the note that is stored' }),
  })
  .meta({ id: 'Problem', description: 'A problem document (RFC 9457)' });

export type Problem = z.infer<typeof problem>;
export type ProblemError = z.infer<typeof problemError>;
