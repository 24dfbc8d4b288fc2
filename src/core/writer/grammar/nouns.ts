/** 'a' or 'an' for what stands next, by its sound. */
export function articleFor(next: string): 'a' | 'an' {
  const word = next.toLowerCase();
  if (/^(?:hour|honest|honour|honor|heir)/u.test(word)) return 'an';
  if (/^(?:uni(?!n)|use|usual|eu|one|once|ukulele|ewe)/u.test(word)) return 'a';
  return /^[aeiou]/u.test(word) ? 'an' : 'a';
}
