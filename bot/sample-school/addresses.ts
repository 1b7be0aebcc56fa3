import type { Random } from './random.ts';

export interface SampleAddress {
  readonly address: readonly [string, string, string];
  readonly town: string;
  readonly postcode: string;
}

/** Where the families live. */
export interface SampleArea {
  readonly town: string;
  /** The postcode without its last two letters: `WA8 9`. */
  readonly sector: string;
}

/**
 * A home in a street that does not exist. Its postcode looks like one of the area and can be nobody's: the last two
 * letters of a real one are never C, I, K, M, O or V (Royal Mail).
 */
export function sampleAddress({ town, sector }: SampleArea, random: Random): SampleAddress {
  const street = random.between(0, streets.length - 1);
  const house = `${random.between(1, 148)} ${streets[street]}`;
  const postcode = `${sector}${'CKMV'[street % 4]}${'ABDEFGHJLN'[Math.floor(street / 4)]}`;
  return { address: lines(house, random), town, postcode };
}

function lines(house: string, random: Random): readonly [string, string, string] {
  const kind = random.next();
  if (kind < 0.06) return [`Flat ${random.between(1, 24)}`, house, ''];
  if (kind < 0.08) return [`Flat ${random.between(1, 9)}, The Maltings`, house, 'Saltpan Wharf'];
  return [house, '', ''];
}

const streets = [
  'Alkali Row',
  'Barge Horse Lane',
  'Bellringer Street',
  'Bittern Close',
  'Brinepan Road',
  'Cinder Walk',
  'Clogmaker Street',
  'Cooper’s Yard',
  'Coppersmith Row',
  'Curlew Drift',
  'Dyehouse Street',
  'Eelcatcher Lane',
  'Ferryman’s Walk',
  'Flatboat Road',
  'Furnaceman Street',
  'Gasmantle Row',
  'Gossage Hey',
  'Hempdresser Lane',
  'Ironmould Street',
  'Kelpburner Road',
  'Lapwing Rise',
  'Lighterman Street',
  'Limeburner Close',
  'Lockhouse Lane',
  'Mudlark Way',
  'Osier Bed Road',
  'Pan House Lane',
  'Puntman Street',
  'Quicklime Row',
  'Ropewalk Hey',
  'Saltmarsh Rise',
  'Samphire Close',
  'Shrimper’s Row',
  'Soapboiler Street',
  'Tallow Street',
  'Tidewaiter Road',
  'Tollkeeper Lane',
  'Waggonway Street',
  'Wherry Lane',
  'Withy Croft',
] as const;
