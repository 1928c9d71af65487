import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';

/** One element of TwiML. `text` is its own text, white space collapsed as Twilio does. */
export interface TwimlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly TwimlElement[];
  readonly text: string;
}

/** TwiML that Twilio cannot execute, with the code of Twilio's debugger. */
export class TwimlError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Without it the parser leaves numeric entities as they are; named ones that XML does not have never get here.
  htmlEntities: true,
});

/** An ampersand that begins none of XML's own entities. */
const STRAY_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;
const CDATA = /<!\[CDATA\[.*?\]\]>/gs;

const NodeSchema = z.record(z.string(), z.unknown());
const AttributesSchema = z.record(z.string(), z.coerce.string());

/**
 * Parses a TwiML document into the elements under its `<Response>`. Throws `TwimlError` 12100 when it is not XML and 12102 when its
 * root is something else. Source: https://www.twilio.com/docs/api/errors/12100
 */
export function parseTwiml(xml: string): readonly TwimlElement[] {
  const text = xml.trim();
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw new TwimlError(12_100, `Document parse failure: ${verdict.err.msg}`);
  if (STRAY_AMPERSAND.test(text.replaceAll(CDATA, ''))) throw new TwimlError(12_100, 'Document parse failure: unknown entity');
  const roots = elementsOf(parsed(text));
  const [root] = roots;
  if (roots.length !== 1 || root?.name !== 'Response') throw new TwimlError(12_102, 'The root element must be Response');
  return root.children;
}

/** The parser has limits of its own, on entities and on depth. */
function parsed(text: string): unknown {
  try {
    return parser.parse(text);
  } catch (error) {
    throw new TwimlError(12_100, `Document parse failure: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}

function elementsOf(nodes: unknown): TwimlElement[] {
  return z.array(NodeSchema).parse(nodes).flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text' && !key.startsWith('?') && !key.startsWith('#'));
    return name === undefined ? [] : [toElement(name, node)];
  });
}

function toElement(name: string, node: Record<string, unknown>): TwimlElement {
  const nodes = z.array(NodeSchema).parse(node[name]);
  const text = nodes.map((child) => (typeof child['#text'] === 'string' ? child['#text'] : '')).join(' ');
  return {
    name,
    attributes: AttributesSchema.parse(node[':@'] ?? {}),
    children: elementsOf(nodes),
    text: text.replaceAll(/\s+/g, ' ').trim(),
  };
}
