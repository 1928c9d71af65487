import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import type { Express, Request, Response } from 'express';
import type { CallbackRow, Case, Desk, Directory, Me, Problem } from '../../../console/api/types.ts';
import type { LiveCall } from '../../../console/supervision/live-calls.ts';
import type { KnownPlans } from './plans.ts';
import { plansKnown, servePlans } from './plans.ts';
import type { KnownStatus } from './status.ts';
import { serveStatus, statusAtFirst } from './status.ts';
import type { KnownAccounts } from './accounts.ts';
import { accountsKnown, serveAccounts } from './accounts.ts';
import type { KnownDownloads } from './downloads.ts';
import { downloadsKnown, serveDownloads } from './downloads.ts';
import type { KnownContacts } from './contacts.ts';
import { contactsKnown, serveContacts } from './contacts.ts';
import type { KnownResponses } from './responses.ts';
import { responsesKnown, serveResponses } from './responses.ts';
import type { KnownRoutes } from './routes.ts';
import { routesKnown, serveRoutes } from './routes.ts';
import { administratorMe, agentMe, agents, deskOf, messageOf, minutesFromNow, routes } from './people.ts';

/** A request the console sent. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** What the API would know; tests change it and then say so with `hint`. */
export interface Known extends KnownPlans, KnownAccounts, KnownRoutes, KnownContacts, KnownResponses, KnownDownloads {
  me: Me | null;
  desk: Desk;
  cases: Case[];
  list: CallbackRow[];
  /** Refuses requests by method and path, with a problem. */
  refusals: Map<string, Problem>;
  calls: unknown[];
  liveCalls: LiveCall[];
  texts: unknown[];
  directory: Directory;
  status: KnownStatus;
  /** How far a download is, which then never ends by itself; null: it is whole at once. */
  download: { rows: number; total: number | null } | null;
}

export function problem(code: string, detail: string, more: Partial<Problem> = {}): Problem {
  return { type: 'about:blank', title: 'Refused', status: 409, code, detail, ...more };
}

/** The built console with canned answers behind it: commands are recorded and change nothing. */
export class ServedConsole {
  readonly known: Known = { me: agentMe, desk: deskOf(), cases: [], list: [], refusals: new Map(), calls: [], texts: [], directory: { agents: [], routes: [] }, liveCalls: [], download: null, status: statusAtFirst(), ...plansKnown(), ...accountsKnown(), ...routesKnown(), ...contactsKnown(), ...responsesKnown(), ...downloadsKnown() };
  readonly asked: Asked[] = [];
  /** How many downloads were broken off. */
  brokenOff = 0;
  /** How many tokens for the softphone were made. */
  tokens = 0;
  readonly #streams = new Set<Response>();
  readonly #server: Server;

