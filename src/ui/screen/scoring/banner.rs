//! The banner over a sheet: why it cannot be changed, what a re-scoring asks, what is in two versions.

use ratatui::layout::Rect;

use crate::app::screen::scoring::{Sheet, Stand};
use crate::council::{Presence, Reason};
use crate::i18n::{Lang, scoring as say, two_ways, verdict as say_verdict, words};
use crate::rubric::Code;
use crate::session::{Phase, PhaseName, Refusal};
use crate::text::{cut, wrap};
use crate::ui::{Page, Role};

/// Most rows of one sentence of the banner.
const MOST: usize = 2;

/// Draws the banner, if there is one; gives the area left below it.
pub(super) fn draw(page: &mut Page<'_, '_>, sheet: &Sheet<'_>, area: Rect) -> Rect {
    let lang = page.lang();
    let cells = usize::from(area.width) - 2;
    let inner = Rect { x: area.x + 1, width: area.width - 2, ..area };
    let mut row = 0;
    for (role, sentence) in sentences(lang, sheet) {
        let lines = wrap(&sentence, cells);
        let more = lines.len() > MOST;
        for (at, line) in lines.iter().take(MOST).enumerate() {
            let line =
                if more && at + 1 == MOST { cut(&format!("{line} {}", lines[at + 1]), cells) } else { line.clone() };
            page.put(inner, row, &[(role, &line)]);
            row += 1;
        }
    }
    if row == 0 {
        return area;
    }
    page.rule(area, row);
    let taken = u16::try_from(row + 1).unwrap_or(area.height).min(area.height);
    Rect { y: area.y + taken, height: area.height - taken, ..area }
}

fn sentences(lang: Lang, sheet: &Sheet<'_>) -> Vec<(Role, String)> {
    let mut said = Vec::new();
    match sheet.stand() {
        Stand::Open => {}
        Stand::Torn => said.push((Role::Danger, say::torn_sheet(lang).to_owned())),
        Stand::Asked(codes, reason) => {
            let why = reason.as_ref().map(|reason| reason_words(lang, reason)).unwrap_or_default();
            let listed = codes.iter().map(Code::as_str).collect::<Vec<_>>().join(" · ");
            let asked =
                if codes.is_empty() { say::asked_all(lang, &why) } else { say::asked_some(lang, &listed, &why) };
            said.push((Role::Warning, asked));
        }
        Stand::HandedIn => said.push((Role::Good, say::handed_in_banner(lang).to_owned())),
        // Recused and not recused: both are told below.
        Stand::Recused(_) if is_torn_recusal(sheet) => {}
        Stand::Recused(why) => said.push((Role::Warning, say::recused_banner(lang, why))),
        Stand::Shut(refusal) => said.push((Role::Warning, shut(lang, refusal).to_owned())),
    }
    if sheet.session().late(sheet.product()).iter().any(|(seat, _)| seat == sheet.seat()) {
        said.push((Role::Warning, say::late_banner(lang).to_owned()));
    }
    let told = two_ways::on_sheet(lang, sheet.session(), sheet.seat(), sheet.product());
    said.extend(told.into_iter().map(|ways| (Role::Danger, ways)));
    // Who looks again does so without the others' figures before their eyes.
    if !sheet.is_open() {
        said.extend(result(lang, sheet));
    }
    let torn = sheet.torn().len();
    if torn > 0 && sheet.is_open() && *sheet.stand() != Stand::Torn {
        said.push((Role::Danger, say::torn_cells(lang, torn)));
    }
    if sheet.is_open() && sheet.session().attendance(sheet.seat()).presence != Presence::Present {
        said.push((Role::Warning, say::absent_banner(lang).to_owned()));
    }
    for (_, id, own_words) in sheet.raised() {
        let text = sheet.set().ground(id).map_or(own_words, |ground| lang.of(&ground.text));
        said.push((Role::Warning, say::ground_raised(lang, text)));
    }
    said
}

fn is_torn_recusal(sheet: &Sheet<'_>) -> bool {
    sheet.session().recusal_contested(sheet.seat(), sheet.product())
}

/// What the open sheets say, and where one's own stands among them. Once opened they are everyone's to see.
fn result(lang: Lang, sheet: &Sheet<'_>) -> Option<(Role, String)> {
    let session = sheet.session();
    let verdict = session.verdict(sheet.product())?;
    let mean = say_verdict::mean(lang, session, &verdict);
    let outcome = say_verdict::outcome(lang, &verdict);
    let totals = verdict.sheets.iter().map(|one| one.total);
    let (low, high) = (totals.clone().min()?, totals.max()?);
    let own = verdict.sheets.iter().find(|one| one.seat == *sheet.seat()).map(|one| one.total);
    let said = match own {
        Some(own) => say::result_own(lang, &mean, &outcome, own, low, high),
        None => say::result(lang, &mean, &outcome, low, high),
    };
    let again = matches!(session.phase(sheet.product()), Phase::Rescoring { .. });
    Some((Role::Own, if again { say::as_last_opened(lang, &said) } else { said }))
}

fn reason_words(lang: Lang, reason: &Reason) -> String {
    let kind = words::reason(lang, reason.kind).trim_end_matches([' ', '…']);
    if reason.words.is_empty() { kind.to_owned() } else { format!("{kind} – {}", reason.words) }
}

fn shut(lang: Lang, refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Sealed => say::shut_sealed(lang),
        Refusal::DoesNotScore(_) => say::shut_not_scoring(lang),
        Refusal::NotAsked(_) => say::shut_not_asked(lang),
        Refusal::Contested(_) => say::shut_contested(lang),
        Refusal::WrongPhase(_, phase) => say::shut_phase(lang, *phase),
        _ => say::shut_other(lang),
    }
}

/// A phase as one word, for the header and the list.
pub(super) fn phase_word(lang: Lang, phase: PhaseName) -> &'static str {
    match phase {
        PhaseName::Blind => words::blind(lang),
        PhaseName::Revealed => words::revealed(lang),
        PhaseName::Rescoring => words::rescoring(lang),
        PhaseName::Locked => words::locked(lang),
        PhaseName::Closed => say::closed(lang),
        PhaseName::Contested => words::contested(lang),
    }
}
