//! Help and Settings.

use insta::assert_snapshot;
use ocop_council::app::keymap::{self, Place};
use ocop_council::app::{Effect, Signs, ThemeName};
use ocop_council::i18n::Lang;

use crate::driver::{Driver, SMALL, WIDE};
use crate::sample::Sample;

#[test]
fn help_begins_with_the_screen_it_was_asked_from() {
    assert_snapshot!("help_80", Driver::opened(SMALL, Sample::new()).press("<F1>").screen());
    assert_snapshot!("help_guide_80", Driver::opened(SMALL, Sample::new()).press("<F1> Tab").text());
    assert_snapshot!("help_120_en", Driver::opened(WIDE, Sample::new()).press("<C-l> <F1>").text());
}

#[test]
fn help_names_every_key_there_is() {
    let mut program = Driver::start(SMALL);
    program.press("<F1>");
    let mut seen = program.text();
    for _ in 0..40 {
        seen.push_str(&program.press("<PgDn>").text());
    }
    for place in Place::ALL {
        assert!(seen.contains(place.title(Lang::Vi)), "{place:?}");
    }
    for (_, binding) in keymap::table() {
        assert!(seen.contains(&binding.all_shown()), "{}", binding.name);
    }
}

#[test]
fn settings_change_at_once_and_are_kept() {
    let mut program = Driver::start(SMALL);
    program.press("<F10>").take_effects();
    program.app.common.looks.theme = ThemeName::Dark;
    program.press("Down Enter");
    assert_eq!(program.app.common.looks.theme, ThemeName::Light);
    program.press("Left Left").press("Down Enter");
    assert_eq!(program.app.common.looks.theme, ThemeName::NoColour);
    assert_eq!(program.app.common.looks.signs, Signs::Plain);
    let kept = Effect::SaveSettings { lang: Lang::Vi, looks: program.app.common.looks };
    assert_eq!(program.take_effects().last(), Some(&kept));
    assert_snapshot!("settings_plain_80", program.text());
}
