//! Settling what is to be discussed: score again, rule on a minimum, let it stand, answer a ground, end a contest.

use super::{Step, act, ask, ask_reason, name, number, product, seats};
use crate::app::common::Common;
use crate::app::dialog::{Answer, Blank, Dialog};
use crate::council::{ClosedAs, DeskAct, DisputeKey, DisputeKind, EntryId, MinimumId, ProductId, SeatId};
use crate::i18n::{Lang, both, desk as say, verdict as say_verdict};
use crate::rubric::Code;
use crate::session::{Phase, Session, SheetState};

/// Asks who scores again and what; the seats and the criteria of the thing are ticked.
pub fn rescore(common: &mut Common, product: &ProductId, ticked: &[SeatId], criteria: Vec<Code>) {
    let Some(session) = common.session() else { return };
    let counted: Vec<SeatId> = session.counted(product).into_iter().map(|(seat, _)| seat).collect();
    let lines = counted
        .iter()
        .map(|seat| (both(|lang| seats(lang, session, std::slice::from_ref(seat))), ticked.contains(seat)))
        .collect();
    let title = both(|lang| say::rescore_title(lang).to_owned());
    let body = both(|lang| say::rescore_seats(lang).to_owned());
    let dialog = Dialog::pick(title, body, lines, Blank::Refused);
    ask(common, Step::RescoreSeats { product: product.clone(), seats: counted, criteria }, dialog);
}

/// The criteria of the set, those of the thing first and ticked.
fn rescore_criteria(common: &mut Common, product: ProductId, seats: Vec<SeatId>, ticked: &[Code]) {
    let Some(set) = common.session().and_then(|session| session.set(&product)) else { return };
    let mut criteria = set.criteria();
    criteria.sort_by_key(|criterion| !ticked.contains(&criterion.code));
    let listed: Vec<Code> = criteria.iter().map(|criterion| criterion.code.clone()).collect();
    let lines = criteria
        .iter()
        .map(|criterion| {
            let line = both(|lang| format!("{} {}", criterion.code, lang.of(&criterion.name)));
            (line, ticked.contains(&criterion.code))
        })
        .collect();
    let title = both(|lang| say::rescore_criteria_title(lang).to_owned());
    let body = both(|lang| say::rescore_criteria(lang).to_owned());
    let dialog = Dialog::pick(title, body, lines, Blank::Allowed);
    ask(common, Step::RescoreCriteria { product, seats, listed }, dialog);
}

/// Asks who need not score again after all; whoever has answered is not listed.
pub fn withdraw(common: &mut Common, product: &ProductId) {
    let Some(session) = common.session() else { return };
    let listed = returned(session, product);
    let lines =
        listed.iter().map(|seat| (both(|lang| seats(lang, session, std::slice::from_ref(seat))), true)).collect();
    let title = both(|lang| say::withdraw_title(lang).to_owned());
    let body = both(|lang| say::withdraw_body(lang).to_owned());
    let dialog = Dialog::pick(title, body, lines, Blank::Refused);
    ask(common, Step::Withdraw { product: product.clone(), seats: listed }, dialog);
}

/// The seats asked to score again that have not answered.
fn returned(session: &Session, product: &ProductId) -> Vec<SeatId> {
    let Phase::Rescoring { asked, .. } = session.phase(product) else { return Vec::new() };
    let returned = |seat: &SeatId| session.progress(seat, product).state == SheetState::Returned;
    session.scoring_seats().into_iter().filter(|seat| asked.contains_key(seat) && returned(seat)).collect()
}

/// Rules on one minimum; where several are open, asks which.
pub fn rule(common: &mut Common, product: &ProductId, minima: Vec<MinimumId>) {
    if let [only] = &minima[..] {
        return rule_met(common, product.clone(), only.clone());
    }
    let Some(session) = common.session() else { return };
    let choices = minima.iter().map(|minimum| both(|lang| minimum_line(lang, session, product, minimum))).collect();
    let title = both(|lang| say::rule_which(lang).to_owned());
    let body = both(|lang| say::rule_body(lang).to_owned());
    let step = Step::RuleWhich { product: product.clone(), minima };
    ask(common, step, Dialog::choose(title, body, choices));
}

fn minimum_line(lang: Lang, session: &Session, product: &ProductId, minimum: &MinimumId) -> String {
    let verdict = session.verdict(product);
    let found = verdict.iter().flat_map(|verdict| &verdict.minima).find(|found| found.minimum == *minimum);
    found.map(|found| say_verdict::split_line(lang, found)).unwrap_or_default()
}

/// Asks whether a minimum is met, each answer with the star it leads to.
fn rule_met(common: &mut Common, product: ProductId, minimum: MinimumId) {
    let Some(session) = common.session() else { return };
    let verdict = session.verdict(&product);
    let found = verdict.iter().flat_map(|verdict| &verdict.minima).find(|found| found.minimum == minimum);
    let points = found.map_or(0, |found| found.points);
    let leads_to = |met, lang| {
        session.with_ruling(&product, &minimum, met).map(|then| say_verdict::outcome(lang, &then)).unwrap_or_default()
    };
    let title = both(|lang| say::rule_title(lang, minimum.criterion.as_str(), points, &minimum.star.to_string()));
    let body = both(|lang| say::rule_body(lang).to_owned());
    let choices = vec![
        both(|lang| say::rule_met(lang, &leads_to(true, lang))),
        both(|lang| say::rule_not(lang, &leads_to(false, lang))),
    ];
    ask(common, Step::RuleMet { product, minimum }, Dialog::choose(title, body, choices));
}

