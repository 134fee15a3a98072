//! Numbers, dates, folding for search and the order of names, as the two languages write them.

use super::Lang;
pub use crate::text::fold;

/// A decimal written with a point, as the language writes it: `84.38` is `84,38` in Vietnamese.
pub fn decimal(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Vi => text.replace('.', ","),
        Lang::En => text.to_owned(),
    }
}

/// A size as file managers show it: `812 B`, `4.2 KB`, `15.0 MB`.
pub fn size(lang: Lang, bytes: u64) -> String {
    let (unit, name) = match bytes {
        0..1_000 => return format!("{bytes} B"),
        1_000..1_000_000 => (1_000, "KB"),
        _ => (1_000_000, "MB"),
    };
    let tenths = (bytes * 10 + unit / 2) / unit;
    decimal(lang, &format!("{}.{} {name}", tenths / 10, tenths % 10))
}

/// A civil date `2026-11-28` (or a time that begins with one) as `28/11/2026`; anything else as it is.
pub fn date(text: &str) -> String {
    match parts(text) {
        Some((year, month, day)) => format!("{day}/{month}/{year}"),
        None => text.to_owned(),
    }
}

/// As [`date`], without the year: `28/11`.
pub fn day(text: &str) -> String {
    match parts(text) {
        Some((_, month, day)) => format!("{day}/{month}"),
        None => text.to_owned(),
    }
}

/// Hours and minutes of a time `2026-11-28T14:05:09+07:00`: `14:05`; nothing where there are none.
pub fn clock(text: &str) -> &str {
    text.get(11..16).filter(|hhmm| hhmm.as_bytes()[2] == b':').unwrap_or_default()
}

/// Whole minutes from one time to another, both RFC 3339; none where they cannot be read or run backwards.
pub fn minutes(from: &str, to: &str) -> u64 {
    let time = |text: &str| text.parse::<jiff::Timestamp>().ok().map(jiff::Timestamp::as_second);
    let (Some(from), Some(to)) = (time(from), time(to)) else { return 0 };
    u64::try_from(to - from).map_or(0, |seconds| seconds / 60)
}

fn parts(text: &str) -> Option<(&str, &str, &str)> {
    let date = text.get(..10)?;
    let bytes = date.as_bytes();
    let digits = [0, 1, 2, 3, 5, 6, 8, 9].iter().all(|at| bytes[*at].is_ascii_digit());
    (digits && bytes[4] == b'-' && bytes[7] == b'-').then(|| (&date[..4], &date[5..7], &date[8..]))
}

/// Numbers of a list, runs drawn together: `1, 3, 5–9`.
pub fn runs(numbers: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let said = runs.into_iter().map(|(from, to)| match to - from {
        0 => from.to_string(),
        1 => format!("{from}, {to}"),
        _ => format!("{from}–{to}"),
    });
    said.collect::<Vec<_>>().join(", ")
}

/// Whether `text` holds every word of `search`, marks and case aside.
pub fn finds(search: &str, text: &str) -> bool {
    let text = fold(text);
    fold(search).split_whitespace().all(|word| text.contains(word))
}

/// The key by which names of people sort: the given name (last word) first, then the rest.
pub fn name_order(name: &str) -> (String, String) {
    let folded = fold(name.trim());
    match folded.rsplit_once(' ') {
        Some((rest, given)) => (given.to_owned(), rest.to_owned()),
        None => (folded, String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_as_the_language_writes_them() {
        assert_eq!(decimal(Lang::Vi, "84.38"), "84,38");
        assert_eq!(decimal(Lang::En, "84.38"), "84.38");
        assert_eq!(date("2026-11-28"), "28/11/2026");
        assert_eq!(date("28 tháng 11"), "28 tháng 11");
        assert_eq!(day("2026-11-28T14:05:09+07:00"), "28/11");
        assert_eq!(clock("2026-11-28T14:05:09+07:00"), "14:05");
        assert_eq!(clock("2026-11-28"), "");
    }

    #[test]
    fn minutes_pass_whole_and_never_backwards() {
        let from = "2026-11-28T14:05:30+07:00";
        assert_eq!(minutes(from, "2026-11-28T14:09:29+07:00"), 3);
        assert_eq!(minutes(from, "2026-11-28T07:09:30Z"), 4);
        assert_eq!(minutes(from, "2026-11-28T14:04:00+07:00"), 0);
        assert_eq!(minutes(from, "tomorrow"), 0);
    }

    #[test]
    fn search_needs_no_marks() {
        assert!(finds("mat ong", "Mật ong hoa cà phê"));
        assert!(finds("duong den", "ĐƯỜNG ĐEN"));
        assert!(!finds("mat mia", "Mật ong"));
    }

    #[test]
    fn names_sort_by_the_given_name() {
        let mut names = ["Trần Văn Bình", "Lê An", "Nguyễn Thị An"];
        names.sort_by_key(|name| name_order(name));
        assert_eq!(names, ["Lê An", "Nguyễn Thị An", "Trần Văn Bình"]);
    }
}
