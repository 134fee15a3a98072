//! The procedure of the presiding table: each act as its questions, one after the other, then the act itself.
//! Board, Reconcile and Verdict start it; none of them needs to know how it goes on. Whether an act is allowed is the
//! session's to say.

mod discuss;
mod lock;
mod product;
mod reveal;
mod sitting;

pub use discuss::{accept, ground, rescore, rule, withdraw};
pub use lock::{clear, lock, lock_many, refuses_lock};
pub use product::{add, change_set, close, correct, reopen};
pub use reveal::{can_reveal, ready, reveal, reveal_many, set_aside};
pub use sitting::{agree, conclude, hand_over, remark, seal};

use super::common::Common;
use super::dialog::{Answer, Blank, Dialog};
use super::field::Field;
use super::screen::Asked;
use crate::council::{
    Act, Author, Back, ClosedAs, CriterionId, DeskAct, DisputeKey, EntryId, MinimumId, Product, ProductField,
    ProductId, SeatId,
};
use crate::i18n::{Lang, both, desk as say, short};
use crate::rubric::{Both, Code};
use crate::session::{Refusal, Session};

/// A question of the procedure: what was asked, with all that was answered before it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "fields are the nouns they name")]
pub enum Step {
    /// Whether to open a product, these seats being set aside.
    Reveal { product: ProductId, aside: Vec<SeatId> },
    /// Which of these seats to set aside.
    SetAside { product: ProductId, seats: Vec<SeatId> },
    /// Which of these products to open.
    RevealMany { products: Vec<ProductId> },
    /// Their number, in digits.
    RevealCount { products: Vec<ProductId> },
    /// Which of these products to lock.
    LockMany { products: Vec<ProductId> },
    /// Their number, in digits.
    LockCount { products: Vec<ProductId> },
    /// Whether the file goes to the Ministry.
    Forward { product: ProductId },
    /// What becomes of a raised ground.
    Ground { product: ProductId, raised: EntryId, words: String },
    /// Why it is dismissed.
    Dismiss { product: ProductId, raised: EntryId },
    /// How the product ends.
    Close { product: ProductId },
    /// On what ground.
    CloseGround { product: ProductId, how: ClosedAs },
    /// Which of these ways it goes back.
    ReopenTo { product: ProductId, ways: Vec<Back> },
    /// Why it is reopened.
    Reopen { product: ProductId, to: Back },
    /// Which field is put right.
    Correct { product: ProductId },
    /// What is right.
    CorrectValue { product: ProductId, field: ProductField },
    /// Why.
    CorrectReason { product: ProductId, field: ProductField, value: String },
    /// The name of a product to add.
    AddName,
    /// Its producer.
    AddProducer { product: Box<Product> },
    /// Its set.
    AddSet { product: Box<Product> },
    /// Why it is added.
    AddReason { product: Box<Product> },
    /// Another set for a product.
    ChangeSet { product: ProductId },
    /// Why.
    ChangeSetReason { product: ProductId, no: u8 },
    /// Who presides from now on.
    HandOver { seats: Vec<SeatId> },
    /// A remark for the minutes.
    Remark { product: Option<ProductId> },
    /// The reading agreed on a criterion.
    Agree { criterion: CriterionId },
    /// The conclusion on a product.
    Conclude { product: ProductId },
    /// Which of these seats score again.
    RescoreSeats { product: ProductId, seats: Vec<SeatId>, criteria: Vec<Code> },
    /// Which of these criteria.
    RescoreCriteria { product: ProductId, seats: Vec<SeatId>, listed: Vec<Code> },
    /// Why.
    RescoreReason { product: ProductId, seats: Vec<SeatId>, criteria: Vec<Code> },
    /// Which of these seats are no longer asked.
    Withdraw { product: ProductId, seats: Vec<SeatId> },
    /// Why.
    WithdrawReason { product: ProductId, seats: Vec<SeatId> },
    /// Which of these minima is ruled on.
    RuleWhich { product: ProductId, minima: Vec<MinimumId> },
    /// Whether it is met.
    RuleMet { product: ProductId, minimum: MinimumId },
    /// Why.
    RuleReason { product: ProductId, minimum: MinimumId, met: bool },
    /// Why something stands.
    Accept { product: ProductId, dispute: DisputeKey },
    /// Whether to seal so many products.
    Seal,
}

