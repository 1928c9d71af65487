import { readCategories, createCategory } from '../../store/response/response-categories.ts';
import { createResponse, readResponses } from '../../store/response/responses.ts';
import type { Store } from '../../store/open.ts';
import { SYSTEM } from '../../domain/words.ts';

/*
 * The standard responses that a newcomer finds, in English, Japanese and Korean: enough to read one beside a call and to see how others
 * are written.
 */

type Words = Readonly<Record<'en' | 'ja' | 'ko', string>>;

interface SeedCategory {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: Words;
}

export const CATEGORIES: readonly SeedCategory[] = [
  { id: 'on-the-call', parentId: null, name: { en: 'On the call', ja: '通話中', ko: '통화 중' } },
  { id: 'messages', parentId: null, name: { en: 'Messages', ja: 'メッセージ', ko: '메시지' } },
  { id: 'not-reached', parentId: 'messages', name: { en: 'Not reached', ja: '不在時', ko: '부재 시' } },
  { id: 'after-the-call', parentId: 'messages', name: { en: 'After the call', ja: '通話後', ko: '통화 후' } },
];

interface SeedResponse {
  readonly id: string;
  readonly categoryId: string;
  readonly routeIds: readonly string[] | null;
  readonly title: Words;
  readonly text: Words;
}

export const RESPONSES: readonly SeedResponse[] = [
  {
    id: 'greeting',
    categoryId: 'on-the-call',
    routeIds: null,
    title: { en: 'Greeting', ja: '名乗り', ko: '인사말' },
    text: {
      en: 'Hello, this is {{agent.name}} from {{route.name}}. Am I speaking with {{customer.name}}? You asked us to call you back.',
      ja: 'お世話になっております。{{route.name}}の{{agent.name}}と申します。{{customer.name}}様でいらっしゃいますか。折り返しのご希望をいただき、お電話いたしました。',
      ko: '안녕하세요, {{route.name}}의 {{agent.name}}입니다. {{customer.name}} 고객님 되시나요? 콜백을 요청하셔서 전화드렸습니다.',
    },
  },
  {
    id: 'verify-invoice',
    categoryId: 'on-the-call',
    routeIds: ['billing'],
    title: { en: 'Confirm the invoice', ja: '請求番号の確認', ko: '청구 번호 확인' },
    text: {
      en: 'Before we speak about amounts, may I confirm your name and the number of the invoice? I have {{collected.invoice}} here.',
      ja: '金額のご案内の前に、お名前と請求番号を確認させてください。こちらでは{{collected.invoice}}と承っております。',
      ko: '금액을 안내해 드리기 전에 성함과 청구 번호를 확인하겠습니다. 저희 쪽에는 {{collected.invoice}}(으)로 되어 있습니다.',
    },
  },
  {
    id: 'could-not-reach',
    categoryId: 'not-reached',
    routeIds: null,
    title: { en: 'We could not reach you', ja: 'ご不在のお知らせ', ko: '부재 안내' },
    text: {
      en: 'Dear {{customer.name}}, we tried to call you back on {{customer.number}} and could not reach you. We shall try again on {{callback.due}}. To speak to us sooner, call {{route.number}}. {{route.name}}',
      ja: '{{customer.name}}様　{{customer.number}}へお電話しましたが、ご不在のようでした。{{callback.due}}に改めておかけします。お急ぎの場合は{{route.number}}までご連絡ください。{{route.name}}',
      ko: '{{customer.name}} 고객님, {{customer.number}}(으)로 전화드렸으나 연결되지 않았습니다. {{callback.due}}에 다시 전화드리겠습니다. 급하시면 {{route.number}}(으)로 연락해 주세요. {{route.name}}',
    },
  },
  {
    id: 'new-time',
    categoryId: 'not-reached',
    routeIds: null,
    title: { en: 'Your new time', ja: '日時変更のご案内', ko: '변경된 시간 안내' },
    text: {
      en: 'Dear {{customer.name}}, we shall call you on {{callback.desired}}. If that does not suit you, call {{route.number}}.',
      ja: '{{customer.name}}様　{{callback.desired}}にお電話いたします。ご都合が悪い場合は{{route.number}}までご連絡ください。',
      ko: '{{customer.name}} 고객님, {{callback.desired}}에 전화드리겠습니다. 시간이 맞지 않으시면 {{route.number}}(으)로 연락해 주세요.',
    },
  },
  {
    id: 'thanks',
    categoryId: 'after-the-call',
    routeIds: null,
    title: { en: 'Thank you', ja: 'お礼', ko: '감사 인사' },
    text: {
      en: 'Dear {{customer.name}}, thank you for your time today. If anything is still open, reply to this message and name {{callback.id}}. {{agent.name}}, {{route.name}}',
      ja: '{{customer.name}}様　本日はお時間をいただきありがとうございました。ご不明な点がございましたら、受付番号{{callback.id}}を添えてご返信ください。{{route.name}} {{agent.name}}',
      ko: '{{customer.name}} 고객님, 오늘 시간 내주셔서 감사합니다. 더 궁금하신 점은 접수 번호 {{callback.id}}와 함께 회신해 주세요. {{route.name}} {{agent.name}}',
    },
  },
  {
    id: 'reset-steps',
    categoryId: 'after-the-call',
    routeIds: ['support'],
    title: { en: 'How to sign in again', ja: '再ログインの手順', ko: '다시 로그인하는 방법' },
    text: {
      en: 'Dear {{customer.name}}, as we discussed: open the sign-in page, choose “Send a new code”, and enter the code within ten minutes. You wrote to us about: {{collected.subject}}.',
      ja: '{{customer.name}}様　先ほどご案内した手順です。ログイン画面で「新しいコードを送信」を選び、10分以内にコードを入力してください。お問い合わせ内容: {{collected.subject}}',
      ko: '{{customer.name}} 고객님, 안내해 드린 방법입니다. 로그인 화면에서 “새 코드 받기”를 선택하고 10분 안에 코드를 입력하세요. 문의하신 내용: {{collected.subject}}',
    },
  },
];

/**
 * Puts them into the store, each only if it is missing; they are the centre's own from then on.
 *
 * @param routesOf the ids of the routes that there are for one of the newcomer's
 */
export async function seedResponses({ db }: Pick<Store, 'db'>, routesOf: (routeId: string) => readonly string[] = (id) => [id]): Promise<void> {
  const known = new Set([...(await readCategories(db)), ...(await readResponses(db))].map(({ id }) => id));
  for (const category of CATEGORIES) if (!known.has(category.id)) await createCategory(db, { ...category, actor: SYSTEM });
  for (const response of RESPONSES) if (!known.has(response.id)) await createResponse(db, { ...response, routeIds: response.routeIds?.flatMap(routesOf) ?? null, actor: SYSTEM });
}
