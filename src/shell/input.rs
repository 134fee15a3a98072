//! The input thread: everything the terminal has is handed on before anything is drawn. An input method rewrites words
//! by bursts of backspaces and letters; not one of them may be lost or drawn half.

use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event, KeyCode as Code, KeyEvent, KeyEventKind, KeyModifiers};

use crate::app::key::{Key, KeyCode};
use crate::app::{Msg, Size};

/// Listens until the program ends or the terminal is gone. The thread is never joined: reading cannot be interrupted.
pub(super) fn listen(send: Sender<Msg>) {
    thread::spawn(move || {
        while let Ok(first) = event::read() {
            let mut burst = vec![first];
            while event::poll(Duration::ZERO).unwrap_or(false) {
                match event::read() {
                    Ok(next) => burst.push(next),
                    Err(_) => break,
                }
            }
            for msg in burst.into_iter().filter_map(message) {
                if send.send(msg).is_err() {
                    return;
                }
            }
        }
    });
}

fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(event) => key(event).map(Msg::Key),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Resize(width, height) => Some(Msg::Resize(Size { width, height })),
        Event::FocusGained | Event::FocusLost | Event::Mouse(_) => None,
    }
}

/// A key pressed. Releases are nothing; a digit that repeats because it is held is no second choice.
fn key(event: KeyEvent) -> Option<Key> {
    match event.kind {
        KeyEventKind::Release => return None,
        KeyEventKind::Repeat if matches!(event.code, Code::Char(c) if c.is_ascii_digit()) => return None,
        KeyEventKind::Press | KeyEventKind::Repeat => {}
    }
    let code = match event.code {
        Code::Char(c) => KeyCode::Char(c),
        Code::F(number) => KeyCode::F(number),
        Code::Enter => KeyCode::Enter,
        Code::Esc => KeyCode::Esc,
        Code::Tab | Code::BackTab => KeyCode::Tab,
        Code::Backspace => KeyCode::Backspace,
        Code::Delete => KeyCode::Delete,
        Code::Insert => KeyCode::Insert,
        Code::Left => KeyCode::Left,
        Code::Right => KeyCode::Right,
        Code::Up => KeyCode::Up,
        Code::Down => KeyCode::Down,
        Code::Home => KeyCode::Home,
        Code::End => KeyCode::End,
        Code::PageUp => KeyCode::PageUp,
        Code::PageDown => KeyCode::PageDown,
        _ => return None,
    };
    let held = |modifier| event.modifiers.contains(modifier);
    // AltGr reaches us as Ctrl+Alt on Windows; with a character it types that character.
    let types = matches!(code, KeyCode::Char(_)) && held(KeyModifiers::CONTROL) && held(KeyModifiers::ALT);
    let ctrl = held(KeyModifiers::CONTROL) && !types;
    let code = match code {
        KeyCode::Char(c) if ctrl => KeyCode::Char(c.to_ascii_lowercase()),
        other => other,
    };
    Some(Key {
        code,
        ctrl,
        shift: !matches!(code, KeyCode::Char(_)) && (held(KeyModifiers::SHIFT) || event.code == Code::BackTab),
        alt: held(KeyModifiers::ALT) && !types,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_and_held_digits_are_no_presses() {
        let press = KeyEvent::new(Code::Char('3'), KeyModifiers::NONE);
        assert_eq!(key(press), Some(Key::char('3')));
        for kind in [KeyEventKind::Release, KeyEventKind::Repeat] {
            assert_eq!(key(KeyEvent { kind, ..press }), None);
        }
        let held = KeyEvent { kind: KeyEventKind::Repeat, ..KeyEvent::new(Code::Down, KeyModifiers::NONE) };
        assert_eq!(key(held), Some(Key::plain(KeyCode::Down)));
    }

    #[test]
    fn chords_read_the_same_on_every_terminal() {
        assert_eq!(key(KeyEvent::new(Code::Char('Z'), KeyModifiers::CONTROL)), Some(Key::ctrl('z')));
        assert_eq!(key(KeyEvent::new(Code::BackTab, KeyModifiers::SHIFT)), Some(Key::plain(KeyCode::Tab).shifted()));
        assert_eq!(
            key(KeyEvent::new(Code::Char('@'), KeyModifiers::CONTROL | KeyModifiers::ALT)),
            Some(Key::char('@'))
        );
    }
}