/// Takes the answer to a question of the procedure.
pub(super) fn answered(common: &mut Common, step: Step, answer: Answer) {
    if answer == Answer::Dismissed {
        return;
    }
    match step {
        Step::Reveal { .. } | Step::SetAside { .. } | Step::RevealMany { .. } | Step::RevealCount { .. } => {
            reveal::answered(common, step, answer);
        }
        Step::LockMany { .. } | Step::LockCount { .. } | Step::Forward { .. } => lock::answered(common, step, answer),
        Step::Close { .. }
        | Step::CloseGround { .. }
        | Step::ReopenTo { .. }
        | Step::Reopen { .. }
        | Step::Correct { .. }
        | Step::CorrectValue { .. }
        | Step::CorrectReason { .. }
        | Step::AddName
        | Step::AddProducer { .. }
        | Step::AddSet { .. }
        | Step::AddReason { .. }
        | Step::ChangeSet { .. }
        | Step::ChangeSetReason { .. } => product::answered(common, step, answer),
        Step::HandOver { .. } | Step::Remark { .. } | Step::Agree { .. } | Step::Conclude { .. } | Step::Seal => {
            sitting::answered(common, step, answer);
        }
        Step::Ground { .. }
        | Step::Dismiss { .. }
        | Step::RescoreSeats { .. }
        | Step::RescoreCriteria { .. }
        | Step::RescoreReason { .. }
        | Step::Withdraw { .. }
        | Step::WithdrawReason { .. }
        | Step::RuleWhich { .. }
        | Step::RuleMet { .. }
        | Step::RuleReason { .. }
        | Step::Accept { .. } => discuss::answered(common, step, answer),
    }
}

/// Whether the presiding table can act here: it sits here, and it is clear who presides.
pub fn at_work(common: &Common) -> bool {
    at_table(common) && common.session().is_some_and(|session| session.presiding().is_some())
}

/// Whether the presiding table sits here and the session still takes acts. Not while one looks back. Of two hand-overs
/// that differ neither holds: then all that it can do is to hand over once more.
pub fn at_table(common: &Common) -> bool {
    common.past().is_none()
        && common.sitting.as_ref().is_some_and(|sitting| sitting.desk().is_some())
        && common.session().is_some_and(|session| session.sealed().is_none())
}

/// The number of a product in the order of presentation, from 1.
pub fn number(session: &Session, product: &ProductId) -> usize {
    session.products().iter().position(|other| other.id == *product).map_or(0, |at| at + 1)
}

/// A product as a line: its number and its name.
pub fn name(session: &Session, product: &ProductId) -> String {
    let name = session.product(product).map(|product| product.name).unwrap_or_default();
    format!("{} {name}", number(session, product))
}

/// Seats as a sentence part.
pub fn seats(lang: Lang, session: &Session, seats: &[SeatId]) -> String {
    let titles =
        seats.iter().map(|id| session.seat(id).map_or_else(|| id.to_string(), |seat| short::title(lang, &seat)));
    titles.collect::<Vec<_>>().join(", ")
}

/// Whether an act of the desk would be allowed now, whoever of the table enters it.
fn allowed(session: &Session, act: DeskAct) -> Result<(), Refusal> {
    let seat = session.presiding().unwrap_or_else(|| session.charter().chair().id.clone());
    session.allows(&Author::Desk, &Act::Desk(session.by(&seat), act))
}

fn ask(common: &mut Common, step: Step, dialog: Dialog) {
    common.ask(Asked::Desk(step), dialog);
}

fn ask_text(common: &mut Common, step: Step, title: Both, body: Both, field: Field) {
    ask(common, step, Dialog::text(title, body, field, Blank::Refused));
}

/// Asks for words that go into the minutes.
fn ask_reason(common: &mut Common, step: Step, title: Both) {
    let body = both(|lang| say::to_minutes(lang).to_owned());
    ask_text(common, step, title, body, Field::line(""));
}

/// Does an act that could be filled in, or says why it could not.
fn act(common: &mut Common, act: Result<DeskAct, Refusal>) {
    match act {
        Ok(act) => {
            common.record_desk(vec![act]);
        }
        Err(found) => common.refuse(&found),
    }
}
