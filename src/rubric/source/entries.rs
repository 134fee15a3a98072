//! Where the fields and entries of a file begin and end, so that one that cannot be read does not hide the faults of
//! the others. Nothing is read here but brackets, text in quotation marks, and comments.

use std::ops::Range;

/// The `name: value` fields of the outermost brackets: the name, where it stands, and where its value stands. None
/// where the brackets of the file do not close.
pub(super) fn fields(text: &str) -> Option<Vec<(&str, usize, Range<usize>)>> {
    let whole = inside(text, &(0..text.len()), '(', ')')?;
    let mut fields = Vec::new();
    for entry in split(text, &whole)? {
        let said = &text[entry.clone()];
        let colon = said.find(':')?;
        let value = trimmed(text, &(entry.start + colon + 1..entry.end));
        fields.push((said[..colon].trim_end(), entry.start, value));
    }
    Some(fields)
}

/// The entries of a list. None where it is no list.
pub(super) fn entries(text: &str, list: &Range<usize>) -> Option<Vec<Range<usize>>> {
    split(text, &inside(text, list, '[', ']')?)
}

/// Line and column of a place, both from 1; the column in characters.
pub(super) fn position(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    (before.matches('\n').count() + 1, before[line..].chars().count() + 1)
}

/// What stands between the brackets that a range begins and ends with.
fn inside(text: &str, range: &Range<usize>, open: char, close: char) -> Option<Range<usize>> {
    let range = trimmed(text, range);
    let said = text[range.clone()].strip_prefix(open)?;
    let mut end = said.len();
    // Comments may follow the closing bracket.
    let mut depth = 0_usize;
    for (at, sign) in Signs::of(said) {
        match sign {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => {
                (sign == close).then_some(())?;
                end = at;
                break;
            }
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    (end < said.len()).then(|| range.start + open.len_utf8()..range.start + open.len_utf8() + end)
}

/// The pieces between the commas of a range that stand within no brackets; empty ones left out.
fn split(text: &str, range: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let (mut pieces, mut depth, mut start) = (Vec::new(), 0_usize, range.start);
    for (at, sign) in Signs::of(&text[range.clone()]) {
        match sign {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.checked_sub(1)?,
            ',' if depth == 0 => {
                pieces.push(trimmed(text, &(start..range.start + at)));
                start = range.start + at + 1;
            }
            _ => {}
        }
    }
    pieces.push(trimmed(text, &(start..range.end)));
    pieces.retain(|piece| !piece.is_empty());
    (depth == 0).then_some(pieces)
}

/// A range without the blanks and comments before it, and the blanks after it.
fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    let mut rest = &text[range.clone()];
    loop {
        rest = rest.trim_start();
        rest = match comment(rest) {
            Some(length) => &rest[length..],
            None => break,
        };
    }
    let start = range.end - rest.len();
    start..start + rest.trim_end().len()
}

/// The length of the comment a text begins with, if it does.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    let length = text.strip_prefix("/*")?.find("*/").map_or(text.len(), |end| end + 4);
    Some(length)
}

/// The signs of a text that stand in no quotation marks and no comment, with their places.
struct Signs<'a> {
    text: &'a str,
    at: usize,
}

impl Signs<'_> {
    fn of(text: &str) -> Signs<'_> {
        Signs { text, at: 0 }
    }
}

impl Iterator for Signs<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<(usize, char)> {
        loop {
            let rest = &self.text[self.at..];
            if let Some(length) = comment(rest).or_else(|| quoted(rest)) {
                self.at += length;
                continue;
            }
            let sign = rest.chars().next()?;
            let at = self.at;
            self.at += sign.len_utf8();
            return Some((at, sign));
        }
    }
}

/// The length of the quoted text or character a text begins with, if it does.
fn quoted(text: &str) -> Option<usize> {
    let mark = text.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    let mut escaped = false;
    for (at, sign) in text.char_indices().skip(1) {
        match sign {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            sign if sign == mark => return Some(at + 1),
            _ => {}
        }
    }
    Some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_words_and_comments_do_not_count() {
        let text = "// ( \n(a: [\"x), (\", 'b', /* ] */ (1, 2)], b: 3, // ]\n)\n// )";
        let found = fields(text).expect("whole");
        let said: Vec<(&str, &str)> = found.iter().map(|(name, _, value)| (*name, &text[value.clone()])).collect();
        assert_eq!(said, [("a", "[\"x), (\", 'b', /* ] */ (1, 2)]"), ("b", "3")]);
        let items = entries(text, &found[0].2).expect("a list");
        assert_eq!(items.into_iter().map(|item| &text[item]).collect::<Vec<_>>(), ["\"x), (\"", "'b'", "(1, 2)"]);
    }

    #[test]
    fn a_torn_file_has_no_fields() {
        for torn in ["", "(", "(a: [1, 2)", "(a: \"x)", "[1]", "(a: /* )", "(a: '", "(1, 2)"] {
            assert_eq!(fields(torn), None, "{torn}");
        }
    }

    #[test]
    fn a_place_is_counted_in_lines_and_characters() {
        assert_eq!(position("ab\nđế x", "ab\nđế ".len()), (2, 4));
        assert_eq!(position("x", 0), (1, 1));
    }
}