/// Asks why a disagreement stands, or why something late is left out.
pub fn accept(common: &mut Common, product: &ProductId, dispute: DisputeKey) {
    let late = dispute.kind == DisputeKind::Late;
    let title = both(|lang| if late { say::late_reason(lang) } else { say::accept_reason(lang) }.to_owned());
    let body = both(|_| common.session().map(|session| name(session, product)).unwrap_or_default());
    ask(common, Step::Accept { product: product.clone(), dispute }, Dialog::reason(title, body));
}

/// Asks what becomes of a raised ground; nothing where none is open.
pub fn ground(common: &mut Common, product: &ProductId, raised: EntryId) {
    let Some(session) = common.session() else { return };
    let grounds = session.open_grounds(product);
    let Some((seat, _, ground, words)) = grounds.iter().find(|(_, id, ..)| *id == raised) else { return };
    let rubric = session.set(product);
    let text = |lang: Lang| {
        let named = rubric.as_ref().and_then(|set| set.ground(ground)).map(|ground| lang.of(&ground.text).to_owned());
        [named.unwrap_or_default(), (*words).to_owned()].join(" ").trim().to_owned()
    };
    let title = both(|lang| say::ground_title(lang, number(session, product)));
    let body = both(|lang| say::ground_body(lang, &seats(lang, session, std::slice::from_ref(seat)), &text(lang)));
    let choices = vec![
        both(|lang| say::ground_dismiss(lang).to_owned()),
        both(|lang| say::ground_reject(lang).to_owned()),
        both(|lang| say::ground_stop(lang).to_owned()),
    ];
    let step = Step::Ground { product: product.clone(), raised, words: text(common.lang) };
    ask(common, step, Dialog::choose(title, body, choices));
}

pub(super) fn answered(common: &mut Common, step: Step, answer: Answer) {
    match (step, answer) {
        (Step::RescoreSeats { product, seats, criteria }, Answer::Picks(picks)) => {
            let seats = picks.into_iter().filter_map(|at| seats.get(at).cloned()).collect();
            rescore_criteria(common, product, seats, &criteria);
        }
        (Step::RescoreCriteria { product, seats, listed }, Answer::Picks(picks)) => {
            let criteria: Vec<Code> = picks.into_iter().filter_map(|at| listed.get(at).cloned()).collect();
            let title = both(|lang| say::rescore_reason(lang).to_owned());
            let who = both(|lang| {
                let who = common.session().map(|session| super::seats(lang, session, &seats)).unwrap_or_default();
                let codes: Vec<&str> = criteria.iter().map(Code::as_str).collect();
                let about = if codes.is_empty() { say::whole_sheet(lang).to_owned() } else { codes.join(", ") };
                format!("{who} · {about}")
            });
            ask(common, Step::RescoreReason { product, seats, criteria }, Dialog::reason(title, who));
        }
        (Step::RescoreReason { product, seats, criteria }, Answer::Reason(reason)) => {
            let Some(session) = common.session() else { return };
            let found = session.rescore(&product, seats, criteria, reason);
            act(common, found);
        }
        (Step::Withdraw { product, seats }, Answer::Picks(picks)) => {
            let seats = picks.into_iter().filter_map(|at| seats.get(at).cloned()).collect();
            let title = both(|lang| say::withdraw_reason(lang).to_owned());
            ask_reason(common, Step::WithdrawReason { product, seats }, title);
        }
        (Step::WithdrawReason { product, seats }, Answer::Text(reason)) => {
            let Some(session) = common.session() else { return };
            let found = session.rescore_withdraw(&product, seats, reason);
            act(common, found);
        }
        (Step::RuleWhich { product, minima }, Answer::Choice(chosen)) => {
            if let Some(minimum) = minima.get(chosen) {
                rule_met(common, product, minimum.clone());
            }
        }
        (Step::RuleMet { product, minimum }, Answer::Choice(chosen)) => {
            let met = chosen == 0;
            let code = minimum.criterion.clone();
            let why = if met { say::rule_reason_met } else { say::rule_reason_not };
            let title = both(|lang| why(lang, code.as_str()));
            let body = both(|_| common.session().map(|session| name(session, &product)).unwrap_or_default());
            ask(common, Step::RuleReason { product, minimum, met }, Dialog::reason(title, body));
        }
        (Step::RuleReason { product, minimum, met }, Answer::Reason(reason)) => {
            let Some(session) = common.session() else { return };
            let found = session.rule(&product, minimum, met, reason);
            act(common, found);
        }
        (Step::Accept { product, dispute }, Answer::Reason(reason)) => {
            let Some(session) = common.session() else { return };
            let found = session.accept(&product, dispute, reason);
            act(common, found);
        }
        (Step::Ground { product, raised, .. }, Answer::Choice(0)) => {
            let title = both(|lang| say::why_dismiss(lang).to_owned());
            ask_reason(common, Step::Dismiss { product, raised }, title);
        }
        (Step::Ground { product, words, .. }, Answer::Choice(chosen)) => {
            let how = if chosen == 1 { ClosedAs::Rejected } else { ClosedAs::Stopped };
            product::close_as(common, product, how, &words);
        }
        (Step::Dismiss { product, raised }, Answer::Text(reason)) => {
            common.record_desk(vec![DeskAct::Dismiss { product, raised, reason }]);
        }
        _ => {}
    }
}
