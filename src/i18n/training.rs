//! What a rehearsal may show: the star under each rule about minima. In a sitting no sentence of this file is said.

use super::{Lang, verdict as say, words};
use crate::council::MinimaRule;
use crate::verdict::Verdict;

messages! {
    heading { vi: "TẬP DƯỢT · NẾU XÉT DẤU SAO THEO QUY TẮC KHÁC", en: "REHEARSAL · IF MINIMA WERE JUDGED BY ANOTHER RULE" }
    under(rule: &str, star: &str) { vi: "{rule}: {star}", en: "{rule}: {star}" }
    own(what: &str) { vi: "{what} (quy chế phiên này)", en: "{what} (this session's rule)" }
    same(star: &str) { vi: "Cả ba quy tắc đều cho {star}.", en: "All three rules give {star}." }
}

/// The rules and what each comes to, the session's own marked.
pub fn under_each(lang: Lang, session_rule: MinimaRule, found: &[(MinimaRule, Verdict)]) -> Vec<String> {
    found
        .iter()
        .map(|(rule, verdict)| {
            let line = under(lang, words::minima_rule(lang, *rule), &say::star(lang, verdict.star));
            if *rule == session_rule { own(lang, &line) } else { line }
        })
        .collect()
}
