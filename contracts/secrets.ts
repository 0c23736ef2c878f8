import type { Answer } from './exchange.ts';

/** Secrets are found by their first characters; shorter ones only where they stand as a whole JSON string. */
const keyLength = 4;

interface Secret {
  readonly value: string;
  readonly substitute: string;
}

/** Replaces secrets by value, wherever they turn up: the key they stand under does not matter. */
export class Redactor {
  readonly #byKey = new Map<string, Secret[]>();
  /** The first characters of the keys: most of a long text needs no more than a look at them. */
  readonly #firsts = new Set<number>();
  readonly #known = new Set<string>();
  readonly #bySubstitute = new Map<string, string>();

  /** From now on, `value` reads as `substitute`. */
  learn(value: string, substitute: string): void {
    this.#bySubstitute.set(substitute, value);
    const jsonForm = JSON.stringify(value).slice(1, -1);
    for (const form of new Set([value, jsonForm])) this.#add(form, substitute);
  }

  /** Learns the parts of a token too: a payload or a signature alone is still a secret. */
  learnToken(token: string, substitute: string): void {
    this.learn(token, substitute);
    const [, ...parts] = token.split('.');
    for (const part of parts) this.learn(part, `[part of ${substitute}]`);
  }

  /** Learns every credential of an answer, even of one that is not valid JSON. */
  learnCredentials(answer: Answer): void {
    const text = answer.body.toString('utf8');
    for (const [, raw = ''] of text.matchAll(/"resetCredentials"\s*:\s*"((?:[^"\\]|\\.)*)/g)) {
      this.#add(raw, '[credential]');
      this.learn(unescaped(raw), '[credential]');
    }
  }

  /** The secret that reads as this substitute: the last that was learned, where there are several. */
  secretOf(substitute: string): string | undefined {
    return this.#bySubstitute.get(substitute);
  }

  /** The text without any secret learned so far. */
  redact(text: string): string {
    let clean = '';
    let from = 0;
    for (let i = 0; i + keyLength <= text.length; i++) {
      if (!this.#firsts.has(text.charCodeAt(i))) continue;
      const candidates = this.#byKey.get(text.slice(i, i + keyLength));
      const secret = candidates?.find(({ value }) => text.startsWith(value, i));
      if (!secret) continue;
      clean += text.slice(from, i) + secret.substitute;
      from = i + secret.value.length;
      i = from - 1;
    }
    return clean + text.slice(from);
  }

  #add(value: string, substitute: string): void {
    if (value === '' || this.#known.has(value)) return;
    this.#known.add(value);
    const isShort = value.length <= keyLength;
    const secret = isShort ? { value: `"${value}"`, substitute: `"${substitute}"` } : { value, substitute };
    const key = secret.value.slice(0, keyLength);
    if (key.length < keyLength) return;
    this.#firsts.add(key.charCodeAt(0));
    const candidates = this.#byKey.get(key) ?? [];
    candidates.push(secret);
    candidates.sort((a, b) => b.value.length - a.value.length);
    this.#byKey.set(key, candidates);
  }
}

function unescaped(raw: string): string {
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}
