import { localeOf } from '../locale.ts';
import { languageTags } from '../texts.ts';
import { type Question, type Rates, whatIf } from './what-if.ts';
import { answerLines } from './what-if-words.ts';

/** What of a browser's page is used here: the project is compiled without the types of browsers. */
interface Element {
  textContent: string | null;
  append(...elements: Element[]): void;
  replaceChildren(...elements: Element[]): void;
}

interface Field {
  readonly name: string;
  readonly type: string;
  value: string;
  checked: boolean;
}

interface Form {
  readonly dataset: Readonly<Record<string, string | undefined>>;
  readonly lang: string;
  readonly elements: Iterable<Field>;
  hidden: boolean;
  addEventListener(type: 'input' | 'submit', listener: (event: { preventDefault(): void }) => void): void;
  querySelector(selector: string): Element | null;
}

export interface Page {
  querySelectorAll(selector: string): Iterable<Form>;
  createElement(name: string): Element;
}

/** What stands in the fields; an empty one is no number, but for the batch size, which may be left open. */
function questionOf(form: Form): { readonly question: Question; readonly objective: number } {
  const fields = new Map([...form.elements].map((field) => [field.name, field]));
  const text = (name: string) => fields.get(name)?.value.trim() ?? '';
  const number = (name: string) => (text(name) === '' ? Number.NaN : Number(text(name)));
  const question = {
    devices: number('devices'),
    deadlineMs: number('deadline') * number('unit'),
    ...(text('batchSize') !== '' && { batchSize: number('batchSize') }),
    utilisation: number('utilisation') / 100,
    spare: fields.get('spare')?.checked ? 1 : 0,
    growth: number('growth') / 100,
  };
  return { question, objective: number('objective') };
}

function answer(page: Page, form: Form, rates: readonly Rates[]): void {
  const lang = form.lang === languageTags.zh ? 'zh' : 'en';
  const { question, objective } = questionOf(form);
  const asked = rates[objective];
  const place = form.querySelector('dl');
  if (!asked || !place) return;
  const element = (name: string, text: string) => {
    const made = page.createElement(name);
    made.textContent = text;
    return made;
  };
  const lines = answerLines(whatIf(asked, question), question, localeOf(lang));
  place.replaceChildren(...lines.flatMap(([label, value]) => [element('dt', label), element('dd', value)]));
}

/** Takes over what was typed into one edition of the page. */
function copy(from: Form, to: Form): void {
  const fields = new Map([...from.elements].map((field) => [field.name, field]));
  for (const field of to.elements) {
    const { value, checked } = fields.get(field.name) ?? field;
    if (field.type === 'checkbox') field.checked = checked;
    else if (field.value !== value) field.value = value;
  }
}

/** Answers what is asked in the forms of a page, as it is typed. Without it they are not seen. */
export function start(page: Page): void {
  const forms = [...page.querySelectorAll('form.what-if')];
  for (const form of forms) {
    const rates: readonly Rates[] = JSON.parse(form.dataset.rates ?? '[]');
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => {
      for (const other of forms) {
        if (other !== form) copy(form, other);
        answer(page, other, rates);
      }
    });
    form.hidden = false;
    answer(page, form, rates);
  }
}
