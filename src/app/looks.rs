//! How the program looks, by name: colours, signs, the size of the window. What they are in a terminal is `ui::theme`'s.

/// Colours by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeName {
    /// For dark windows.
    #[default]
    Dark,
    /// For light windows.
    Light,
    /// Only bold, reverse and underline: `NO_COLOR`.
    NoColour,
    /// One colour number for each role: for tests that read roles back from a drawn screen.
    Probe,
}

impl ThemeName {
    /// Those a person chooses from.
    pub const ALL: [ThemeName; 3] = [ThemeName::Dark, ThemeName::Light, ThemeName::NoColour];

    /// Its name in the settings file.
    pub fn name(self) -> &'static str {
        match self {
            ThemeName::Dark => "dark",
            ThemeName::Light => "light",
            ThemeName::NoColour => "no-colour",
            ThemeName::Probe => "probe",
        }
    }

    /// The theme of a name in the settings file.
    pub fn parse(name: &str) -> Option<ThemeName> {
        ThemeName::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// Which signs the terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Signs {
    /// `★ ✓ ▸ │`.
    #[default]
    Full,
    /// `* v > |`.
    Plain,
}

/// Colours and signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    /// Colours.
    pub theme: ThemeName,
    /// Signs.
    pub signs: Signs,
}

/// The size of the window, in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Size {
    /// The smallest window in which every screen works.
    pub const LEAST: Size = Size { width: 80, height: 24 };

    /// Whether the window is too small.
    pub fn is_too_small(self) -> bool {
        self.width < Size::LEAST.width || self.height < Size::LEAST.height
    }

    /// Rows of a screen's body: all but header, rules, status and footer.
    pub fn body_rows(self) -> usize {
        usize::from(self.height.saturating_sub(5))
    }
}
