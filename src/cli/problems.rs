//! What is wrong or unusual, from the record and from its files, as the lists of `status` and `results` name it.

use super::opened::Opened;
use crate::council::LineFault;
use crate::i18n::cli::files;
use crate::i18n::{Lang, trouble, two_ways};
use crate::report;
use crate::session::{ProblemKind, Session};
use crate::store;

/// Every problem of a session, the record's first.
pub(super) fn all(lang: Lang, opened: &Opened) -> Vec<report::Problem> {
    let mut problems: Vec<report::Problem> =
        opened.session.problems().iter().map(|one| of_record(lang, &opened.session, one)).collect();
    problems.extend(opened.problems.iter().map(|one| of_file(lang, one)));
    problems
}

fn of_record(lang: Lang, session: &Session, problem: &crate::session::Problem) -> report::Problem {
    report::Problem {
        kind: problem.kind.key(),
        seat: problem.seat.as_ref().map(ToString::to_string),
        log: problem.log.as_ref().map(ToString::to_string),
        product: problem.product.as_ref().map(ToString::to_string),
        what: two_ways::way_of(lang, session, problem),
        ways: two_ways::told(lang, session, &problem.ways),
    }
}

fn of_file(lang: Lang, problem: &store::Problem) -> report::Problem {
    let (kind, what) = match &problem.what {
        store::ProblemKind::Branch => (ProblemKind::Branch, files::branch(lang).to_owned()),
        store::ProblemKind::Damage(fault) => (ProblemKind::Damage, line_fault(lang, *fault).to_owned()),
        store::ProblemKind::MadeGood => (ProblemKind::MadeGood, files::made_good(lang).to_owned()),
        store::ProblemKind::DamagedLog => (ProblemKind::Damage, files::damaged_log(lang).to_owned()),
        store::ProblemKind::Foreign => (ProblemKind::Foreign, files::foreign(lang).to_owned()),
        store::ProblemKind::Stray => (ProblemKind::Stray, files::stray(lang).to_owned()),
        store::ProblemKind::Unread(why) => (ProblemKind::Damage, trouble::kind(lang, why)),
        store::ProblemKind::OtherSeal(seal) => (ProblemKind::OtherSeal, files::seal_elsewhere(lang, &seal.to_string())),
        store::ProblemKind::NoSessionFile => (ProblemKind::NoSessionFile, files::no_session_file(lang).to_owned()),
    };
    report::Problem {
        kind: kind.key(),
        seat: None,
        log: problem.log.as_ref().map(ToString::to_string),
        product: None,
        what: format!("{}: {what}", problem.place),
        ways: Vec::new(),
    }
}

/// What is wrong with a line of a log.
pub(super) fn line_fault(lang: Lang, fault: LineFault) -> &'static str {
    match fault {
        LineFault::Shape | LineFault::Chain | LineFault::Record => files::damage(lang),
    }
}
