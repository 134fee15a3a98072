//! Who is here and who presides: `attendance`, `hand-over`.

use clap::{ArgMatches, Command};

use super::Desk;
use crate::cli::args::{option, positional, seat, text, words};
use crate::cli::stop::Done;
use crate::council::{DeskAct, Presence};
use crate::i18n::cli::{help, said};
use crate::i18n::{Lang, words as vocabulary};

pub(super) fn attendance_grammar(lang: Lang) -> Command {
    Command::new("attendance")
        .about(help::attendance(lang))
        .override_usage("ocop-council desk DIR attendance SEAT present|absent|left [--name T]")
        .arg(positional("seat", "SEAT", help::seat(lang)))
        .arg(
            positional("presence", "present|absent|left", help::presence(lang))
                .value_parser(["present", "absent", "left"]),
        )
        .arg(option("name", "T", help::sits(lang)))
}

pub(super) fn attendance(desk: &mut Desk<'_, '_>, matches: &ArgMatches) -> Done {
    let lang = desk.lang();
    let seat = seat(lang, matches, "seat")?;
    let presence = match text(matches, "presence") {
        "absent" => Presence::Absent,
        "left" => Presence::Left,
        _ => Presence::Present,
    };
    let sits = words(matches, "name");
    desk.act(|_| Ok(DeskAct::Attendance { seat: seat.clone(), presence, sits }))?;
    desk.done(&said::attendance(lang, seat.as_str(), vocabulary::presence(lang, presence)))
}

pub(super) fn hand_over_grammar(lang: Lang) -> Command {
    Command::new("hand-over")
        .about(help::hand_over(lang))
        .override_usage("ocop-council desk DIR hand-over SEAT")
        .arg(positional("seat", "SEAT", help::seat(lang)))
}

pub(super) fn hand_over(desk: &mut Desk<'_, '_>, matches: &ArgMatches) -> Done {
    let lang = desk.lang();
    let to = seat(lang, matches, "seat")?;
    desk.act(|_| Ok(DeskAct::HandOver { to: to.clone() }))?;
    desk.done(&said::handed_over(lang, to.as_str()))
}
