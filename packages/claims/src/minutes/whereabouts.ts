// Tells whether words give away a point: coordinates in any of the ways in which people write them, in any digits.

/** Each is a way of writing a place more exactly than a cell of 4.9 km. */
const WAYS: readonly RegExp[] = [
  // 36.204, 37.134: three decimals of a degree are some 100 m; where there are two numbers, two decimals are enough.
  /(?<![\d.])[-+]?\d{1,3}\.\d{3,}(?!\d*[.,]?\d*\s*(?:%|kg|km|t\b))/iu,
  /\d{1,3}[.,]\d{2,}\s*°?\s*[nsewсюзв]?\s*[,;/|\s]\s*[-+]?\d{1,3}[.,]\d{2,}\s*°?\s*[nsewсюзв]?(?![\d])/iu,
  // 36° 12′ 4″ N, 36 12 04 N 37 08 03 E
  /\d{1,3}\s*[°º˚]/u,
  /\d{1,3}[\s:]\d{1,2}[\s:]\d{1,2}(?:[.,]\d+)?\s*[ns]\b.{0,4}?\d{1,3}[\s:]\d{1,2}[\s:]\d{1,2}/iu,
  // 37S BV 12345 12345 (MGRS), 37 S 332000 4008000 (UTM)
  /\b\d{1,2}\s?[c-hj-np-x]\s?[a-hj-np-z]{2}\s?\d{2,5}\s?\d{2,5}\b/iu,
  /\b\d{6}(?:\.\d+)?\s?m?e?[\s,;]+\d{7}\b/iu,
  // 8G9R6574+PX (open location code)
  /[23456789cfghjmpqrvwx]{4,8}\+[23456789cfghjmpqrvwx]{2,}/iu,
  // A geohash of more than five characters: letters and digits by turns, as no word and no quantity has them.
  /\b(?=[0-9b-hjkmnp-z]*(?:[a-z]\d+[a-z]|\d[a-z]+\d))[0-9b-hjkmnp-z]{6,12}\b/iu,
  /\bgeo:|\b(?:lat|lon|long|latitude|longitude)\s*[:=]/iu,
]

/** Whether somebody could go to the place by these words alone. What is said of a place in plain words is not found. */
export function givesAPoint(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(/\p{Nd}/gu, (digit) => String(digitOf(digit)))
    .replaceAll('٫', '.')
    .replaceAll('،', ',')
  return WAYS.some((way) => way.test(plain))
}

/** Decimal digits stand in rows of ten, each from nought. */
function digitOf(digit: string): number {
  const at = digit.codePointAt(0)!
  let first = at
  while (at - first < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1
  return at - first
}
