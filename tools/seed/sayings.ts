import type { Dice } from './dice.ts';

type Language = 'en' | 'ja' | 'ko';
type Said = Readonly<Record<Language, readonly string[]>>;

const REASONS: Said = {
  en: ['Question about an invoice', 'Change of address', 'Delivery has not arrived', 'Order of spare parts', 'Cancelling a contract', 'The device does not start', 'Quotation for ten seats', 'Forgotten member number'],
  ja: ['請求書について', '住所変更', '商品が届かない', '部品の注文', '解約の相談', '電源が入らない', '見積もり依頼', '会員番号を忘れた', '引っ越し手続き'],
  ko: ['청구서 문의', '주소 변경', '상품 미도착', '부품 주문', '해지 상담', '전원이 켜지지 않음', '견적 요청', '회원 번호 분실'],
};

const TALKED: Said = {
  en: ['Explained the second reminder; the customer pays by Friday.', 'New address taken, letter sent.', 'Will be delivered on Tuesday between 9 and 12.', 'Sent the manual by e-mail.', 'Offer accepted, contract follows.'],
  ja: ['再発行の手続きを案内済み。', '住所変更を受付、確認書を郵送。', '火曜午前に再配達の予定。', '取扱説明書をメールで送付。', '見積もりに納得、契約書を送る。', '折り返しの時間を確認、午後が都合良い。'],
  ko: ['재발급 절차를 안내함.', '주소 변경 접수, 확인서 발송.', '화요일 오전 재배송 예정.', '사용 설명서를 이메일로 보냄.', '견적에 동의, 계약서 발송 예정.'],
};

const FRUITLESS: Said = {
  en: ['Rang out; try in the afternoon.', 'Left no message on the machine.', 'Line busy all morning.'],
  ja: ['応答なし、午後に再度。', '留守電、伝言は残さず。', '終日話中。'],
  ko: ['응답 없음, 오후에 재시도.', '자동응답기, 메시지 남기지 않음.', '오전 내내 통화 중.'],
};

/** What stays true of a customer from call to call. */
const ABOUT: Said = {
  en: ['Prefers to be called in the afternoon.', 'Hard of hearing: speak slowly.', 'Invoices go to the company’s address.', 'The switchboard answers; ask for the extension.', 'Speaks for the whole family.', 'Wishes every change to be confirmed by e-mail.'],
  ja: ['午後の連絡を希望。', '耳が遠いため、ゆっくり話す。', '請求書は会社宛に送付。', '代表番号は総務につながるので、内線を伝える。', 'ご家族の分もまとめて対応。', '変更は必ずメールでも連絡。', '平日は18時以降に在宅。'],
  ko: ['오후 연락을 선호함.', '청력이 약하므로 천천히 말할 것.', '청구서는 회사 주소로 발송.', '대표 번호는 총무팀이 받으므로 내선을 말할 것.', '가족 계약까지 함께 상담.', '변경 사항은 이메일로도 안내.'],
};

const COMPANIES: Said = {
  en: ['Harbour & Sons', 'Northgate Dental', 'Brightwater Farms', 'Millfield School', 'Larch Joinery', 'Oakley Logistics'],
  ja: ['つばめ商事', '株式会社みどり電機', '有限会社あさひ工務店', 'さくら薬局', '北浜運輸株式会社', '株式会社みなと印刷', 'ひまわり歯科医院'],
  ko: ['한빛상사', '(주)새봄전자', '푸른물류', '가온치과', '다솜인쇄', '주식회사 누리'],
};

export function companyIn(language: string, dice: Dice): string {
  return dice.pick(COMPANIES[known(language)]);
}

/** What is kept of a contact beside ways to reach them. */
export function contactNoteIn(language: string, dice: Dice): string {
  return dice.pick(ABOUT[known(language)]);
}

export function reasonIn(language: string, dice: Dice): string {
  return dice.pick(REASONS[known(language)]);
}

/** What an agent writes after a conversation, or after an attempt without one. */
export function noteIn(language: string, after: 'talked' | 'fruitless', dice: Dice): string {
  return dice.pick((after === 'talked' ? TALKED : FRUITLESS)[known(language)]);
}

function known(language: string): Language {
  return language === 'ja' || language === 'ko' ? language : 'en';
}
