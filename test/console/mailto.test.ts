import { isAddress, mailtoUrl } from '../../console/case/party/mailto.ts';

test('a mail program is opened with what was written, percent-encoded', () => {
  const url = mailtoUrl({ to: 'yui+invoice@example.com', subject: 'ご請求書 & more?', text: 'One\nTwo=2\r\nThree' });
  expect(url).toBe('mailto:yui%2Binvoice@example.com?subject=%E3%81%94%E8%AB%8B%E6%B1%82%E6%9B%B8%20%26%20more%3F&body=One%0D%0ATwo%3D2%0D%0AThree');
  const { searchParams } = new URL(url);
  expect([searchParams.get('subject'), searchParams.get('body')]).toEqual(['ご請求書 & more?', 'One\r\nTwo=2\r\nThree']);
});

test('what was left empty is left out, and no address can add fields of its own', () => {
  expect(mailtoUrl({ to: 'yui@example.com', subject: '', text: '' })).toBe('mailto:yui@example.com');
  expect(mailtoUrl({ to: 'a?bcc=all@example.com', subject: '', text: 'x' })).toBe('mailto:a%3Fbcc%3Dall@example.com?body=x');
});

test.each([
  ['yui@example.com', true],
  ['yui@example', false],
  ['yui at example.com', false],
  ['', false],
])('%s is an address: %s', (text, is) => {
  expect(isAddress(text)).toBe(is);
});
