import * as z from 'zod';
import { changePassword, signIn } from '../schemas/desk.ts';
import { health, readiness } from '../schemas/system.ts';
import { operation } from './operation.ts';

export const healthz = operation({
  id: 'health',
  tag: 'system',
  method: 'get',
  path: '/healthz',
  summary: 'Whether the process answers',
  access: 'anyone',
  answers: { 200: { description: 'It does', schema: health } },
});

export const readyz = operation({
  id: 'readiness',
  tag: 'system',
  method: 'get',
  path: '/readyz',
  summary: 'Whether the database and Temporal can be reached',
  access: 'anyone',
  answers: {
    200: { description: 'Both can', schema: readiness },
    503: { description: 'One cannot', schema: readiness },
  },
});

export const metrics = operation({
  id: 'metrics',
  tag: 'system',
  method: 'get',
  path: '/metrics',
  summary: 'Figures for Prometheus',
  access: 'anyone',
  answers: { 200: { description: 'Prometheus text', mediaType: 'text/plain' } },
});

export const openapi = operation({
  id: 'openapi',
  tag: 'system',
  method: 'get',
  path: '/v1/openapi.json',
  summary: 'This document',
  access: 'anyone',
  answers: { 200: { description: 'OpenAPI 3.1', schema: z.record(z.string(), z.unknown()) } },
});

/** What the console uses of sign-in; better-auth answers these itself, under /auth. */
export const signInOperations = [
  operation({
    id: 'sign_in',
    tag: 'sign-in',
    method: 'post',
    path: '/auth/sign-in/email',
    summary: 'Sign in by e-mail address and password; sets the session cookie',
    access: 'anyone',
    body: signIn,
    answers: { 200: { description: 'Signed in', mediaType: 'application/json' } },
    problems: {
      401: 'Address or password is wrong',
      403: 'The Origin is not this site',
      429: 'Too many tries: ten wrong passwords close the account to everybody until a quarter of an hour after the first of them',
    },
  }),
  operation({
    id: 'sign_out',
    tag: 'sign-in',
    method: 'post',
    path: '/auth/sign-out',
    summary: 'End the session, and with it the leases of its tabs: an agent who is there by no other session is offline at once, and ready on no channel',
    access: 'anyone',
    answers: { 200: { description: 'Signed out', mediaType: 'application/json' } },
    problems: { 403: 'The Origin is not this site' },
  }),
  operation({
    id: 'change_password',
    tag: 'sign-in',
    method: 'post',
    path: '/auth/change-password',
    summary: 'Give oneself another password; with `revokeOtherSessions` every other session of this person ends, and the session cookie is set anew',
    access: 'signed_in',
    body: changePassword,
    answers: { 200: { description: 'Changed', mediaType: 'application/json' } },
    problems: {
      400: '`password_too_short`, `password_too_long`; `invalid_password`: this is not the present one; `credential_account_not_found`: this person has none',
      429: 'Too many tries: wrong present passwords count as at signing in',
    },
  }),
];
