/**
 * For tests: spellings of URLs that look as if load might go there, and must not. Each reads `{port}` where a server
 * listens on all addresses of this machine, so that one that gets through is seen.
 */

/** What a person has allowed besides loopback while these are tried. */
export const allowedHosts: readonly string[] = [
  'staging.example.com:8443',
  'other.example.com',
  '[2001:db8::1]',
];

/** Every way to put two lists together. */
function pairs(first: readonly string[], second: readonly string[], join: (a: string, b: string) => string) {
  return first.flatMap((a) => second.map((b) => join(a, b)));
}

const loopback: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Addresses that are not loopback, as four numbers: any, private, link-local, metadata, public, neighbours of 127. */
const foreign = [
  [0, 0, 0, 0],
  [10, 0, 0, 1],
  [192, 168, 0, 1],
  [172, 16, 0, 1],
  [169, 254, 169, 254],
  [126, 255, 255, 255],
  [128, 0, 0, 1],
  [255, 255, 255, 255],
] as const;

type Address = (typeof foreign)[number];

const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
const escaped = (text: string) => text.replace(/./g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
const numberOf = ([a, b, c, d]: Address) => ((a * 256 + b) * 256 + c) * 256 + d;

/** How an IPv4 address can be written for a reader of URLs. */
const notations: readonly ((address: Address) => string)[] = [
  (address) => address.join('.'),
  (address) => String(numberOf(address)),
  (address) => `0x${numberOf(address).toString(16)}`,
  (address) => `0${numberOf(address).toString(8)}`,
  (address) => address.map((part) => `0x${part.toString(16)}`).join('.'),
  (address) => address.map((part) => `0${part.toString(8)}`).join('.'),
  ([a, b, c, d]) => `${a}.${(b * 256 + c) * 256 + d}`,
  ([a, b, c, d]) => `${a}.${b}.${c * 256 + d}`,
  (address) => wide(address.join('.')),
  (address) => address.join('。'),
  (address) => escaped(address.join('.')),
  (address) => `${address.join('.')}.`,
  (address) => `[::ffff:${address.join('.')}]`,
];

const families: Readonly<Record<string, readonly string[]>> = {
  'IPv4 in other notations': notations.flatMap((write) =>
    foreign.map((address) => `http://${write(address)}:{port}`),
  ),
  'IPv6 that is, or leads to, something else': [
    ...[
      '[::]',
      '[0:0:0:0:0:0:0:0]',
      '[::2]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[0:0:0:0:0:ffff:7f00:0001]',
    ],
    ...[
      '[::127.0.0.1]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
      '[fe80::1]',
      '[fc00::1]',
      '[2001:db8::2]',
      '[ff02::1]',
    ],
    ...[
      '[::1%25lo]',
      '[fe80::1%25lo]',
      '[fe80::1%lo]',
      '[::1',
      '::1',
      '[::1]]',
      '[[::1]]',
      '[127.0.0.1]',
      '[localhost]',
    ],
  ].map((host) => `http://${host}:{port}`),
  'a name that begins like loopback': pairs(
    ['localhost', '127.0.0.1', '127-0-0-1', '0x7f000001', '2130706433'],
    ['.evil.example', '.nip.io', '.sslip.io', '-evil.example', '.evil.example.', '.com'],
    (host, rest) => `http://${host}${rest}:{port}`,
  ),
  'a name that ends like loopback, or means it': [
    ...[
      'evil.localhost',
      'localhost.localhost',
      'localhost.',
      'localhost..',
      '.localhost',
      'localhost.localdomain',
    ],
    ...[
      'localhost6',
      'ip6-localhost',
      'ip6-loopback',
      'local',
      'evil-localhost',
      'xlocalhost',
      'localhosts',
      'host',
    ],
    ...['127.0.0.1.2', '1.127.0.0.1', '127.0.0.256', '127.0.0.0x100', '127.0.0.1e0', '*', '*.localhost'],
    ...[
      'localtest.me',
      'lvh.me',
      'vcap.me',
      'lacolhost.com',
      'host.docker.internal',
      'kubernetes.docker.internal',
    ],
  ].map((host) => `http://${host}:{port}`),
  'letters that look alike': [
    ...[
      '1ocalhost',
      'loca1host',
      'lоcalhost',
      'localhоst',
      'lοcalhost',
      'lоcаlhоst',
      'ıocalhost',
      'łocalhost',
      'localhöst',
    ],
    ...[
      'xn--lcalhost-8bg',
      'xn--localhst-8bg',
      'localhost\u0301',
      'l\u200docalhost.x',
      '１２７.０.０.１.x',
      'loсalhost',
    ],
  ].map((host) => `http://${host}:{port}`),
  'a user who looks like the host': pairs(loopback, ['evil.example', '0.0.0.0'], (user, host) => {
    return `http://${user.replace(/[[\]]/g, '')}@${host}:{port}`;
  }).concat(
    pairs(
      loopback,
      ['evil.example', '[::]'],
      (user, host) => `http://${user.replace(/:/g, '%3A')}:80@${host}:{port}`,
    ),
    [
      'http://a@localhost:{port}',
      'http://a:b@127.0.0.1:{port}',
      'http://:b@[::1]:{port}',
      'http://a%40localhost@0.0.0.0:{port}',
    ],
  ),
  'a host behind a sign': pairs(
    [
      '#',
      '?',
      '/',
      '#@',
      '?@',
      '/@',
      '/#',
      ';',
      '&',
      '%23',
      '%2f',
      '%3f',
      '%40',
      '%00',
      '%0d%0a',
      ':80#@',
      '/..//',
      '\\',
      '\\\\',
    ],
    ['localhost:{port}', '127.0.0.1:{port}'],
    (sign, host) => `http://evil.example${sign}${host}`,
  ),
  'loopback, then a sign and a host': pairs(
    [
      '\\@',
      '\\\\',
      '\\',
      '%00',
      '%00.',
      '%0a',
      '%09',
      '%20',
      '%2e',
      '%2f',
      '%5c',
      '%40',
      '%23@',
      '#@',
      '?@',
      '^',
      '|',
      '<',
      '"',
    ],
    ['evil.example'],
    (sign, host) => `http://localhost${sign}${host}:{port}`,
  ),
  'signs that one reader takes out': pairs(
    ['\t', '\n', '\r', '\r\n', '\u0000', '\u000b', '\u001f', ' ', '\u00a0', '\u2028', '\ufeff', '\u0085'],
    [
      'http://local{sign}host:{port}',
      'http://127.0.0.1{sign}.evil.example:{port}',
      'ht{sign}tp://localhost:{port}',
    ],
    (sign, url) => url.replace('{sign}', sign),
  ),
  'other schemes, or none': [
    ...[
      'ftp',
      'file',
      'ws',
      'wss',
      'gopher',
      'javascript',
      'data',
      'blob:http',
      'httpx',
      'http+unix',
      'unix',
      'h2c',
      'ssh',
    ],
  ]
    .map((scheme) => `${scheme}://localhost:{port}`)
    .concat(
      [
        '//localhost:{port}',
        '///localhost:{port}',
        '/localhost:{port}',
        'localhost:{port}',
        '127.0.0.1:{port}',
        '\\\\localhost',
      ],
      [
        'http:localhost:{port}',
        'http:/localhost:{port}',
        'http:\\\\localhost:{port}',
        'http//localhost',
        '.',
        '../',
        '#',
        '?',
      ],
    ),
  'ports that are none': [
    '99999',
    '65536',
    '-1',
    '0x50',
    '80:80',
    '80evil.example',
    'port',
    '８０a',
    '1e3',
  ].map((port) => `http://localhost:${port}`),
  'almost an allowed host': [
    ...['https://staging.example.com', 'http://staging.example.com', 'https://staging.example.com:8444'],
    ...[
      'https://a.staging.example.com:8443',
      'https://staging.example.com.:8443',
      'https://xstaging.example.com:8443',
    ],
    ...[
      'https://staging.example.com.evil.example:8443',
      'https://staging.example.co:8443',
      'https://example.com:8443',
    ],
    ...[
      'https://staging.example.com@evil.example:8443',
      'https://stаging.example.com:8443',
      'https://staging-example.com:8443',
    ],
    ...[
      'https://other.example.com.',
      'https://www.other.example.com',
      'https://other.example.com.evil.example',
    ],
    ...['https://otherexample.com', 'https://other.example.como', 'https://other%2eexample.com.evil.example'],
    ...[
      'https://[2001:db8::11]',
      'https://[2001:db8:0:1::1]',
      'https://[2001:db8::1.2.3.4]',
      'https://2001:db8::1',
    ],
  ],
};

/** Family and spelling; no spelling twice. */
export const hostileUrls: readonly (readonly [string, string])[] = Object.entries(families).flatMap(
  ([family, urls]) => urls.map((url) => [family, url] as const),
);

/** Odd spellings of this machine, which every reader of URLs takes for it. */
export const loopbackUrls: readonly string[] = [
  ...[
    'localhost',
    'LOCALHOST',
    'LocalHost',
    '%6c%6fcalhost',
    'ｌｏｃａｌｈｏｓｔ',
    'ⓛocalhost',
    'local\u00adhost',
  ],
  ...[
    '127.0.0.1',
    '127.0.0.1.',
    '2130706433',
    '0x7f000001',
    '017700000001',
    '0x7f.1',
    '127.1',
    '127.0.1',
    '0177.0.0.01',
  ],
  ...[
    '１２７.０.０.１',
    '127。0。0。1',
    '127%2e0%2e0%2e1',
    '127.0.0.0x1',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[0::1]',
    '[::0.0.0.1]',
  ],
].map((host) => `http://${host}:{port}`);
