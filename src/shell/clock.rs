//! The clock and the language of the machine.

use jiff::Zoned;

use crate::i18n::Lang;

/// The time here and now, RFC 3339 with offset, to the second.
pub(super) fn now() -> String {
    Zoned::now().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// The language of the system: English where the locale says so, else Vietnamese.
pub(super) fn system_language() -> Lang {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .and_then(|locale| Lang::parse(&locale))
        .unwrap_or_default()
}
