//! `results` and `status` for spreadsheets: a byte order mark, `;` between cells, a line feed after each line, and no
//! cell that a spreadsheet would run as a formula.

use crate::council::Product;
use crate::i18n::report::csv as heads;
use crate::i18n::{Lang, number, refusal, words};
use crate::rubric::Star;
use crate::session::{Phase, Session};

/// One line per product: what its open sheets say.
pub fn results(lang: Lang, session: &Session) -> String {
    let mut table = Table::new(&[
        heads::id(lang),
        heads::name(lang),
        heads::code(lang),
        heads::producer(lang),
        heads::set(lang),
        heads::phase(lang),
        heads::sheets(lang),
        heads::sum(lang),
        heads::mean(lang),
        heads::spread(lang),
        heads::by_points(lang),
        heads::by_minima(lang),
        heads::star(lang),
        heads::outcome(lang),
        heads::because(lang),
    ]);
    for product in session.products() {
        table.line(result(lang, session, &product));
    }
    table.0
}

fn result(lang: Lang, session: &Session, product: &Product) -> Vec<String> {
    let phase = session.phase(&product.id);
    let state = match &phase {
        Phase::Closed { how, .. } => words::closed_as(lang, *how),
        other => refusal::phase_name(lang, other.name()),
    };
    let mut line = vec![
        product.id.to_string(),
        product.name.clone(),
        product.code.clone(),
        product.producer.clone(),
        product.set.to_string(),
        state.to_owned(),
    ];
    let stars = |star: Option<Star>| star.map(|star| star.number().to_string()).unwrap_or_default();
    match session.verdict(&product.id) {
        None => line.extend(std::iter::repeat_n(String::new(), 9)),
        Some(verdict) => {
            let charter = session.charter();
            let mean = verdict.mean.text(charter.rules.decimals, &charter.rubric.bands);
            let because: Vec<&str> = verdict.because.iter().map(crate::rubric::Code::as_str).collect();
            line.extend([
                verdict.mean.den.to_string(),
                verdict.mean.num.to_string(),
                number::decimal(lang, &mean),
                verdict.spread.to_string(),
                stars(Some(verdict.by_points)),
                stars(verdict.by_minima.filter(|_| charter.rubric.minima_unknown.is_none())),
                stars(verdict.star),
                heads::of_outcome(lang, verdict.outcome).to_owned(),
                because.join(" "),
            ]);
        }
    }
    line
}

/// One line per product and scoring seat: how far each sheet is.
pub fn status(lang: Lang, session: &Session) -> String {
    let mut table = Table::new(&[
        heads::id(lang),
        heads::name(lang),
        heads::phase(lang),
        heads::seat(lang),
        heads::state(lang),
        heads::scored(lang),
        heads::of(lang),
    ]);
    let seats = session.scoring_seats();
    for product in session.products() {
        let phase = refusal::phase_name(lang, session.phase(&product.id).name());
        for seat in &seats {
            let progress = session.progress(seat, &product.id);
            table.line(vec![
                product.id.to_string(),
                product.name.clone(),
                phase.to_owned(),
                seat.to_string(),
                words::sheet_state(lang, progress.state).to_owned(),
                progress.scored.to_string(),
                progress.of.to_string(),
            ]);
        }
    }
    table.0
}

/// Lines of cells.
struct Table(String);

impl Table {
    fn new(heads: &[&str]) -> Table {
        let mut table = Table('\u{feff}'.to_string());
        table.line(heads.iter().map(|head| (*head).to_owned()).collect());
        table
    }

    fn line(&mut self, cells: Vec<String>) {
        let cells: Vec<String> = cells.into_iter().map(cell).collect();
        self.0.push_str(&cells.join(";"));
        self.0.push('\n');
    }
}

/// A cell that reads as text whatever it begins with, quoted where it has to be.
fn cell(text: String) -> String {
    let text = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text };
    if text.contains([';', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_runs_as_a_formula_or_breaks_its_line() {
        for formula in ["=1+1", "+84 90", "-2", "@SUM(A1)"] {
            assert_eq!(cell(formula.to_owned()), format!("'{formula}"));
        }
        assert_eq!(cell("a;b".to_owned()), "\"a;b\"");
        assert_eq!(cell("\"Ba Na\"".to_owned()), "\"\"\"Ba Na\"\"\"");
        assert_eq!(cell("84,38".to_owned()), "84,38");
    }
}
