//! The rules of a sitting, each in one sentence with what comes of it: in numbers for the council at hand, and on the
//! worked example, which is judged anew each time.

use super::{Lang, number, verdict as say, words};
use crate::council::draft::at_table;
use crate::council::{AtLimit, MinimaRule, Quorum, Rules, Seat};
use crate::rubric::Bands;
use crate::verdict::{Verdict, example};

messages! {
    quorum_fraction(num: u16, den: u16) { vi: "Mở phiếu khi có mặt ít nhất {num}/{den} số ghế, kể cả người chủ trì.", en: "Sheets open with at least {num}/{den} of the seats present, the presiding one among them." }
    quorum_seats(n: u16) { vi: "Mở phiếu khi có mặt ít nhất {n} ghế, kể cả người chủ trì.", en: "Sheets open with at least {n} {seats} present, the presiding one among them.", seats: n "seat" "seats" }
    quorum_here(needed: usize, of: usize) { vi: "Hội đồng này: {needed}/{of} ghế phải có mặt.", en: "This council: {needed} of {of} must be present." }
    quorum_never(needed: usize, of: usize) { vi: "Hội đồng này có {of} ghế, cần {needed}: không bao giờ mở được!", en: "This council has {of} {seats} and needs {needed}: never!", seats: of "seat" "seats" }
    sheets(least: u16) { vi: "Mỗi sản phẩm cần ít nhất {least} phiếu.", en: "Each product needs at least {least} {sheets}.", sheets: least "sheet" "sheets" }
    sheets_here(have: usize) { vi: "Hội đồng này có {have} ghế chấm.", en: "This council has {have} scoring {seats}.", seats: have "seat" "seats" }
    spread_allowed(limit: u16) { vi: "Tổng điểm cách nhau quá {limit} điểm thì phải thảo luận.", en: "Totals over {limit} {points} apart are to be discussed.", points: limit "point" "points" }
    spread_flagged(limit: u16) { vi: "Tổng điểm cách nhau từ {limit} điểm thì phải thảo luận.", en: "Totals {limit} {points} apart or more: to be discussed.", points: limit "point" "points" }
    spread_discussed(totals: &str, spread: u16) { vi: "Ví dụ {totals}: cách nhau {spread}, phải thảo luận.", en: "Say {totals}: {spread} apart, to be discussed." }
    spread_fine(totals: &str, spread: u16) { vi: "Ví dụ {totals}: cách nhau {spread}, chưa phải thảo luận.", en: "Say {totals}: {spread} apart, not yet." }
    minima_majority { vi: "Dấu sao: đạt khi quá nửa số phiếu đạt. Một phiếu chấm thấp không làm mất sao.", en: "Star minima: met when more than half of the sheets meet them. One low sheet does not cost a star." }
    minima_mean { vi: "Dấu sao: điểm trung bình của tiêu chí phải đạt. Ở mức cao nhất, một phiếu chấm thấp là mất sao.", en: "Star minima: the criterion's mean must reach them. At the top level one low sheet costs the star." }
    minima_every { vi: "Dấu sao: mọi phiếu đều phải đạt. Mỗi thành viên chặn được sao.", en: "Star minima: every sheet must meet them. Each member can block a star." }
    example_totals(totals: &str, mean: &str, star: &str) { vi: "Ví dụ 7 phiếu {totals}: trung bình {mean}, {star} theo điểm.", en: "Say 7 sheets, {totals}: mean {mean}, {star} by points." }
    example_points(criterion: &str, points: &str, least: u16) { vi: "Tiêu chí {criterion}, 5★ cần {least} điểm, chấm {points}:", en: "Criterion {criterion}, 5★ needs {least}, marked {points}:" }
    agreement(num: u16, den: u16) { vi: "Dưới {num}/{den} số phiếu cùng ý về một dấu sao quyết định: chủ trì phải kết luận.", en: "Fewer than {num}/{den} of the sheets of one mind on a minimum that decides: the chair rules." }
    agreement_here(needed: usize, of: usize) { vi: "Với {of} phiếu: cần {needed} phiếu cùng ý.", en: "With {of} {sheets}: {needed} must agree.", sheets: of "sheet" "sheets" }
    secretary_scores_records { vi: "Thư ký chấm điểm và được ghi thay người chủ trì.", en: "The secretary scores, and may record by order." }
    secretary_scores { vi: "Thư ký chấm điểm.", en: "The secretary scores." }
    secretary_records { vi: "Thư ký không chấm; được ghi theo lệnh người chủ trì.", en: "The secretary does not score; may record by order." }
    secretary_neither { vi: "Thư ký không chấm và không ghi thay.", en: "The secretary neither scores nor records." }
    short_quorum(needed: usize, of: usize) { vi: "có mặt {needed}/{of}", en: "{needed} of {of} present" }
    short_spread(limit: u16) { vi: "chênh lệch quá {limit}", en: "spread over {limit}" }
    short_spread_from(limit: u16) { vi: "chênh lệch từ {limit}", en: "spread from {limit}" }
    short_minima(rule: &str) { vi: "dấu sao {rule}", en: "minima {rule}" }
}

