//! The names of acts in JSON: fixed, English.

use super::{Act, DeskAct, SeatAct};

impl Act {
    /// Its name in JSON.
    pub fn key(&self) -> &'static str {
        match self {
            Act::Seat(act) => match act {
                SeatAct::Mark { .. } => "mark",
                SeatAct::Submit { .. } => "submit",
                SeatAct::TakeBack { .. } => "take_back",
                SeatAct::Recuse { .. } => "recuse",
                SeatAct::Unrecuse { .. } => "unrecuse",
                SeatAct::Raise { .. } => "raise",
                SeatAct::Unraise { .. } => "unraise",
                SeatAct::Opinion { .. } => "opinion",
            },
            Act::Desk(_, act) => match act {
                DeskAct::Attendance { .. } => "attendance",
                DeskAct::HandOver { .. } => "hand_over",
                DeskAct::Correct { .. } => "correct",
                DeskAct::CorrectSeat { .. } => "correct_seat",
                DeskAct::AddProduct { .. } => "add_product",
                DeskAct::AddSeat { .. } => "add_seat",
                DeskAct::ChangeSet { .. } => "change_set",
                DeskAct::Reveal { .. } => "reveal",
                DeskAct::Rescore { .. } => "rescore",
                DeskAct::RescoreWithdraw { .. } => "rescore_withdraw",
                DeskAct::Rule { .. } => "rule",
                DeskAct::Accept { .. } => "accept",
                DeskAct::Dismiss { .. } => "dismiss",
                DeskAct::Lock { .. } => "lock",
                DeskAct::Close { .. } => "close",
                DeskAct::Reopen { .. } => "reopen",
                DeskAct::Conclude { .. } => "conclude",
                DeskAct::Remark { .. } => "remark",
                DeskAct::Seal { .. } => "seal",
            },
        }
    }
}
