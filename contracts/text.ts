/** The languages a person may read us in. */
export const langs = ['en', 'zh'] as const;

export type Lang = (typeof langs)[number];

/** One text in every language: a missing translation does not compile. `{name}` marks a parameter. */
export type Text = Readonly<Record<Lang, string>>;

/** Values for the marks of a text. */
export type Params = Readonly<Record<string, string | number>>;

/** The same, where a value may itself need translation. */
export type TextParams = Readonly<Record<string, string | number | Text>>;

/** The text in one language, its `{name}` marks replaced by the parameters of that name. */
export function fill(text: Text, lang: Lang, params: TextParams = {}): string {
  return text[lang].replace(/\{(\w+)\}/g, (mark, name: string) => {
    const value = params[name] ?? mark;
    return typeof value === 'object' ? fill(value, lang, params) : String(value);
  });
}

/** The text in every language, its marks replaced. */
export function fillAll(text: Text, params: TextParams): Text {
  return { en: fill(text, 'en', params), zh: fill(text, 'zh', params) };
}
