//! The program that the tests from outside run: under `CI` the release build, as people get it, else the debug build.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// Whether nothing may be skipped.
pub(crate) fn is_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false")
}

/// Whether the program is the release build.
pub(crate) fn is_release() -> bool {
    is_ci() || std::env::var_os("OCOP_COUNCIL_RELEASE").is_some_and(|value| !value.is_empty())
}

/// The program: the release build where `CI` or `OCOP_COUNCIL_RELEASE` asks for it, built here once (or the file that
/// variable names); else the build that cargo made for the tests.
pub(crate) fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let debug = Path::new(env!("CARGO_BIN_EXE_ocop-council"));
        if !is_release() {
            return debug.to_path_buf();
        }
        if let Some(named) = std::env::var_os("OCOP_COUNCIL_RELEASE").map(PathBuf::from).filter(|path| path.is_file()) {
            return named;
        }
        let target = debug.ancestors().nth(2).expect("a build lies in a target folder");
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let built = Command::new(cargo)
            .args(["build", "--release", "--locked", "--quiet", "--bin", "ocop-council", "--target-dir"])
            .arg(target)
            .args(["--manifest-path", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")])
            .status();
        assert!(built.is_ok_and(|status| status.success()), "the release build fails");
        target.join("release").join(debug.file_name().expect("a program has a name"))
    })
}
