import { Inflate } from 'fflate';
import { ImportError, said } from '../error.ts';

export const MAX_INFLATED = 50 * 1024 * 1024;
export const MAX_ENTRIES = 200;
const SLICE = 16 * 1024;

interface Entry {
  readonly name: string;
  readonly comment: string;
  readonly method: number;
  readonly packed: Uint8Array;
  readonly declared: number;
}

export const broken = (where?: string) =>
  new ImportError(
    'broken',
    said(
      'The file is damaged: it ends early or its parts do not fit together.',
      '파일이 손상되었습니다. 중간에 끊겼거나 내부 구조가 맞지 않습니다.',
    ),
    said(
      'Copy or download it again, or open it in your spreadsheet program and save it anew.',
      '파일을 다시 복사하거나 내려받으십시오. 또는 스프레드시트 프로그램에서 열어 새로 저장하십시오.',
    ),
    where,
  );

const bomb = () =>
  new ImportError(
    'zip-bomb',
    said(
      'The file unpacks to more than 50 MiB or holds more than 200 parts. No MSEL is that large.',
      '파일의 압축을 풀면 50MiB를 넘거나 구성 요소가 200개를 넘습니다. 주요상황목록(MSEL)으로 보기 어려운 크기입니다.',
    ),
    said(
      'Save only the MSEL sheet as a new .xlsx file, without pictures.',
      '그림을 빼고 주요상황목록 시트만 새 .xlsx 파일로 저장하십시오.',
    ),
  );

/**
 * A ZIP archive read from its directory. Nothing is unpacked before it is asked for,
 * and never more than the bound, whatever the archive declares.
 */
export class Zip {
  readonly #entries = new Map<string, Entry>();
  #inflated = 0;

  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.#readDirectory(bytes, view);
    } catch (error) {
      throw error instanceof ImportError ? error : broken();
    }
    let declared = 0;
    for (const entry of this.#entries.values()) declared += entry.declared;
    if (declared > MAX_INFLATED) throw bomb();
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  comment(name: string): string {
    return this.#entries.get(name)?.comment ?? '';
  }

  /** The unpacked bytes of a part; undefined if there is none of that name. */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    if (entry.method === 0) return entry.packed;
    if (entry.method !== 8) throw broken(name);
    const chunks: Uint8Array[] = [];
    const inflate = new Inflate((chunk) => {
      this.#inflated += chunk.length;
      if (this.#inflated > MAX_INFLATED) throw bomb();
      chunks.push(chunk.slice());
    });
    try {
      for (let i = 0; i < entry.packed.length; i += SLICE)
        inflate.push(entry.packed.subarray(i, i + SLICE), i + SLICE >= entry.packed.length);
    } catch (error) {
      throw error instanceof ImportError ? error : broken(name);
    }
    return joined(chunks);
  }

  /** The part as text (UTF-8, or UTF-16 with its mark). */
  text(name: string): string | undefined {
    const bytes = this.read(name);
    if (!bytes) return undefined;
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
    return new TextDecoder(encoding).decode(bytes);
  }

  #readDirectory(bytes: Uint8Array, view: DataView): void {
    let end = bytes.length - 22;
    const first = Math.max(0, end - 65_535);
    while (end >= first && view.getUint32(end, true) !== 0x06054b50) end--;
    if (end < first) throw broken();
    const count = view.getUint16(end + 10, true);
    if (count > MAX_ENTRIES) throw bomb();
    let at = view.getUint32(end + 16, true);
    const utf8 = new TextDecoder();
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== 0x02014b50) throw broken();
      const size = view.getUint32(at + 20, true);
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((o) => view.getUint16(at + o, true)) as [number, number, number];
      const local = view.getUint32(at + 42, true);
      const name = utf8.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
      const comment = utf8.decode(bytes.subarray(at + 46 + nameLength + extraLength, at + 46 + nameLength + extraLength + commentLength));
      if (view.getUint32(local, true) !== 0x04034b50) throw broken(name);
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      if (from + size > bytes.length) throw broken(name);
      this.#entries.set(name, {
        name,
        comment,
        method: view.getUint16(at + 10, true),
        declared: view.getUint32(at + 24, true),
        packed: bytes.subarray(from, from + size),
      });
      at += 46 + nameLength + extraLength + commentLength;
    }
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((n, c) => n + c.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
