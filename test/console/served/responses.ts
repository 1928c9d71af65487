import type { Express } from 'express';
import type { FilledResponse, FilledResponses, ResponseTree } from '../../../console/api/types.ts';
import { MORI, minutesFromNow } from './people.ts';

/** What the API would know of standard responses. */
export interface KnownResponses {
  responseTree: ResponseTree;
}

const edited = { at: minutesFromNow(-60 * 24 * 3), by: { type: 'user' as const, ...MORI } };

export function responsesKnown(): KnownResponses {
  return {
    responseTree: {
      categories: [
        { id: 'call', parentId: null, name: { en: 'On the call', ja: '通話中' }, version: 1 },
        { id: 'messages', parentId: null, name: { en: 'Messages', ja: 'メッセージ' }, version: 1 },
        { id: 'absent', parentId: 'messages', name: { en: 'Not reached', ja: '不在時' }, version: 1 },
        { id: 'empty', parentId: null, name: { en: 'Winter campaign' }, version: 1 },
      ],
      responses: [
        {
          id: 'greeting', categoryId: 'call', routeIds: null, version: 2, edited,
          title: { en: 'Greeting', ja: '名乗り' },
          text: { en: 'Hello, this is {{agent.name}} from {{route.name}}.', ja: '{{route.name}}の{{agent.name}}と申します。' },
        },
        {
          id: 'invoice', categoryId: 'call', routeIds: ['route-billing'], version: 1, edited,
          title: { en: 'Confirm the invoice', ja: '請求番号の確認' },
          text: { en: 'I have invoice {{collected.invoice}} here.', ja: '請求番号は{{collected.invoice}}と承っております。' },
        },
        {
          id: 'absent-1', categoryId: 'absent', routeIds: null, version: 1, edited: { ...edited, by: null },
          title: { en: 'We could not reach you' },
          text: { en: 'Dear {{customer.name}}, we tried to call you on {{customer.number}} and shall try again on {{callback.due}}. To reach us sooner, call {{route.number}}.' },
        },
      ],
    },
  };
}

const VALUES: Readonly<Record<string, string>> = { 'agent.name': 'Aoki Haruka', 'route.name': 'Billing', 'customer.name': 'Tanaka Yui', 'customer.number': '090-1234-5678', 'callback.due': '11月27日金曜日 14:30', 'route.number': '050-3100-0001' };

function filledAs(tree: ResponseTree, wanted: string): FilledResponses {
  const responses = tree.responses.map(({ id, categoryId, title, text }): FilledResponse => {
    const language = wanted in text ? wanted : 'en';
    const missing = [...(text[language] ?? '').matchAll(/\{\{(.+?)\}\}/g)].flatMap(([, name = '']) => (name in VALUES ? [] : [name]));
    const filled = (text[language] ?? '').replaceAll(/\{\{(.+?)\}\}/g, (written, name: string) => VALUES[name] ?? written);
    return { id, categoryId, title: title[language] ?? id, text: filled, language, missing };
  });
  return { language: wanted, languages: ['en', 'ja'], categories: tree.categories, responses };
}

/** Answers for Settings · Standard responses, and for the texts beside a case. What is saved is there from then on. */
export function serveResponses(app: Express, known: KnownResponses): void {
  app.get('/v1/standard-responses', (_request, response) => void response.json(known.responseTree));
  app.get('/v1/callbacks/:id/standard-responses', ({ query: { language } }, response) => {
    response.json(filledAs(known.responseTree, typeof language === 'string' ? language : 'ja'));
  });
  app.post('/v1/standard-responses', ({ body }, response) => {
    const made = { ...body, id: 'made', version: 1, edited };
    known.responseTree = { ...known.responseTree, responses: [...known.responseTree.responses, made] };
    response.status(201).json(made);
  });
  app.put('/v1/standard-responses/:id', ({ params: { id }, body }, response) => {
    const saved = { ...body, id, version: body.version + 1, edited };
    known.responseTree = { ...known.responseTree, responses: known.responseTree.responses.map((one) => (one.id === id ? saved : one)) };
    response.json(saved);
  });
  app.put('/v1/standard-responses/:id/position', ({ params: { id }, body }, response) => {
    const { responses } = known.responseTree;
    const moved = responses.filter((one) => one.id !== id).toSpliced(body.position, 0, ...responses.filter((one) => one.id === id));
    known.responseTree = { ...known.responseTree, responses: moved };
    response.status(204).end();
  });
  app.delete('/v1/standard-responses/:id', ({ params: { id } }, response) => {
    known.responseTree = { ...known.responseTree, responses: known.responseTree.responses.filter((one) => one.id !== id) };
    response.status(204).end();
  });
  app.post('/v1/response-categories', ({ body }, response) => {
    const made = { ...body, id: 'made-category', version: 1 };
    known.responseTree = { ...known.responseTree, categories: [...known.responseTree.categories, made] };
    response.status(201).json(made);
  });
  app.put('/v1/response-categories/:id', ({ params: { id }, body }, response) => {
    const saved = { ...body, id, version: body.version + 1 };
    known.responseTree = { ...known.responseTree, categories: known.responseTree.categories.map((one) => (one.id === id ? saved : one)) };
    response.json(saved);
  });
}