/// One rule: what it says, and what comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The rule, in one sentence or two.
    pub says: String,
    /// What comes of it, line by line.
    pub comes_to: Vec<String>,
    /// Of the example: what each rule about minima gives, and whether it is the rule chosen.
    pub stars: Vec<(String, bool)>,
}

/// Every rule of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Those on which stars hang, the heaviest first.
    pub consequential: Vec<Explained>,
    /// The others.
    pub others: Vec<Explained>,
}

/// Every rule of a session for these seats.
pub fn explain(lang: Lang, rules: &Rules, seats: &[Seat]) -> Explanation {
    let plain = |says: String, comes_to: Vec<String>| Explained { says, comes_to, stars: Vec::new() };
    let scoring = seats.iter().filter(|seat| seat.scores).count();
    let mut consequential = vec![minima(lang, rules), plain(quorum(lang, rules), quorum_here_of(lang, rules, seats))];
    consequential.push(spread(lang, rules));
    let (num, den) = (rules.minimum_agreement.0, rules.minimum_agreement.1);
    let agree = (0..=scoring).find(|part| rules.minimum_agreement.reached(*part, scoring)).unwrap_or(scoring);
    let here = if scoring > 0 { vec![agreement_here(lang, agree, scoring)] } else { Vec::new() };
    consequential.push(plain(agreement(lang, num, den), here));
    let here = if scoring > 0 { vec![sheets_here(lang, scoring)] } else { Vec::new() };
    let sheets = plain(sheets(lang, rules.min_sheets), here);
    let others = vec![sheets, plain(secretary(lang, rules).to_owned(), Vec::new())];
    Explanation { consequential, others }
}

/// The rules in a few words, for a summary.
pub fn in_short(lang: Lang, rules: &Rules, seats: &[Seat]) -> String {
    let of = at_table(seats);
    let spread = match rules.spread_at_limit {
        AtLimit::Allowed => short_spread(lang, rules.spread_limit),
        AtLimit::Flagged => short_spread_from(lang, rules.spread_limit),
    };
    let minima = short_minima(lang, words::minima_rule(lang, rules.minima));
    [minima, short_quorum(lang, rules.quorum.least(of), of), spread].join(" · ")
}

fn quorum(lang: Lang, rules: &Rules) -> String {
    match rules.quorum {
        Quorum::Fraction(num, den) => quorum_fraction(lang, num, den),
        Quorum::Seats(n) => quorum_seats(lang, n),
    }
}

fn quorum_here_of(lang: Lang, rules: &Rules, seats: &[Seat]) -> Vec<String> {
    let of = at_table(seats);
    match rules.quorum.least(of) {
        _ if of == 0 => Vec::new(),
        needed if needed > of => vec![quorum_never(lang, needed, of)],
        needed => vec![quorum_here(lang, needed, of)],
    }
}

