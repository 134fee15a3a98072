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

fn parts(text: &str) -> Option<(&str, &str, &str)> {
    let date = text.get(..10)?;
    let bytes = date.as_bytes();
    let digits = [0, 1, 2, 3, 5, 6, 8, 9].iter().all(|at| bytes[*at].is_ascii_digit());
    (digits && bytes[4] == b'-' && bytes[7] == b'-').then(|| (&date[..4], &date[5..7], &date[8..]))
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
