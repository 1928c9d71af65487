import { once } from 'node:events';
import { createDeflateRaw, crc32 } from 'node:zlib';

/*
 * A ZIP archive, written as it comes: an entry's sizes follow its bytes in a data descriptor, so nothing is held back. Compression
 * runs on the threads of zlib.
 */

/** Fast, and hardly larger than the best: the XML of a sheet is one pattern over and over. */
const LEVEL = 3;
const CHUNK_BYTES = 65_536;
/** What a ZIP without extensions can say of sizes and places. */
const MOST_BYTES = 0xffff_ffff;
/** Sizes follow the bytes; names are UTF-8. */
const FLAGS = 0x0808;
const VERSION = 20;
const DEFLATED = 8;
/** 1 January 1980: the archive says nothing of when. */
const DATE = 0x0021;

/** Writes entries one after another; `put` takes bytes of the archive and may ask to wait. */
export class Zip {
  #put;
  #offset = 0;
  /** @type {{ name: Buffer, crc: number, packed: number, size: number, offset: number }[]} */
  #entries = [];

  /** @param {(bytes: Uint8Array) => void} put */
  constructor(put) {
    this.#put = put;
  }

  /**
   * Begins an entry; the one before must have ended.
   * @param {string} name
   */
  entry(name) {
    const entry = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, offset: this.#offset };
    const packer = createDeflateRaw({ level: LEVEL, chunkSize: CHUNK_BYTES });
    packer.on('data', (bytes) => {
      entry.packed += bytes.length;
      this.#write(bytes);
    });
    this.#write(localHeader(entry.name));
    return {
      get size() {
        return entry.size;
      },
      /** @param {string} text */
      write: async (text) => {
        const bytes = Buffer.from(text);
        entry.crc = crc32(bytes, entry.crc);
        entry.size += bytes.length;
        if (!packer.write(bytes)) await once(packer, 'drain');
      },
      end: async () => {
        const ended = once(packer, 'end');
        packer.end();
        await ended;
        this.#write(descriptor(entry));
        this.#entries.push(entry);
      },
    };
  }

  /**
   * A whole entry.
   * @param {string} name
   * @param {string} text
   */
  async add(name, text) {
    const entry = this.entry(name);
    await entry.write(text);
    await entry.end();
  }

  /** Writes the directory: the archive is whole. */
  end() {
    const begins = this.#offset;
    for (const entry of this.#entries) this.#write(directoryEntry(entry));
    const length = this.#offset - begins;
    const count = this.#entries.length;
    this.#write(fields([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [length, 4], [begins, 4], [0, 2]));
  }

  /** @param {Uint8Array} bytes */
  #write(bytes) {
    this.#offset += bytes.length;
    if (this.#offset > MOST_BYTES) throw new RangeError('The workbook is larger than 4 GiB.');
    this.#put(bytes);
  }
}

/** @param {Buffer} name */
function localHeader(name) {
  const head = fields([0x04034b50, 4], [VERSION, 2], [FLAGS, 2], [DEFLATED, 2], [0, 2], [DATE, 2], [0, 4], [0, 4], [0, 4], [name.length, 2], [0, 2]);
  return Buffer.concat([head, name]);
}

function descriptor({ crc, packed, size }) {
  return fields([0x08074b50, 4], [crc, 4], [packed, 4], [size, 4]);
}

function directoryEntry({ name, crc, packed, size, offset }) {
  const head = fields([0x02014b50, 4], [VERSION, 2], [VERSION, 2], [FLAGS, 2], [DEFLATED, 2], [0, 2], [DATE, 2], [crc, 4], [packed, 4], [size, 4]);
  const rest = fields([name.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
  return Buffer.concat([head, rest, name]);
}

/**
 * Numbers one after another, little-endian.
 * @param {...[value: number, bytes: number]} values
 */
function fields(...values) {
  const all = Buffer.alloc(values.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of values) at = all.writeUIntLE(value, at, bytes);
  return all;
}
