function doubleByteTable(): ReadonlyMap<string, Buffer> {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const code = Buffer.from([lead, trail]);
      table.set(decoder.decode(code), code);
    }
  }
  return table;
}

let table: ReadonlyMap<string, Buffer> | undefined;

/** The text in GBK, which Node can only read. */
export function encodeGbk(text: string): Buffer {
  table ??= doubleByteTable();
  const known = table;
  return Buffer.concat([...text].map((character) => known.get(character) ?? Buffer.from(character)));
}
