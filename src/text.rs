//! Text as people see it: one normal form, no control characters, measured and cut in terminal cells.
//! No words live here.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Text of one line: NFC, every control, bidirectional and line-breaking character removed or made a space,
/// ends trimmed. All text passes here (or through [`clean_note`]) once, at the border.
pub fn clean(raw: &str) -> String {
    scrub(raw, ' ').trim().to_owned()
}

/// Text of several lines: as [`clean`], but line feeds stay.
pub fn clean_note(raw: &str) -> String {
    scrub(&raw.replace("\r\n", "\n"), '\n').trim().to_owned()
}

/// Whether text is already as [`clean_note`] leaves it, but for the ends.
pub fn is_clean(text: &str) -> bool {
    is_nfc(text) && text.chars().all(|c| c == '\n' || !is_hostile(c))
}

/// Text as a terminal may be sent it, whatever it came from – a path, say, that no border cleaned: every character that
/// would steer the terminal or hide what stands beside becomes `�`. Line feeds stay.
pub fn shown(text: &str) -> Cow<'_, str> {
    if text.chars().any(|c| c != '\n' && is_hostile(c)) {
        Cow::Owned(text.chars().map(|c| if c != '\n' && is_hostile(c) { '\u{fffd}' } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

fn scrub(raw: &str, line_feed: char) -> String {
    raw.chars()
        .filter_map(|c| match c {
            '\n' => Some(line_feed),
            '\t' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
            c if is_hostile(c) => None,
            c => Some(c),
        })
        .nfc()
        .collect()
}

/// Control characters, and those that reorder or hide text on a terminal.
pub fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{180e}' | '\u{1d173}'..='\u{1d17a}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{61c}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Text without marks and in lower case, for search and for words that people type either way: "Mật ong" is "mat ong".
pub fn fold(text: &str) -> String {
    text.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

/// For `deserialize_with`: no text enters from a file but cleaned.
pub mod serde {
    use serde::{Deserialize, Deserializer};

    /// A string of one line, as [`super::clean`] leaves it.
    pub fn line<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
        String::deserialize(from).map(|raw| super::clean(&raw))
    }

    /// A string of one or more lines, as [`super::clean_note`] leaves it.
    pub fn note<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
        String::deserialize(from).map(|raw| super::clean_note(&raw))
    }
}

/// With a capital at its beginning, as a sentence has it.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Width in terminal cells.
pub fn width(text: &str) -> usize {
    text.width()
}

/// At most `cells` cells of the text, by grapheme; a cut text ends in `…`.
pub fn cut(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let wide = width(grapheme);
        if used + wide + 1 > cells {
            break;
        }
        kept.push_str(grapheme);
        used += wide;
    }
    if cells > 0 {
        while kept.ends_with(' ') {
            kept.pop();
        }
        kept.push('…');
    }
    kept
}

/// As [`cut`], but keeps the end: `…` stands in front.
pub fn cut_front(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let mut kept: Vec<&str> = Vec::new();
    let mut used = 0;
    for grapheme in text.graphemes(true).rev() {
        let wide = width(grapheme);
        if used + wide + 1 > cells {
            break;
        }
        kept.push(grapheme);
        used += wide;
    }
    kept.extend((cells > 0).then_some("…"));
    kept.into_iter().rev().collect()
}

/// Exactly `cells` cells: cut, or filled with spaces on the right.
pub fn pad(text: &str, cells: usize) -> String {
    let mut padded = cut(text, cells);
    padded.extend(std::iter::repeat_n(' ', cells - width(&padded)));
    padded
}

/// Exactly `cells` cells: cut, or filled with spaces on the left.
pub fn pad_left(text: &str, cells: usize) -> String {
    let kept = cut(text, cells);
    let mut padded = " ".repeat(cells - width(&kept));
    padded.push_str(&kept);
    padded
}

/// Lines of at most `cells` cells, broken at spaces where possible; `\n` breaks too. Never empty.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(2);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            if !line.is_empty() && width(&line) + 1 + width(word) > cells {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            for grapheme in word.graphemes(true) {
                if width(&line) + width(grapheme) > cells {
                    lines.push(std::mem::take(&mut line));
                }
                line.push_str(grapheme);
            }
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decomposed_syllable_becomes_one_normal_form() {
        assert_eq!(clean("tie\u{302}\u{301}ng"), "tiếng");
    }

    #[test]
    fn escapes_and_direction_marks_never_pass() {
        assert_eq!(clean("a\u{1b}[2Jb\u{202e}c\u{9b}d\u{feff}"), "a[2Jbcd");
        assert_eq!(clean(" một\r\nhai\tba "), "một  hai ba");
        assert_eq!(clean_note("một\r\nhai"), "một\nhai");
    }

    #[test]
    fn a_text_that_passed_no_border_is_shown_without_its_teeth() {
        assert_eq!(shown("a\u{1b}]0;x\u{7}\nb\u{202e}\u{ad}"), "a�]0;x�\nb��");
        assert!(matches!(shown("Đồng Tháp\n"), Cow::Borrowed(_)));
    }

    #[test]
    fn cutting_counts_cells_not_bytes() {
        assert_eq!(cut_front("phiên-28-11-nộp", 6), "…1-nộp");
        assert_eq!(cut_front("nộp", 3), "nộp");
        assert_eq!(width("Hội đồng đánh giá"), 17);
        assert_eq!(cut("Hội đồng đánh giá", 9), "Hội đồng…");
        assert_eq!(cut("Hội đồng", 8), "Hội đồng");
        assert_eq!(pad("Mức", 5), "Mức  ");
        assert_eq!(pad_left("7", 3), "  7");
    }

    #[test]
    fn wrapping_keeps_every_word() {
        assert_eq!(wrap("một hai ba bốn", 7), ["một hai", "ba bốn"]);
        assert_eq!(wrap("dàiquáđi", 4), ["dàiq", "uáđi"]);
        assert_eq!(wrap("", 4), [""]);
    }
}
