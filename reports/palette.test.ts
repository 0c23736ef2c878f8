import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Colour = readonly [number, number, number];

const outcomes = [
  'success',
  'partial',
  'all-failed',
  'other-code',
  'token',
  'violation',
  'http-error',
  'no-answer',
];
const graphics = [...outcomes, 'blue', 'blue-soft', 'sky'];
const texts = ['ink', 'muted', 'good', 'bad', 'warn'];

/** Smallest distance of two outcomes, in hundredths of Oklab: about four times what is just seen. */
const farApart = 8;

const css = readFileSync(new URL('styles/page.css', import.meta.url), 'utf8');
const [, light = '', dark = ''] = /^:root \{([^}]*)\}[\s\S]*?:root \{([^}]*)\}/.exec(css) ?? [];

function variables(block: string): Map<string, Colour> {
  const found = [...block.matchAll(/--([\w-]+): #(\w+);/g)];
  return new Map(
    found.map(([, name = '', hex = '']) => {
      const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
      const [r = 0, g = 0, b = 0] = [0, 2, 4].map((i) => Number.parseInt(full.slice(i, i + 2), 16) / 255);
      return [name, [linear(r), linear(g), linear(b)]];
    }),
  );
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

const dot = (row: Colour, [x, y, z]: Colour): number => row[0] * x + row[1] * y + row[2] * z;

/** Contrast as WCAG 2 defines it. */
function contrast(one: Colour, other: Colour): number {
  const luminances = [one, other].map((colour) => 0.05 + dot([0.2126, 0.7152, 0.0722], colour));
  return Math.max(...luminances) / Math.min(...luminances);
}

/** What eyes without one kind of cones see, by Machado, Oliveira and Fernandes (2009), severity 1. */
const eyes: Readonly<Record<string, readonly [Colour, Colour, Colour]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** Ottosson's Oklab, in which distances are as large as they look. */
function oklab([r, g, b]: Colour): Colour {
  const rgb: Colour = [Math.max(0, r), Math.max(0, g), Math.max(0, b)];
  const cones: Colour = [
    Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], rgb)),
    Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], rgb)),
    Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], rgb)),
  ];
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], cones),
    dot([1.9779984951, -2.428592205, 0.4505937099], cones),
    dot([0.0259040371, 0.7827717662, -0.808675766], cones),
  ];
}

function distance(one: Colour, other: Colour): number {
  const [a, b] = [oklab(one), oklab(other)];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

const lightColours = variables(light);
const palettes = { light: lightColours, dark: new Map([...lightColours, ...variables(dark)]) };

describe.each(Object.entries(palettes))('on the %s page', (_name, colours) => {
  const colour = (name: string): Colour => colours.get(name) ?? expect.unreachable(`no --${name}`);
  const pairs = outcomes.flatMap((one, i) => outcomes.slice(0, i).map((other) => [one, other] as const));

  test.each(Object.entries(eyes))('eyes of %s tell outcomes apart', (_eyes, [red, green, blue]) => {
    const seen = (name: string): Colour => {
      const shown = colour(name);
      return [dot(red, shown), dot(green, shown), dot(blue, shown)];
    };
    const alike = pairs.filter(([one, other]) => distance(seen(one), seen(other)) < farApart);
    expect(alike).toEqual([]);
  });

  test.each(['paper', 'wash'])('graphics and text stand out from %s', (ground) => {
    const faint = (names: readonly string[], least: number) =>
      names.filter((name) => contrast(colour(name), colour(ground)) < least);
    expect({ graphics: faint(graphics, 3), texts: faint(texts, 4.5) }).toEqual({ graphics: [], texts: [] });
  });
});
