import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Device } from '../contracts/batch.ts';
import { makeDevices, referenceAccount, unknownDevices } from './devices.ts';

const pairs = (devices: readonly Device[]) => new Set(devices.map(({ pk, dk }) => JSON.stringify([pk, dk])));
const productKeys = (devices: readonly Device[]) => new Set(devices.map(({ pk }) => pk));
const digest = (devices: readonly Device[]) =>
  createHash('sha256')
    .update(JSON.stringify(devices, ['pk', 'dk']))
    .digest('hex')
    .slice(0, 16);

const macLike = /^([0-9A-F]{12}|[0-9a-f]{12})$/;
const imeiLike = /^\d{15}$/;
const shortName = /^D\d{3,}$/;

/** Luhn: double every second digit from the right, add the digits of everything. */
function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}

describe('referenceAccount', () => {
  const { own, foreign } = referenceAccount();

  it('is the same everywhere', () => {
    expect(own.slice(0, 6).map(({ pk, dk }) => `${pk} ${dk}`)).toMatchInlineSnapshot(`
      [
        "pI0i95 AD0CFB4C17E4",
        "bloxpG 010622405156141",
        "cS1Fpy D001",
        "pI0i95 B608A8F9E22C",
        "bloxpG 019377867328495",
        "cS1Fpy D002",
      ]
    `);
    expect(foreign.slice(0, 6).map(({ pk, dk }) => `${pk} ${dk}`)).toMatchInlineSnapshot(`
      [
        "pI0i95 9ad2b707d3fd",
        "bloxpG 355109202549234",
        "cS1Fpy D668",
        "8cNYjG 255502C29122",
        "ST52aS 351486758135418",
        "6qXxGj D001",
      ]
    `);
    expect([digest(own), digest(foreign)]).toMatchInlineSnapshot(`
      [
        "755fe1e486b9cec8",
        "ad665f19a2775b48",
      ]
    `);
    expect(referenceAccount()).toEqual({ own, foreign });
  });

  it('changes with the seed', () => {
    expect(digest(referenceAccount(2).own)).not.toBe(digest(own));
  });

  it('has 2000 own and 200 foreign devices, all different', () => {
    expect([own.length, foreign.length]).toEqual([2000, 200]);
    expect(pairs([...own, ...foreign]).size).toBe(2200);
  });

  it('has own devices of three products, foreign ones of the same and of others', () => {
    expect(productKeys(own).size).toBe(3);
    for (const pk of productKeys([...own, ...foreign])) expect(pk).toMatch(/^[A-Za-z0-9]{6}$/);
    const sameProduct = foreign.filter(({ pk }) => productKeys(own).has(pk));
    expect(sameProduct.length).toBeGreaterThan(50);
    expect(sameProduct.length).toBeLessThan(150);
  });

  it('names devices in every way the platform does', () => {
    const ways = [macLike, imeiLike, shortName].map((way) => own.filter(({ dk }) => way.test(dk)).length);
    expect(Math.min(...ways)).toBeGreaterThan(600);
    expect(ways.reduce((sum, count) => sum + count)).toBe(2000);
    expect(own.some(({ dk }) => dk === 'D001')).toBe(true);
    expect(own.some(({ dk }) => macLike.test(dk) && dk !== dk.toUpperCase())).toBe(true);
    expect(own.some(({ dk }) => macLike.test(dk) && dk !== dk.toLowerCase())).toBe(true);
    expect(own.filter(({ dk }) => imeiLike.test(dk) && dk.startsWith('0')).length).toBeGreaterThan(100);
  });

  it('gives IMEI-like keys a valid check digit', () => {
    for (const { dk } of own.filter(({ dk }) => imeiLike.test(dk))) expect(luhnSum(dk) % 10).toBe(0);
  });
});

describe('makeDevices', () => {
  it('makes 100,000 different devices', () => {
    const devices = makeDevices(100_000, 7, 10);
    expect(pairs(devices).size).toBe(100_000);
    expect(productKeys(devices).size).toBe(10);
  });

  it('makes as many as asked', () => {
    expect(makeDevices(0, 1)).toEqual([]);
    expect(makeDevices(1, 1)).toHaveLength(1);
    expect(makeDevices(10, 1)).toHaveLength(10);
  });

  it('begins alike whatever the count', () => {
    expect(makeDevices(10, 1)).toEqual(makeDevices(100, 1).slice(0, 10));
  });
});

describe('unknownDevices', () => {
  const { own, foreign } = referenceAccount();
  const pool = [...own, ...foreign];
  const unknown = unknownDevices(pool, 100, 1);

  it('is the same everywhere', () => {
    expect(unknown.slice(0, 4).map(({ pk, dk }) => `${pk} ${dk}`)).toMatchInlineSnapshot(`
      [
        "cS1Fpy 013101335462801",
        "py8cNY D492",
        "cS1Fpy 358001804956361",
        "1KZKhM 8c70d9ec2c59",
      ]
    `);
  });

  it('shares no device with the pool, even when made from the same seed', () => {
    expect(pairs([...pool, ...unknown]).size).toBe(pool.length + 100);
  });

  it('has half its devices under a known product key, half under an unknown one', () => {
    const known = unknown.filter(({ pk }) => productKeys(pool).has(pk));
    expect(known).toHaveLength(50);
    const deviceKeys = new Set(pool.map(({ dk }) => dk));
    expect(known.filter(({ dk }) => deviceKeys.has(dk))).toEqual([]);
    expect(unknown.filter(({ dk }) => deviceKeys.has(dk))).toHaveLength(50);
  });

  it('does without a pool', () => {
    expect(pairs(unknownDevices([], 10, 1)).size).toBe(10);
  });
});
