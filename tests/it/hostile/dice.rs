//! Chance for files that mean no good: a generator that can be had again from its seed, and what it does to a sample.

/// Things that readers have tripped over somewhere.
const NASTY: &[&str] = &[
    "18446744073709551615",
    "18446744073709551616",
    "4294967296",
    "65535",
    "65536",
    "256",
    "-1",
    "0",
    "1e400",
    "NaN",
    "0x_ff",
    "\"",
    "\"\"",
    "'",
    "r#\"",
    "b\"\\xff\"",
    "\\u{110000}",
    "\\u{1b}[2J",
    "\\u{202e}",
    "\\",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ";",
    ":",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\0",
    "\u{1b}]0;x\u{7}",
    "\u{1b}[31m",
    "\u{9b}2J",
    "\u{85}",
    "\u{202e}",
    "\u{2066}",
    "\u{200d}",
    "\u{2028}",
    "\u{feff}",
    "\u{ad}",
    "Nu\u{31b}\u{301}c ma\u{306}\u{301}m",
    "a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "🇻🇳👩\u{200d}🌾",
    "/*",
    "*/",
    "//",
    "#![enable(unwrap_newtypes)]",
    "Some(",
    "None",
    "Some(None)",
    "()",
    "true",
    "format: 2,",
    "format: 1,",
    "=HYPERLINK(\"x\")",
    "../../etc/passwd",
    "con",
    "desk",
];

/// A generator that can be had again from its seed.
pub(super) struct Dice(u64);

impl Dice {
    /// Seeds next to each other give unlike rolls.
    pub(super) fn new(seed: u64) -> Dice {
        let mut mixed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Dice((mixed ^ (mixed >> 31)) | 1)
    }

    /// A number below `sides`; 0 where there is none.
    pub(super) fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 1).unwrap_or(usize::MAX).checked_rem(sides).unwrap_or(0)
    }

    /// One of several.
    pub(super) fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }

    /// A place to cut a text in two, or its end.
    fn cut(&mut self, bytes: &[u8]) -> usize {
        self.below(bytes.len() + 1)
    }

    /// A piece of a text, most often a short one.
    fn piece(&mut self, bytes: &[u8]) -> (usize, usize) {
        let from = self.cut(bytes);
        let longest = if self.below(4) == 0 { bytes.len() } else { 60 };
        (from, (from + self.below(longest)).min(bytes.len()))
    }

    /// A nasty text, one of them long or deep.
    fn nasty(&mut self) -> Vec<u8> {
        match self.below(12) {
            0 => {
                self.one(&["(", "[", "Some(", "{\"a\":", "/*", "((", "\""]).repeat(1 + self.below(20_000)).into_bytes()
            }
            1 => {
                self.one(&["a", "9", "\u{301}", "\u{ad}", ",", "\n", " ", "ữ"]).repeat(self.below(20_000)).into_bytes()
            }
            2 => (0..self.below(40)).map(|_| u8::try_from(self.below(256)).unwrap_or(0)).collect(),
            _ => self.one(NASTY).as_bytes().to_vec(),
        }
    }

    /// Bends a text once.
    fn bend(&mut self, mut bytes: Vec<u8>, others: &[Vec<u8>]) -> Vec<u8> {
        match self.below(11) {
            0 => {
                let at = self.below(bytes.len());
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << self.below(8);
                }
            }
            1 => bytes.truncate(self.cut(&bytes)),
            2 => {
                let (from, to) = self.piece(&bytes);
                bytes.drain(from..to);
            }
            3 => {
                let (from, to) = self.piece(&bytes);
                let again = bytes[from..to].to_vec();
                let at = if self.below(2) == 0 { to } else { self.cut(&bytes) };
                bytes.splice(at..at, again);
            }
            4 | 5 => {
                let (at, nasty) = (self.cut(&bytes), self.nasty());
                bytes.splice(at..at, nasty);
            }
            6 => {
                let (from, to) = self.piece(&bytes);
                let nasty = self.nasty();
                bytes.splice(from..to, nasty);
            }
            7 => {
                let runs = runs(&bytes, u8::is_ascii_digit);
                if !runs.is_empty() {
                    let (from, to) = runs[self.below(runs.len())];
                    let number = self.one(&NASTY[..10]).as_bytes().to_vec();
                    bytes.splice(from..to, number);
                }
            }
            8 => {
                let runs = runs(&bytes, |byte| byte.is_ascii_alphanumeric() || *byte >= 0x80);
                if !runs.is_empty() {
                    let (from, to) = runs[self.below(runs.len())];
                    let other = runs[self.below(runs.len())];
                    let word = if self.below(2) == 0 { bytes[other.0..other.1].to_vec() } else { self.nasty() };
                    bytes.splice(from..to, word);
                }
            }
            9 if !bytes.is_empty() => {
                let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
                let (from, to) = (self.below(lines.len()), self.below(lines.len()));
                match self.below(3) {
                    0 => lines.swap(from, to),
                    1 => lines.insert(to, lines[from]),
                    _ => _ = lines.remove(from),
                }
                bytes = lines.concat();
            }
            _ => {
                let other = &others[self.below(others.len())];
                let (at, from) = (self.cut(&bytes), self.cut(other));
                bytes.truncate(at);
                bytes.extend(&other[from..]);
            }
        }
        bytes
    }

    /// A sample bent a few times over, now and then nothing but chance.
    pub(super) fn bent(&mut self, samples: &[Vec<u8>]) -> Vec<u8> {
        if self.below(40) == 0 {
            return (0..self.below(3000)).map(|_| u8::try_from(self.below(256)).unwrap_or(0)).collect();
        }
        let mut bytes = samples[self.below(samples.len())].clone();
        for _ in 0..=self.below(4) {
            bytes = self.bend(bytes, samples);
        }
        bytes
    }
}

/// Where the longest runs of such bytes stand.
fn runs(bytes: &[u8], holds: impl Fn(&u8) -> bool) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut from = None;
    for (at, byte) in bytes.iter().enumerate() {
        match (holds(byte), from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                runs.push((start, at));
                from = None;
            }
            _ => {}
        }
    }
    runs.extend(from.map(|start| (start, bytes.len())));
    runs
}
