/** Capital and small letters beyond ASCII (Unicode's `SpecialCasing` and `UnicodeData`), in the course's own Rust. */

const LAST_CODE = 0x1ffff

interface Changes {
  /** Runs of characters that change alike, by four numbers: first, last, the step between them, and what is added. */
  readonly runs: readonly number[]
  /** Characters that become several, by four numbers: what it was, and what it becomes, filled up with 0. */
  readonly several: readonly number[]
}

/** All that a change does to single characters, as the machine's own tables have it. */
function changesBy(change: (text: string) => string): Changes {
  const runs: number[] = []
  const several: number[] = []
  for (let code = 128; code <= LAST_CODE; code++) {
    const codes = [...change(String.fromCodePoint(code))].map((each) => each.codePointAt(0)!)
    if (codes.length > 1) several.push(code, codes[0]!, codes[1]!, codes[2] ?? 0)
    else if (codes[0] !== code) addToRuns(runs, code, codes[0]! - code)
  }
  return { runs, several }
}

function addToRuns(runs: number[], code: number, added: number): void {
  const [first = 0, last = 0, step = 0, before] = runs.slice(-4)
  const distance = code - last
  const isNext = before === added && (first === last ? distance <= 2 : distance === step)
  if (isNext) runs.splice(-3, 2, code, distance)
  else runs.push(code, code, 1, added)
}

function changeOf(name: string, type: string, change: (text: string) => string) {
  const listOf = (type: string, values: readonly number[]) =>
    `[${type}; ${values.length}] = [${values.join(', ')}];`
  return {
    names: [type],
    text: () => {
      const { runs, several } = changesBy(change)
      return `
const ${name}_RUNS: ${listOf('i32', runs)}
const ${name}_SEVERAL: ${listOf('u32', several)}
#[derive(Clone, Debug)]
pub struct ${type} {
    codes: [u32; 3],
    next: usize,
    end: usize,
}
impl ${type} {
    fn of(code: u32) -> ${type} {
        match becomes_several(code, &${name}_SEVERAL) {
            Some(codes) => ${type} { codes, next: 0, end: if codes[2] == 0 { 2 } else { 3 } },
            None => ${type} { codes: [becomes(code, &${name}_RUNS), 0, 0], next: 0, end: 1 },
        }
    }
}
impl super::iter::Iterator for ${type} {
    type Item = char;
    fn next(&mut self) -> Option<char> {
        if self.next == self.end {
            return None;
        }
        self.next += 1;
        Some(unsafe { *(&self.codes[self.next - 1] as *const u32 as *const char) })
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.end - self.next, Some(self.end - self.next))
    }
}
impl super::iter::ExactSizeIterator for ${type} {}
impl super::fmt::Display for ${type} {
    fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
        for each in self.clone() {
            f.write_char(each)?;
        }
        Ok(())
    }
}`
    },
    words: ['becomes'],
  }
}

export const LETTER_CASES = [
  changeOf('UPPER', 'ToUppercase', (text) => text.toUpperCase()),
  changeOf('LOWER', 'ToLowercase', (text) => text.toLowerCase()),
  {
    names: ['becomes'],
    text: () => `
fn becomes(code: u32, runs: &[i32]) -> u32 {
    let whole = code as i32;
    let mut at = 0;
    while at < runs.len() && runs[at + 1] < whole {
        at += 4;
    }
    let is_in = at < runs.len() && runs[at] <= whole && (whole - runs[at]) % runs[at + 2] == 0;
    if is_in { (whole + runs[at + 3]) as u32 } else { code }
}
fn becomes_several(code: u32, several: &[u32]) -> Option<[u32; 3]> {
    let mut at = 0;
    while at < several.len() {
        if several[at] == code {
            return Some([several[at + 1], several[at + 2], several[at + 3]]);
        }
        at += 4;
    }
    None
}`,
  },
]

export const CHARACTER_CASES = `
pub fn to_uppercase(self) -> ToUppercase {
    if (self as u32) < 128 {
        return ToUppercase { codes: [self.to_ascii_uppercase() as u32, 0, 0], next: 0, end: 1 };
    }
    ToUppercase::of(self as u32)
}

pub fn to_lowercase(self) -> ToLowercase {
    if (self as u32) < 128 {
        return ToLowercase { codes: [self.to_ascii_lowercase() as u32, 0, 0], next: 0, end: 1 };
    }
    ToLowercase::of(self as u32)
}
`

/** A sigma at the end of a word is another letter. */
export const TEXT_CASES = `
pub fn to_uppercase(&self) -> super::string::String {
    let mut changed = super::string::String::with_capacity(self.len());
    for each in self.chars() {
        changed.extend(each.to_uppercase());
    }
    changed
}

pub fn to_lowercase(&self) -> super::string::String {
    let mut changed = super::string::String::with_capacity(self.len());
    let mut follows_letter = false;
    let mut rest = self.chars();
    while let Some(each) = rest.next() {
        let ends_word = match rest.clone().next() {
            Some(next) => !next.is_alphabetic(),
            None => true,
        };
        if each == '\\u{3a3}' && follows_letter && ends_word {
            changed.push('\\u{3c2}');
        } else {
            changed.extend(each.to_lowercase());
        }
        follows_letter = each.is_alphabetic();
    }
    changed
}
`