fn spread(lang: Lang, rules: &Rules) -> Explained {
    let found = example::spread(rules);
    let totals: Vec<String> = found.sheets.iter().map(|sheet| sheet.total.to_string()).collect();
    let totals = totals.join(" · ");
    let says = match rules.spread_at_limit {
        AtLimit::Allowed => spread_allowed(lang, rules.spread_limit),
        AtLimit::Flagged => spread_flagged(lang, rules.spread_limit),
    };
    let comes_to = match found.spread_over {
        true => spread_discussed(lang, &totals, found.spread),
        false => spread_fine(lang, &totals, found.spread),
    };
    Explained { says, comes_to: vec![comes_to], stars: Vec::new() }
}

fn minima(lang: Lang, rules: &Rules) -> Explained {
    let says = match rules.minima {
        MinimaRule::Majority => minima_majority(lang),
        MinimaRule::Mean => minima_mean(lang),
        MinimaRule::Every => minima_every(lang),
    };
    let found = example::minimum(rules, rules.minima);
    let joined = |numbers: Vec<String>| numbers.join(" ");
    let totals = joined(found.sheets.iter().map(|sheet| sheet.total.to_string()).collect());
    let points = joined(example::MINIMUM.iter().map(|(_, points)| points.to_string()).collect());
    let least = found.minima.iter().map(|minimum| minimum.points).max().unwrap_or_default();
    let comes_to = vec![
        example_totals(lang, &totals, &mean(lang, rules, &found), &found.by_points.to_string()),
        example_points(lang, example::CRITERION, &points, least),
    ];
    let stars = MinimaRule::ALL.map(|rule| {
        let star = say::star(lang, example::minimum(rules, rule).star);
        (format!("{}: {star}", words::minima_rule(lang, rule)), rule == rules.minima)
    });
    Explained { says: says.to_owned(), comes_to, stars: stars.to_vec() }
}

fn mean(lang: Lang, rules: &Rules, found: &Verdict) -> String {
    let bands = Bands { two: 30, three: 50, four: 70, five: 90 };
    number::decimal(lang, &found.mean.text(rules.decimals, &bands))
}

fn secretary(lang: Lang, rules: &Rules) -> &'static str {
    match (rules.secretary_scores, rules.secretary_records) {
        (true, true) => secretary_scores_records(lang),
        (true, false) => secretary_scores(lang),
        (false, true) => secretary_records(lang),
        (false, false) => secretary_neither(lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::CouncilPreset;

    fn told(rules: &Rules) -> String {
        let all = explain(Lang::En, rules, &CouncilPreset::Provincial.seats());
        all.consequential
            .into_iter()
            .chain(all.others)
            .flat_map(|one| [vec![one.says], one.comes_to].concat())
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[test]
    fn the_quorum_is_said_in_numbers_for_the_council_at_hand() {
        let preset = |name| told(&Rules::preset(name).unwrap());
        assert!(preset("default").contains("6 of 9 must be present"));
        assert!(preset("tay-ninh").contains("7 of 9 must be present"));
        assert!(preset("central").contains("5 of 9 must be present"));
        assert!(told(&Rules { quorum: Quorum::Seats(10), ..Rules::default() }).contains("never!"));
    }

    #[test]
    fn the_example_says_the_star_under_each_rule_and_marks_the_one_chosen() {
        let stars = |name| {
            let all = explain(Lang::En, &Rules::preset(name).unwrap(), &[]);
            let marked = |(words, chosen): &(String, bool)| format!("{words}{}", if *chosen { " <" } else { "" });
            all.consequential[0].stars.iter().map(marked).collect::<Vec<_>>()
        };
        let majority = "by the majority of sheets: 5★";
        assert_eq!(stars("default"), [&format!("{majority} <"), "by the criterion's mean: 4★", "every sheet: 4★"]);
        assert_eq!(stars("every"), [majority, "by the criterion's mean: 4★", "every sheet: 4★ <"]);
        assert!(told(&Rules::default()).contains("mean 91.29, 5★ by points"));
    }

    #[test]
    fn a_spread_of_exactly_the_limit_is_said_as_it_is_judged() {
        assert!(told(&Rules::default()).contains("80 · 75 · 70: 10 apart, not yet"));
        let flagged = Rules { spread_at_limit: AtLimit::Flagged, ..Rules::default() };
        assert!(told(&flagged).contains("80 · 75 · 70: 10 apart, to be discussed"));
    }
}