  constructor(folder: string) {
    this.#server = this.#app(folder).listen(0, '127.0.0.1');
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Tells every open tab that this changed. */
  hint(hint: { callbackId?: string; agentId?: string; routeId?: string; contactId?: string }): void {
    for (const stream of this.#streams) stream.write(`event: change\ndata: ${JSON.stringify(hint)}\n\n`);
    if (hint.callbackId !== undefined || hint.agentId !== undefined) this.#sendDesk();
  }

  /** Ends every event stream, as an API does that is restarted; browsers open theirs anew. */
  breakStreams(): void {
    for (const stream of this.#streams) stream.end();
  }

  /** The bodies of the requests of this method whose path ends so. */
  bodies(method: string, ending: string): unknown[] {
    return this.asked.filter((request) => request.method === method && request.path.endsWith(ending)).map(({ body }) => body);
  }

  close(): void {
    this.breakStreams();
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #app(folder: string): Express {
    const app = express();
    app.use(express.json());
    app.use('/v1', (request, response, next) => {
      this.asked.push({ method: request.method, path: request.originalUrl, body: request.body });
      const refusal = this.known.refusals.get(`${request.method} ${request.originalUrl}`);
      if (refusal) response.status(refusal.status).json(refusal);
      else if (this.known.me === null) response.status(401).json(problem('signed_out', 'Nobody is signed in.', { status: 401 }));
      else next();
    });
    app.get('/v1/events', (request, response) => this.#stream(request, response));
    app.get('/v1/me', (_request, response) => void response.json(this.known.me));
    app.get('/v1/me/desk', (_request, response) => void response.json(this.#deskNow()));
    app.post('/v1/me/heartbeat', (_request, response) => void response.json({ serverTime: new Date().toISOString(), leaseMs: 30_000 }));
    app.post('/v1/me/softphone/token', (_request, response) => void response.json(this.#token()));
    app.get('/v1/routes', (_request, response) => void response.json({ items: routes }));
    app.get('/v1/distributors', (_request, response) => void response.json({ items: [{ id: administratorMe.id, name: administratorMe.name }] }));
    app.get('/v1/agents', (_request, response) => void response.json({ items: agents }));
    app.get('/v1/routes/:id/slots', (_request, response) => void response.json({ times: [60, 90, 120].map(minutesFromNow) }));
    app.get('/v1/live-calls', (_request, response) => void response.json({ items: this.known.liveCalls }));
    app.get('/v1/directory', ({ query }, response) => void response.json(found(this.known.directory, typeof query['search'] === 'string' ? query['search'] : '')));
    servePlans(app, this.known);
    serveRoutes(app, this.known);
    serveStatus(app, this.known.status);
    serveAccounts(app, this.known);
    serveContacts(app, this.known);
    serveResponses(app, this.known);
    serveDownloads(app, this.known);
    app.get('/v1/callbacks', (request, response) => this.#page(request, response));
    for (const name of ['callbacks.xlsx', 'status.xlsx']) app.all(`/v1/${name}`, (_request, response) => this.#download(response.attachment(name)));
    app.get('/v1/downloads/:id', (_request, response) => void response.json(this.known.download));
    app.get('/v1/callbacks/:id', (request, response) => this.#case(request.params.id, response));
    app.put('/v1/callbacks/:id/draft', (request, response) => this.#draft(request, response));
    app.post('/v1/callbacks', (_request, response) => void response.status(201).json({ id: 'new', result: 'created', status: 'scheduled', version: 0 }));
    app.post('/v1/callbacks/:id/messages', (request, response) => this.#message(request, response));
    app.post('/v1/callbacks/:id/:command', (_request, response) => void response.json({ version: 9, status: 'completed' }));
    app.get('/v1/phone/people', (_request, response) => void response.json({ people: PEOPLE }));
    app.get('/v1/phone/messages', (_request, response) => void response.json({ messages: this.known.texts }));
    app.get('/v1/phone/calls', (_request, response) => void response.json({ calls: this.known.calls }));
    app.get('/v1/phone/calls/:sid', (_request, response) => void response.json(this.known.calls[0]));
    app.post('/v1/phone/calls', (_request, response) => void response.status(201).json(this.known.calls[0]));
    app.get('/v1/phone/events', (_request, response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n'));
    app.all('/v1/{*rest}', (_request, response) => void response.json({}));
    app.use(express.static(folder));
    app.get('/{*page}', (_request, response) => response.sendFile(join(folder, 'index.html')));
    return app;
  }

  /** Each one another. */
  #token(): object {
    this.tokens += 1;
    return { simulated: false, token: `token-${this.tokens}`, identity: 'agent_aoki', expiresAt: minutesFromNow(60) };
  }

  /** A stream of whom nobody knows any more is ended. */
  #sendDesk(): void {
    for (const stream of this.#streams) {
      if (this.known.me === null) stream.end();
      else stream.write(`event: desk\ndata: ${JSON.stringify(this.#deskNow())}\n\n`);
    }
  }

  #deskNow(): object {
    return { ...this.known.desk, serverTime: new Date().toISOString() };
  }

  #stream(request: Request, response: Response): void {
    this.#streams.add(response);
    request.on('close', () => this.#streams.delete(response));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('event: hello\ndata: {}\n\n');
  }

  /** A page of the list; its cursor is how many came before. */
  #page({ query: { cursor = '0', limit = '50' } }: Request, response: Response): void {
    const end = Number(cursor) + Number(limit);
    response.json({ items: this.known.list.slice(Number(cursor), end), nextCursor: end < this.known.list.length ? String(end) : null, previousCursor: null });
  }

  #download(response: Response): void {
    if (this.known.download === null) return void response.send(Buffer.alloc(40_000));
    response.write(Buffer.alloc(1000));
    response.once('close', () => {
      this.brokenOff += 1;
    });
  }

  #case(id: string, response: Response): void {
    const found = this.known.cases.find((known) => known.id === id);
    if (found) response.json(found);
    else response.status(404).json(problem('not_found', 'There is no such callback.', { status: 404 }));
  }

  #message({ body }: Request, response: Response): void {
    const sent = messageOf({ id: `message-${this.known.desk.live?.messages.length ?? 0}`, ...body });
    const { live } = this.known.desk;
    if (live) this.known.desk = { ...this.known.desk, live: { ...live, messages: [...live.messages, sent] } };
    response.status(201).json(sent);
  }

  #draft(request: Request, response: Response): void {
    const { live } = this.known.desk;
    const { seenNotes: _seen, ...draft } = request.body;
    if (live) this.known.desk = { ...this.known.desk, live: { ...live, draft: { ...live.draft, ...draft } } };
    response.status(204).end();
  }
}

/** Whose name has what is searched for. */
function found({ agents: known, routes: ways }: Directory, search: string): Directory {
  const matches = ({ name }: { name: string }) => name.toLowerCase().includes(search.toLowerCase());
  return { agents: known.filter(matches), routes: ways.filter(matches) };
}

const PEOPLE = [
  { ending: '10', behaviour: 'busy' },
  { ending: '20', behaviour: 'rings_out' },
  { ending: '30', behaviour: 'machine' },
  { ending: '40', behaviour: 'fails' },
  { ending: '50', behaviour: 'hangs_up' },
  { ending: '60', behaviour: 'rejects' },
  { ending: '90', behaviour: 'manual' },
  { ending: null, behaviour: 'answers' },
];
