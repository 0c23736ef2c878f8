import { expect, test } from 'vitest';
import { escapeHtml, html, trusted } from './html.ts';

test('text is escaped, as text and as an attribute', () => {
  const hostile = `"><script>alert('1')</script>&`;
  const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;';
  expect(escapeHtml(hostile)).toBe(escaped);
  expect(html`<p title="${hostile}">${hostile}</p>`.toString()).toBe(`<p title="${escaped}">${escaped}</p>`);
});

test('templates nest without being escaped twice', () => {
  const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}</ul>`.toString()).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>');
});

test('false and undefined leave nothing behind, zero does', () => {
  expect(html`[${false}${undefined}${0}]`.toString()).toBe('[0]');
});

test('trusted markup is left as it is', () => {
  expect(html`${trusted('<svg></svg>')}`.toString()).toBe('<svg></svg>');
});
