//! Roles and what they look like. Screens name roles, never colours; every role differs from plain text without colour
//! too, by bold, underline or reverse, or is said by a sign or word beside it.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use crate::app::ThemeName;

/// What a piece of text is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Text.
    Plain,
    /// Less important than the text around it.
    Dim,
    /// A heading.
    Heading,
    /// Where the cursor is.
    Focus,
    /// Done, met, saved.
    Good,
    /// To look at.
    Warning,
    /// Wrong, not saved, blocking.
    Danger,
    /// Stars.
    Star,
    /// Cannot be done or chosen now.
    Blocked,
    /// One's own mark.
    Own,
    /// A key in the footer, the menu, Help.
    Key,
    /// A line between things.
    Rule,
    /// A text field.
    Field,
    /// The smaller side of a disagreement.
    Differs,
    /// Pending: on screen, not yet on disk.
    Pending,
    /// A mark below most.
    Below,
    /// A mark above most.
    Above,
}

impl Role {
    /// All.
    pub const ALL: [Role; 17] = [
        Role::Plain,
        Role::Dim,
        Role::Heading,
        Role::Focus,
        Role::Good,
        Role::Warning,
        Role::Danger,
        Role::Star,
        Role::Blocked,
        Role::Own,
        Role::Key,
        Role::Rule,
        Role::Field,
        Role::Differs,
        Role::Pending,
        Role::Below,
        Role::Above,
    ];

    /// Its letter in the grid of roles that tests print below a screen.
    pub fn letter(self) -> char {
        match self {
            Role::Plain => '.',
            Role::Dim => 'd',
            Role::Heading => 'H',
            Role::Focus => 'F',
            Role::Good => 'G',
            Role::Warning => 'W',
            Role::Danger => 'D',
            Role::Star => 'S',
            Role::Blocked => 'B',
            Role::Own => 'O',
            Role::Key => 'K',
            Role::Rule => 'r',
            Role::Field => 'T',
            Role::Differs => 'X',
            Role::Pending => 'P',
            Role::Below => 'b',
            Role::Above => 'a',
        }
    }

    /// The role of a cell drawn with [`ThemeName::Probe`].
    pub fn probed(style: Style) -> Role {
        match style.fg {
            Some(Color::Indexed(number)) => Role::ALL.get(usize::from(number)).copied().unwrap_or(Role::Plain),
            _ => Role::Plain,
        }
    }
}

/// Styles by role.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    name: ThemeName,
}

impl Theme {
    /// The theme of this name.
    pub fn new(name: ThemeName) -> Theme {
        Theme { name }
    }

    /// What a role looks like.
    pub fn style(self, role: Role) -> Style {
        match self.name {
            ThemeName::Dark => dark(role),
            ThemeName::Light => light(role),
            ThemeName::NoColour => no_colour(role),
            ThemeName::Probe => {
                let number = Role::ALL.iter().position(|known| *known == role).unwrap_or_default();
                Style::new().fg(Color::Indexed(u8::try_from(number).unwrap_or_default()))
            }
        }
    }
}

fn dark(role: Role) -> Style {
    match role {
        Role::Plain => Style::new(),
        Role::Dim | Role::Rule => Style::new().fg(Color::DarkGray),
        Role::Heading => Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD),
        Role::Focus => Style::new().fg(Color::Black).bg(Color::Cyan),
        Role::Good => Style::new().fg(Color::Green),
        Role::Warning => Style::new().fg(Color::Yellow).add_modifier(Modifier::BOLD),
        Role::Danger => Style::new().fg(Color::White).bg(Color::Red).add_modifier(Modifier::BOLD),
        Role::Star => Style::new().fg(Color::Yellow),
        Role::Blocked => Style::new().fg(Color::DarkGray).add_modifier(Modifier::DIM),
        Role::Own => Style::new().fg(Color::White).add_modifier(Modifier::BOLD),
        Role::Key => Style::new().fg(Color::Cyan),
        Role::Field => Style::new().add_modifier(Modifier::UNDERLINED),
        Role::Differs => Style::new().fg(Color::Magenta).add_modifier(Modifier::BOLD),
        Role::Pending => Style::new().fg(Color::Yellow).add_modifier(Modifier::DIM),
        Role::Below => Style::new().fg(Color::White).bg(Color::Blue),
        Role::Above => Style::new().fg(Color::Black).bg(Color::Yellow),
    }
}

