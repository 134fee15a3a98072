//! What machines do to a program: errors and kills at every system call, power cuts, full and vanished media, broken
//! bytes, wrong clocks, races and clones. After each, what was acknowledged is there and nothing is torn.
//!
//! Most of it needs Linux, root, strace, mounts, faketime and Python; what a machine lacks is skipped and said on the
//! error stream. Where `CI` is set nothing is skipped: a missing tool is a failure, and the program is the release build.

mod bytes;
mod clock;
mod disk;
mod full;
mod machine;
mod power;
mod race;
mod sweep;
mod sweep_screen;
mod third_party;
mod tools;
mod trace;