fn light(role: Role) -> Style {
    match role {
        Role::Plain => Style::new(),
        Role::Dim | Role::Rule => Style::new().fg(Color::DarkGray),
        Role::Heading => Style::new().fg(Color::Blue).add_modifier(Modifier::BOLD),
        Role::Focus => Style::new().fg(Color::White).bg(Color::Blue),
        Role::Good => Style::new().fg(Color::Green).add_modifier(Modifier::BOLD),
        Role::Warning => Style::new().fg(Color::Red),
        Role::Danger => Style::new().fg(Color::White).bg(Color::Red).add_modifier(Modifier::BOLD),
        Role::Star => Style::new().fg(Color::Magenta),
        Role::Blocked => Style::new().fg(Color::Gray),
        Role::Own => Style::new().add_modifier(Modifier::BOLD),
        Role::Key => Style::new().fg(Color::Blue),
        Role::Field => Style::new().add_modifier(Modifier::UNDERLINED),
        Role::Differs => Style::new().fg(Color::Magenta).add_modifier(Modifier::BOLD),
        Role::Pending => Style::new().fg(Color::DarkGray).add_modifier(Modifier::ITALIC),
        Role::Below => Style::new().fg(Color::Black).bg(Color::LightBlue),
        Role::Above => Style::new().fg(Color::Black).bg(Color::LightYellow),
    }
}

fn no_colour(role: Role) -> Style {
    match role {
        Role::Plain | Role::Star | Role::Rule | Role::Good => Style::new(),
        Role::Dim | Role::Blocked | Role::Pending => Style::new().add_modifier(Modifier::DIM),
        Role::Heading | Role::Own | Role::Key | Role::Warning | Role::Above => {
            Style::new().add_modifier(Modifier::BOLD)
        }
        Role::Focus | Role::Danger => Style::new().add_modifier(Modifier::REVERSED),
        Role::Field | Role::Differs | Role::Below => Style::new().add_modifier(Modifier::UNDERLINED),
    }
}

/// Signs beyond ASCII and what stands for them where the terminal lacks them; all are one cell wide.
const PLAIN: [(&str, &str); 34] = [
    ("★", "*"),
    ("☆", "."),
    ("✓", "v"),
    ("✗", "x"),
    ("▸", ">"),
    ("◂", "<"),
    ("▲", "^"),
    ("▼", "v"),
    ("●", "O"),
    ("○", "o"),
    ("█", "#"),
    ("▓", "#"),
    ("░", ":"),
    ("─", "-"),
    ("━", "="),
    ("═", "="),
    ("╪", "+"),
    ("│", "|"),
    ("┼", "+"),
    ("┬", "+"),
    ("┴", "+"),
    ("├", "+"),
    ("┤", "+"),
    ("┌", "+"),
    ("┐", "+"),
    ("└", "+"),
    ("┘", "+"),
    ("…", "~"),
    ("·", "."),
    ("–", "-"),
    ("×", "x"),
    ("→", ">"),
    ("↔", "-"),
    ("▌", "="),
];

/// Arrows of keys, in plain signs.
const ARROWS: [(&str, &str); 3] = [("↑", "^"), ("↓", "v"), ("←", "<")];

/// Replaces signs a plain terminal lacks, cell by cell; letters of Vietnamese stay.
pub fn to_plain_signs(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if let Some((_, plain)) = PLAIN.iter().chain(&ARROWS).find(|(sign, _)| *sign == cell.symbol()) {
            cell.set_symbol(plain);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_its_own_letter_and_is_read_back() {
        let mut letters: Vec<char> = Role::ALL.iter().map(|role| role.letter()).collect();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), Role::ALL.len());
        for role in Role::ALL {
            assert_eq!(Role::probed(Theme::new(ThemeName::Probe).style(role)), role);
        }
    }

    #[test]
    fn without_colour_no_role_sets_a_colour_and_what_matters_still_differs() {
        for role in Role::ALL {
            let style = Theme::new(ThemeName::NoColour).style(role);
            assert_eq!((style.fg, style.bg), (None, None), "{role:?}");
        }
        let plain = no_colour(Role::Plain);
        for role in [Role::Heading, Role::Focus, Role::Danger, Role::Warning, Role::Own, Role::Differs] {
            assert_ne!(no_colour(role), plain, "{role:?}");
        }
    }

    #[test]
    fn signs_are_one_cell_wide() {
        for (sign, plain) in PLAIN.iter().chain(&ARROWS) {
            assert_eq!((crate::text::width(sign), crate::text::width(plain)), (1, 1), "{sign}");
        }
    }
}
